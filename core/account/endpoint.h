// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostname.h"

#include <QList>
#include <QString>

#include <optional>

namespace postern {

enum class Protocol { Imap, Pop3, Smtp };

enum class Direction { Incoming, Outgoing };

/// How a connection is encrypted.
enum class Security {
    ImplicitTls, ///< TLS from the first byte (RFC 8314, 3): 993, 995, 465
    StartTls, ///< upgraded by STARTTLS or STLS: 143, 110, 587, 25
    Plaintext, ///< never encrypted
};

/// One place where a mail server may listen, and how the connection is encrypted there.
struct Endpoint
{
    Protocol protocol = Protocol::Imap;
    HostName host;
    quint16 port = 0;
    Security security = Security::ImplicitTls;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

[[nodiscard]] Direction directionOf(Protocol protocol);

/// The ports that the RFCs give to a protocol and mode, the preferred one first
/// (RFC 8314, 3.2 and 3.3; RFC 6409, 3.1; RFC 5321).
[[nodiscard]] QList<quint16> standardPorts(Protocol protocol, Security security);

/// The mode in which a standard port is meant to be used; nothing for other ports.
[[nodiscard]] std::optional<Security> usualSecurity(Protocol protocol, quint16 port);

/// The protocol whose standard port this is; nothing for other ports.
[[nodiscard]] std::optional<Protocol> usualProtocol(quint16 port);

/// The names of the command line and the documents: `imap`, `pop3`, `smtp`.
[[nodiscard]] QString toString(Protocol protocol);
/// `tls`, `starttls`, `none`.
[[nodiscard]] QString toString(Security security);
[[nodiscard]] std::optional<Protocol> protocolFromString(const QString &name);
[[nodiscard]] std::optional<Security> securityFromString(const QString &name);

/// `host:port`, with brackets around an IPv6 address.
[[nodiscard]] QString hostAndPort(const QString &host, quint16 port);

} // namespace postern
