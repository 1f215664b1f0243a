// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHashFunctions>
#include <QString>

namespace postern {

enum class HostNameError { Empty, TooLong, InvalidCharacter, InvalidLabel };

/// The one form of a host that everything uses: DNS, SNI, the certificate check, what is shown and
/// what is stored. A lower-case A-label name (RFC 5890) without a trailing dot, or an IP address
/// literal without brackets or zone. Parsed once, at the border; wherever one exists it is valid.
class HostName
{
public:
    /// No host.
    HostName() = default;
    [[nodiscard]] static Result<HostName, HostNameError> parse(const QString &typed);

    const QString &text() const { return m_text; }
    /// It reads like a text wherever one is wanted; back there is only parse().
    operator const QString &() const { return m_text; } // NOLINT(google-explicit-constructor)
    bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] bool isIpLiteral() const;
    /// `imap.example.org` of `example.org`; empty where the name would be too long, or no name.
    [[nodiscard]] HostName withLabel(QLatin1StringView label) const;

    friend bool operator==(const HostName &, const HostName &) = default;
    friend size_t qHash(const HostName &host, size_t seed = 0) { return qHash(host.m_text, seed); }

private:
    explicit HostName(const QString &canonical) : m_text(canonical) { }

    QString m_text;
};

/// The same of a name that may be none, such as one in a certificate.
[[nodiscard]] bool isIpLiteral(const QString &name);

/// Whether @p name is @p domain or lies below it (both canonical).
[[nodiscard]] bool isWithinDomain(const QString &name, const QString &domain);

} // namespace postern
