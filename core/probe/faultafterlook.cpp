// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/faultafterlook.h"

#include "base/inerttext.h"
#include "protocol/servicesniffer.h"
#include "tls/ciphersuite.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// What OpenSSL asks of a Diffie-Hellman group at its level 2.
constexpr int requiredDhBits = 2048;

QString namesOf(const QList<TlsVersion> &versions)
{
    QStringList names;
    for (const TlsVersion version : versions)
        names.append(toString(version));
    return names.join(u", "_s);
}

/// `accepts TLSv1.0, TLSv1.1, not TLSv1.2, TLSv1.3; chose TLS_RSA_WITH_3DES_EDE_CBC_SHA`
QString facts(const SecondLook &look)
{
    QList<TlsVersion> refused;
    for (const TlsVersion version : allTlsVersions) {
        if (look.accepts(version) == false)
            refused.append(version);
    }
    QStringList parts;
    if (const auto accepted = look.accepted(); !accepted.isEmpty())
        parts.append(u"accepts %1"_s.arg(namesOf(accepted)));
    if (!refused.isEmpty())
        parts.append(u"refuses %1"_s.arg(namesOf(refused)));
    if (const ServerHelloAnswer *answer = look.mostTelling()) {
        parts.append(u"chose %1"_s.arg(cipherSuiteName(answer->cipherSuite)));
        if (answer->dhBits > 0)
            parts.append(u"a Diffie-Hellman group of %1 bits"_s.arg(answer->dhBits));
        if (answer->wantsClientCertificate)
            parts.append(u"asks for a certificate of the client"_s);
    }
    return parts.join(u"; "_s);
}

bool isExpected(Service service, Protocol protocol)
{
    switch (protocol) {
    case Protocol::Imap:
        return service == Service::Imap;
    case Protocol::Pop3:
        return service == Service::Pop3;
    case Protocol::Smtp:
        break;
    }
    return service == Service::Smtp;
}

/// A server that turns everybody away does so in plaintext, before any TLS.
bool turnsAway(const QString &greeting)
{
    static const QRegularExpression refusal(
        u"^(\\* BYE\\b|-ERR\\b|[45][0-9][0-9][ -])"_s, QRegularExpression::CaseInsensitiveOption);
    return refusal.match(greeting).hasMatch();
}

/// No TLS: who is it?
SeenFault faultOfPlaintext(Protocol protocol, const ServerHelloAnswer &answer)
{
    const auto service = sniffService(answer.firstBytes);
    const QString said = inertText(answer.firstBytes.split('\n').value(0).trimmed());
    if (turnsAway(said))
        return {Fault::GreetingRejected, said};
    if (!service || isExpected(*service, protocol))
        return {Fault::PlaintextOnTlsPort, said};
    return {Fault::WrongService, u"%1: %2"_s.arg(serviceName(*service), said)};
}

/// Whether the suite is one that the library behind Qt still speaks.
bool isCurrent(quint16 suite)
{
    const QString name = cipherSuiteName(suite);
    const auto outdated = {u"3DES"_s, u"_DES"_s, u"RC4"_s, u"RC2"_s, u"NULL"_s, u"anon"_s,
        u"SEED"_s, u"IDEA"_s, u"DSS"_s, u"CAMELLIA"_s, u"0x"_s};
    return std::none_of(outdated.begin(), outdated.end(),
        [&name](const QString &word) { return name.contains(word); });
}

bool hasNoCertificate(quint16 suite)
{
    return cipherSuiteName(suite).contains("anon"_L1);
}

/// What the answers up to TLS 1.2 prove about a handshake that could only be one of those.
Fault provenByChoice(const ServerHelloAnswer &answer, Fault seen)
{
    const bool isUnexplained = seen == Fault::NoCommonCipher || seen == Fault::HandshakeFailed;
    if (isUnexplained && hasNoCertificate(answer.cipherSuite))
        return Fault::NoCommonCipher;
    if (answer.dhBits > 0 && answer.dhBits < requiredDhBits
        && (isUnexplained || seen == Fault::WeakParameters))
        return Fault::WeakParameters;
    if (seen != Fault::NoCommonCipher)
        return seen;
    if (!isCurrent(answer.cipherSuite))
        return Fault::NoCommonCipher;
    // It chose a suite that we offer, so it is not that.
    return answer.wantsClientCertificate ? Fault::ClientCertificateRequired
                                         : Fault::HandshakeFailed;
}

Fault provenBy(const SecondLook &look, const TlsPolicy &policy, Fault seen)
{
    const QList<TlsVersion> accepted = look.accepted();
    if (accepted.isEmpty())
        return seen;
    QList<TlsVersion> allowed;
    std::copy_if(std::begin(allTlsVersions), std::end(allTlsVersions), std::back_inserter(allowed),
        [&policy](TlsVersion version) { return policy.allows(version); });
    const bool areAllRefused = std::all_of(allowed.begin(), allowed.end(),
        [&look](TlsVersion version) { return look.accepts(version) == false; });
    if (areAllRefused)
        return accepted.constLast() > policy.newest ? Fault::TlsVersionTooNew
                                                    : Fault::TlsVersionTooOld;
    if (policy.allows(TlsVersion::Tls1_3) && look.accepts(TlsVersion::Tls1_3) == true)
        return seen; // it would have been TLS 1.3, of which more is not seen
    const bool isVersion = seen == Fault::TlsVersionTooOld || seen == Fault::TlsVersionTooNew;
    const bool isOneAccepted = std::any_of(allowed.begin(), allowed.end(),
        [&look](TlsVersion version) { return look.accepts(version) == true; });
    if (isVersion && isOneAccepted)
        return Fault::HandshakeFailed; // so the version was not it
    return isOneAccepted ? provenByChoice(*look.mostTelling(), seen) : seen;
}

} // namespace

SeenFault faultAfter(const SeenFault &seen, const Endpoint &endpoint, const SecondLook &look,
    const TlsPolicy &policy)
{
    if (look.answers.isEmpty())
        return seen;
    const ServerHelloAnswer &first = look.answers.constFirst().answer;
    const bool isPlaintext = first.kind == ServerHelloAnswer::Kind::NotTls;
    const SeenFault said = faultOfPlaintext(endpoint.protocol, first);
    if (seen.fault == Fault::NoGreeting) {
        const bool isTls = first.kind == ServerHelloAnswer::Kind::ServerHello
            || first.kind == ServerHelloAnswer::Kind::Alert;
        if (isTls)
            return {Fault::TlsOnPlaintextPort, u"no greeting; it answers a ClientHello"_s};
        return isPlaintext && said.fault == Fault::WrongService ? said : seen;
    }
    if (isPlaintext)
        return endpoint.security == Security::ImplicitTls ? said : seen;
    if (seen.fault == Fault::PlaintextOnTlsPort)
        return seen;
    const QString learnt = facts(look);
    const QString evidence = learnt.isEmpty() || seen.evidence.isEmpty()
        ? learnt + seen.evidence
        : u"%1; %2"_s.arg(learnt, seen.evidence);
    return {provenBy(look, policy, seen.fault), evidence};
}

} // namespace postern
