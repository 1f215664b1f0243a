// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/problem.h"

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QLatin1StringView code;
    Problem problem;
    Topic topic;
};

constexpr Row table[] = {
    {"dns.no-such-name"_L1, Problem::DnsNoSuchName, Topic::Dns},
    {"dns.no-address"_L1, Problem::DnsNoAddress, Topic::Dns},
    {"dns.timeout"_L1, Problem::DnsTimeout, Topic::Dns},
    {"dns.failure"_L1, Problem::DnsFailure, Topic::Dns},
    {"network.unreachable"_L1, Problem::NetworkUnreachable, Topic::Connection},
    {"connect.refused"_L1, Problem::ConnectRefused, Topic::Connection},
    {"connect.timeout"_L1, Problem::ConnectTimeout, Topic::Connection},
    {"connect.reset"_L1, Problem::ConnectReset, Topic::Connection},
    {"protocol.no-greeting"_L1, Problem::ProtocolNoGreeting, Topic::Protocol},
    {"protocol.closed"_L1, Problem::ProtocolClosed, Topic::Protocol},
    {"protocol.plaintext-on-tls-port"_L1, Problem::ProtocolPlaintextOnTlsPort, Topic::Protocol},
    {"protocol.tls-on-plaintext-port"_L1, Problem::ProtocolTlsOnPlaintextPort, Topic::Protocol},
    {"protocol.wrong-service"_L1, Problem::ProtocolWrongService, Topic::Protocol},
    {"protocol.rejected"_L1, Problem::ProtocolRejected, Topic::Protocol},
    {"protocol.malformed"_L1, Problem::ProtocolMalformed, Topic::Protocol},
    {"protocol.too-much-data"_L1, Problem::ProtocolTooMuchData, Topic::Protocol},
    {"protocol.preauthenticated"_L1, Problem::ProtocolPreauthenticated, Topic::Protocol},
    {"starttls.not-offered"_L1, Problem::StartTlsNotOffered, Topic::StartTls},
    {"starttls.refused"_L1, Problem::StartTlsRefused, Topic::StartTls},
    {"starttls.injection"_L1, Problem::StartTlsInjection, Topic::StartTls},
    {"tls.version-too-old"_L1, Problem::TlsVersionTooOld, Topic::Tls},
    {"tls.version-too-new"_L1, Problem::TlsVersionTooNew, Topic::Tls},
    {"tls.no-common-cipher"_L1, Problem::TlsNoCommonCipher, Topic::Tls},
    {"tls.weak-signature"_L1, Problem::TlsWeakSignature, Topic::Tls},
    {"tls.weak-key"_L1, Problem::TlsWeakKey, Topic::Tls},
    {"tls.weak-parameters"_L1, Problem::TlsWeakParameters, Topic::Tls},
    {"tls.client-certificate-required"_L1, Problem::TlsClientCertificateRequired, Topic::Tls},
    {"tls.handshake-failed"_L1, Problem::TlsHandshakeFailed, Topic::Tls},
    {"certificate.self-signed"_L1, Problem::CertificateSelfSigned, Topic::Certificate},
    {"certificate.unknown-issuer"_L1, Problem::CertificateUnknownIssuer, Topic::Certificate},
    {"certificate.incomplete-chain"_L1, Problem::CertificateIncompleteChain, Topic::Certificate},
    {"certificate.name-mismatch"_L1, Problem::CertificateNameMismatch, Topic::Certificate},
    {"certificate.expired"_L1, Problem::CertificateExpired, Topic::Certificate},
    {"certificate.not-yet-valid"_L1, Problem::CertificateNotYetValid, Topic::Certificate},
    {"certificate.revoked"_L1, Problem::CertificateRevoked, Topic::Certificate},
    {"certificate.not-for-servers"_L1, Problem::CertificateNotForServers, Topic::Certificate},
    {"certificate.invalid"_L1, Problem::CertificateInvalid, Topic::Certificate},
    {"certificate.changed"_L1, Problem::CertificateChanged, Topic::Certificate},
    {"certificate.expires-soon"_L1, Problem::CertificateExpiresSoon, Topic::Certificate},
    {"certificate.wrong-order"_L1, Problem::CertificateWrongOrder, Topic::Certificate},
    {"certificate.superfluous"_L1, Problem::CertificateSuperfluous, Topic::Certificate},
    {"certificate.intercepted"_L1, Problem::CertificateIntercepted, Topic::Certificate},
    {"security.plaintext"_L1, Problem::SecurityPlaintext, Topic::SignIn},
    {"security.login-before-tls-disabled"_L1, Problem::SecurityLoginBeforeTlsDisabled,
        Topic::SignIn},
    {"login.no-common-mechanism"_L1, Problem::LoginNoCommonMechanism, Topic::SignIn},
    {"discovery.untrusted-source"_L1, Problem::DiscoveryUntrustedSource, Topic::Discovery},
    {"discovery.foreign-host"_L1, Problem::DiscoveryForeignHost, Topic::Discovery},
};

static_assert(std::size(table) == static_cast<size_t>(Problem::DiscoveryForeignHost) + 1,
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

QStringList codesOf(const QList<Problem> &problems)
{
    QStringList codes;
    for (const Problem problem : problems)
        codes.append(toString(problem));
    return codes;
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
