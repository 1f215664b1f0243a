// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosis.h"

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Problem problem;
    QLatin1StringView code;
    Topic topic;
};

constexpr Row table[] = {
    {Problem::DnsNoSuchName, "dns.no-such-name"_L1, Topic::Dns},
    {Problem::DnsNoAddress, "dns.no-address"_L1, Topic::Dns},
    {Problem::DnsTimeout, "dns.timeout"_L1, Topic::Dns},
    {Problem::DnsFailure, "dns.failure"_L1, Topic::Dns},
    {Problem::NetworkUnreachable, "network.unreachable"_L1, Topic::Connection},
    {Problem::ConnectRefused, "connect.refused"_L1, Topic::Connection},
    {Problem::ConnectTimeout, "connect.timeout"_L1, Topic::Connection},
    {Problem::ConnectReset, "connect.reset"_L1, Topic::Connection},
    {Problem::ProtocolNoGreeting, "protocol.no-greeting"_L1, Topic::Protocol},
    {Problem::ProtocolClosed, "protocol.closed"_L1, Topic::Protocol},
    {Problem::ProtocolPlaintextOnTlsPort, "protocol.plaintext-on-tls-port"_L1, Topic::Protocol},
    {Problem::ProtocolTlsOnPlaintextPort, "protocol.tls-on-plaintext-port"_L1, Topic::Protocol},
    {Problem::ProtocolWrongService, "protocol.wrong-service"_L1, Topic::Protocol},
    {Problem::ProtocolRejected, "protocol.rejected"_L1, Topic::Protocol},
    {Problem::ProtocolMalformed, "protocol.malformed"_L1, Topic::Protocol},
    {Problem::ProtocolTooMuchData, "protocol.too-much-data"_L1, Topic::Protocol},
    {Problem::ProtocolPreauthenticated, "protocol.preauthenticated"_L1, Topic::Protocol},
    {Problem::StartTlsNotOffered, "starttls.not-offered"_L1, Topic::StartTls},
    {Problem::StartTlsRefused, "starttls.refused"_L1, Topic::StartTls},
    {Problem::StartTlsInjection, "starttls.injection"_L1, Topic::StartTls},
    {Problem::TlsVersionTooOld, "tls.version-too-old"_L1, Topic::Tls},
    {Problem::TlsVersionTooNew, "tls.version-too-new"_L1, Topic::Tls},
    {Problem::TlsNoCommonCipher, "tls.no-common-cipher"_L1, Topic::Tls},
    {Problem::TlsWeakSignature, "tls.weak-signature"_L1, Topic::Tls},
    {Problem::TlsWeakKey, "tls.weak-key"_L1, Topic::Tls},
    {Problem::TlsWeakParameters, "tls.weak-parameters"_L1, Topic::Tls},
    {Problem::TlsClientCertificateRequired, "tls.client-certificate-required"_L1, Topic::Tls},
    {Problem::TlsHandshakeFailed, "tls.handshake-failed"_L1, Topic::Tls},
    {Problem::CertificateSelfSigned, "certificate.self-signed"_L1, Topic::Certificate},
    {Problem::CertificateUnknownIssuer, "certificate.unknown-issuer"_L1, Topic::Certificate},
    {Problem::CertificateIncompleteChain, "certificate.incomplete-chain"_L1, Topic::Certificate},
    {Problem::CertificateNameMismatch, "certificate.name-mismatch"_L1, Topic::Certificate},
    {Problem::CertificateExpired, "certificate.expired"_L1, Topic::Certificate},
    {Problem::CertificateNotYetValid, "certificate.not-yet-valid"_L1, Topic::Certificate},
    {Problem::CertificateRevoked, "certificate.revoked"_L1, Topic::Certificate},
    {Problem::CertificateNotForServers, "certificate.not-for-servers"_L1, Topic::Certificate},
    {Problem::CertificateInvalid, "certificate.invalid"_L1, Topic::Certificate},
    {Problem::CertificateChanged, "certificate.changed"_L1, Topic::Certificate},
    {Problem::SecurityPlaintext, "security.plaintext"_L1, Topic::SignIn},
    {Problem::SecurityLoginBeforeTlsDisabled, "security.login-before-tls-disabled"_L1,
        Topic::SignIn},
    {Problem::LoginNoCommonMechanism, "login.no-common-mechanism"_L1, Topic::SignIn},
};

static_assert(std::size(table) == static_cast<size_t>(Problem::LoginNoCommonMechanism) + 1,
    "every problem has its row");

const Row &rowOf(Problem problem)
{
    return *std::find_if(std::begin(table), std::end(table),
        [problem](const Row &row) { return row.problem == problem; });
}

} // namespace

Topic topicOf(Problem problem)
{
    return rowOf(problem).topic;
}

QString toString(Problem problem)
{
    return rowOf(problem).code;
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
