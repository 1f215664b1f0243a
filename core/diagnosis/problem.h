// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace postern {

/// What a fault or a finding means for somebody who wants mail settings; one for each
/// diagnosis code of the command line's contract.
enum class Problem {
    DnsNoSuchName,
    DnsNoAddress,
    DnsTimeout,
    DnsFailure,
    NetworkUnreachable,
    ConnectRefused,
    ConnectTimeout,
    ConnectReset,
    ProtocolNoGreeting,
    ProtocolClosed,
    ProtocolPlaintextOnTlsPort,
    ProtocolTlsOnPlaintextPort,
    ProtocolWrongService,
    ProtocolRejected,
    ProtocolMalformed,
    ProtocolTooMuchData,
    ProtocolPreauthenticated,
    StartTlsNotOffered,
    StartTlsRefused,
    StartTlsInjection,
    TlsVersionTooOld,
    TlsVersionTooNew,
    TlsNoCommonCipher,
    TlsWeakSignature,
    TlsWeakKey,
    TlsWeakParameters,
    TlsClientCertificateRequired,
    TlsHandshakeFailed,
    CertificateSelfSigned,
    CertificateUnknownIssuer,
    CertificateIncompleteChain,
    CertificateNameMismatch,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateNotForServers,
    CertificateInvalid,
    CertificateChanged,
    CertificateExpiresSoon,
    CertificateWrongOrder,
    CertificateSuperfluous,
    CertificateIntercepted,
    SecurityPlaintext,
    SecurityLoginBeforeTlsDisabled,
    LoginNoCommonMechanism,
    DiscoveryUntrustedSource,
    DiscoveryForeignHost,
};

/// What a problem is about.
enum class Topic { Dns, Connection, Protocol, StartTls, Tls, Certificate, SignIn, Discovery };

enum class Severity { Info, Warning, Error };

[[nodiscard]] Topic topicOf(Problem problem);

/// The contract's codes, such as `certificate.self-signed`.
[[nodiscard]] QString toString(Problem problem);
/// The codes, in this order.
[[nodiscard]] QStringList codesOf(const QList<Problem> &problems);
[[nodiscard]] std::optional<Problem> problemFromString(const QString &code);
[[nodiscard]] QList<Problem> allProblems();

/// `info`, `warning`, `error`.
[[nodiscard]] QString toString(Severity severity);
[[nodiscard]] std::optional<Severity> severityFromString(const QString &name);

} // namespace postern
