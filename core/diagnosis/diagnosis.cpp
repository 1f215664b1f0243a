// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosis.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Problem problem;
    QLatin1StringView code;
};

constexpr Row table[] = {
    {Problem::DnsNoSuchName, "dns.no-such-name"_L1},
    {Problem::DnsNoAddress, "dns.no-address"_L1},
    {Problem::DnsTimeout, "dns.timeout"_L1},
    {Problem::DnsFailure, "dns.failure"_L1},
    {Problem::NetworkUnreachable, "network.unreachable"_L1},
    {Problem::ConnectRefused, "connect.refused"_L1},
    {Problem::ConnectTimeout, "connect.timeout"_L1},
    {Problem::ConnectReset, "connect.reset"_L1},
    {Problem::ProtocolNoGreeting, "protocol.no-greeting"_L1},
    {Problem::ProtocolClosed, "protocol.closed"_L1},
    {Problem::ProtocolPlaintextOnTlsPort, "protocol.plaintext-on-tls-port"_L1},
    {Problem::ProtocolTlsOnPlaintextPort, "protocol.tls-on-plaintext-port"_L1},
    {Problem::ProtocolWrongService, "protocol.wrong-service"_L1},
    {Problem::ProtocolRejected, "protocol.rejected"_L1},
    {Problem::ProtocolMalformed, "protocol.malformed"_L1},
    {Problem::ProtocolTooMuchData, "protocol.too-much-data"_L1},
    {Problem::ProtocolPreauthenticated, "protocol.preauthenticated"_L1},
    {Problem::StartTlsNotOffered, "starttls.not-offered"_L1},
    {Problem::StartTlsRefused, "starttls.refused"_L1},
    {Problem::StartTlsInjection, "starttls.injection"_L1},
    {Problem::TlsVersionTooOld, "tls.version-too-old"_L1},
    {Problem::TlsVersionTooNew, "tls.version-too-new"_L1},
    {Problem::TlsNoCommonCipher, "tls.no-common-cipher"_L1},
    {Problem::TlsWeakSignature, "tls.weak-signature"_L1},
    {Problem::TlsWeakKey, "tls.weak-key"_L1},
    {Problem::TlsWeakParameters, "tls.weak-parameters"_L1},
    {Problem::TlsClientCertificateRequired, "tls.client-certificate-required"_L1},
    {Problem::TlsHandshakeFailed, "tls.handshake-failed"_L1},
    {Problem::CertificateSelfSigned, "certificate.self-signed"_L1},
    {Problem::CertificateUnknownIssuer, "certificate.unknown-issuer"_L1},
    {Problem::CertificateIncompleteChain, "certificate.incomplete-chain"_L1},
    {Problem::CertificateNameMismatch, "certificate.name-mismatch"_L1},
    {Problem::CertificateExpired, "certificate.expired"_L1},
    {Problem::CertificateNotYetValid, "certificate.not-yet-valid"_L1},
    {Problem::CertificateRevoked, "certificate.revoked"_L1},
    {Problem::CertificateNotForServers, "certificate.not-for-servers"_L1},
    {Problem::CertificateInvalid, "certificate.invalid"_L1},
    {Problem::CertificateChanged, "certificate.changed"_L1},
    {Problem::SecurityPlaintext, "security.plaintext"_L1},
    {Problem::SecurityLoginBeforeTlsDisabled, "security.login-before-tls-disabled"_L1},
    {Problem::LoginNoCommonMechanism, "login.no-common-mechanism"_L1},
};

} // namespace

QString toString(Problem problem)
{
    for (const Row &row : table) {
        if (row.problem == problem)
            return row.code;
    }
    Q_UNREACHABLE();
}

std::optional<Problem> problemFromString(const QString &code)
{
    for (const Row &row : table) {
        if (row.code == code)
            return row.problem;
    }
    return std::nullopt;
}

QList<Problem> allProblems()
{
    QList<Problem> problems;
    for (const Row &row : table)
        problems.append(row.problem);
    return problems;
}

QString toString(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"error"_s;
}

} // namespace postern
