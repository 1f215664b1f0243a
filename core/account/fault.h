// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

/// Why a probe could not go on. A cause is one of these from the place where it was seen;
/// it is never read back from a text.
enum class Fault {
    // resolve
    NoSuchName, ///< NXDOMAIN
    NoAddress, ///< the name exists, without A and AAAA
    DnsTimeout,
    DnsFailure, ///< SERVFAIL, REFUSED and the rest
    // connect
    Unreachable, ///< no route
    Refused,
    ConnectTimeout,
    ConnectReset,
    // greeting and replies
    NoGreeting, ///< connected, and silent until the deadline
    Closed, ///< hung up
    ReplyTimeout, ///< went silent in the middle
    PlaintextOnTlsPort,
    TlsOnPlaintextPort,
    WrongService, ///< another protocol answers
    GreetingRejected, ///< BYE, -ERR, 4xx, 5xx
    CapabilitiesRefused, ///< the server does not say what it can do
    Malformed,
    Unsolicited, ///< a reply that nobody had asked for
    TooMuchData, ///< over one of our limits
    PreauthBeforeTls, ///< IMAP PREAUTH makes STARTTLS impossible (RFC 9051, 7.1.4)
    // STARTTLS
    StartTlsNotOffered,
    StartTlsRefused,
    InjectedData, ///< plaintext behind the answer to STARTTLS
    // TLS
    TlsVersionTooOld,
    TlsVersionTooNew,
    NoCommonCipher,
    ClientCertificateRequired,
    WeakParameters, ///< a Diffie-Hellman group that is too small
    HandshakeTimeout,
    HandshakeFailed,
    CertificateUnacceptable, ///< a finding that nobody may accept
};

/// Whether the handshake failed, of which a second look may tell more; not a certificate's fault.
[[nodiscard]] bool isTlsFault(Fault fault);

/// A fault with what was really seen.
struct SeenFault
{
    Fault fault = Fault::Closed;
    QString evidence; ///< The server's line, the alert, the library's text; inert. May be empty.

    friend bool operator==(const SeenFault &, const SeenFault &) = default;
};

} // namespace postern
