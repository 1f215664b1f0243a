// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/handshakewords.h"

#include "base/inerttext.h"
#include "endpointstate.h"
#include "tls/ciphersuite.h"

#include <QLocale>

namespace postern {

using namespace Qt::StringLiterals;

QList<Fact> HandshakeWords::facts(const ProbeReport &report)
{
    QList<Fact> facts = connectionFacts(report);
    if (report.tls)
        facts += sessionFacts(*report.tls);
    if (report.secondLook)
        facts += versionFacts(*report.secondLook);
    return facts + serverFacts(report);
}

QList<Fact> HandshakeWords::connectionFacts(const ProbeReport &report)
{
    const Endpoint &endpoint = report.candidate.endpoint;
    QStringList addresses;
    for (const QHostAddress &address : report.addresses)
        addresses.append(address.toString());
    QStringList timings;
    for (const StageTiming &timing : report.stages)
        timings.append(tr("%1 %2 ms")
                           .arg(stageName(timing.stage),
                               QLocale().toString(timing.endMs - timing.startMs, 'f', 1)));
    return {
        {tr("Server"), hostAndPort(endpoint.host, endpoint.port)},
        {tr("Address used"), knownOr(report.address.toString(), tr("none", "address"))},
        {tr("All addresses"), knownOr(addresses.join(u", "_s), tr("none", "address"))},
        {tr("Security"), modeText(report)},
        {tr("Time"), timings.join(u" · "_s)},
    };
}

QList<Fact> HandshakeWords::sessionFacts(const TlsSession &session)
{
    const QString perVersion = tr("negotiated apart from the suite; not reported");
    QStringList exchange{session.keyExchange, session.keyExchangeGroup};
    exchange.removeAll(QString());
    QString secrecy = tr("unknown");
    if (session.hasForwardSecrecy)
        secrecy = *session.hasForwardSecrecy ? tr("yes") : tr("no");
    return {
        {tr("TLS version"), knownOr(session.version, tr("unknown"))},
        {tr("Cipher suite"), tr("%1, %n bit(s)", nullptr, session.usedBits).arg(session.cipher)},
        {tr("Key exchange"), knownOr(exchange.join(u", "_s), perVersion)},
        {tr("Authentication"),
            knownOr(session.authentication, knownOr(session.peerSignature, perVersion))},
        {tr("Signed by the server"), knownOr(session.peerSignature, tr("no, or not reported"))},
        {tr("Forward secrecy"), secrecy},
        {tr("Name sent (SNI)"), knownOr(session.serverName, tr("none", "name"))},
        {tr("Certificate"), trustText(session)},
        {tr("Revocation (OCSP)"), revocationText(session)},
        {tr("Resumed"),
            session.isResumed ? (*session.isResumed ? tr("yes") : tr("no")) : tr("unknown")},
    };
}

QList<Fact> HandshakeWords::versionFacts(const SecondLook &look)
{
    QStringList accepted;
    QStringList refused;
    for (const TlsVersion version : allTlsVersions) {
        const auto isAccepted = look.accepts(version);
        if (isAccepted)
            (*isAccepted ? accepted : refused).append(toString(version));
    }
    QList<Fact> facts{
        {tr("Versions accepted"), knownOr(accepted.join(u", "_s), tr("none seen"))},
        {tr("Versions refused"), knownOr(refused.join(u", "_s), tr("none seen"))},
    };
    if (const ServerHelloAnswer *answer = look.mostTelling())
        facts.append({tr("Suite it would choose"), cipherSuiteName(answer->cipherSuite)});
    return facts;
}

QList<Fact> HandshakeWords::serverFacts(const ProbeReport &report)
{
    const ServerProfile &profile = report.profile;
    const auto shown
        = [](const QStringList &capabilities) { return inertText(capabilities.join(u' '), 2000); };
    QList<Fact> facts;
    if (!profile.greeting.isEmpty())
        facts.append({tr("Greeting"), inertText(profile.greeting), Fact::Font::Fixed});
    if (!profile.capabilitiesBeforeTls.isEmpty())
        facts.append({tr("Before TLS"), shown(profile.capabilitiesBeforeTls), Fact::Font::Fixed});
    if (!profile.capabilities.isEmpty())
        facts.append({tr("Capabilities"), shown(profile.capabilities), Fact::Font::Fixed});
    if (!profile.mechanisms.isEmpty())
        facts.append({tr("Sign-in"), profile.mechanisms.join(u", "_s)});
    return facts;
}

QString HandshakeWords::trustText(const TlsSession &session)
{
    switch (session.trust) {
    case Trust::Verified:
        return tr("verified");
    case Trust::AcceptedByUser:
        return tr("accepted by you; nobody else vouches for it");
    case Trust::Unverified:
        break;
    }
    return session.isRefused() ? tr("refused") : tr("not trusted");
}

QString HandshakeWords::revocationText(const TlsSession &session)
{
    if (!session.ocsp)
        return tr("the server sent no word of its issuer");
    switch (session.ocsp->status) {
    case OcspStatus::Good:
        return tr("not revoked, says the issuer (%1)").arg(session.ocsp->evidence);
    case OcspStatus::Revoked:
        return tr("revoked (%1)").arg(session.ocsp->evidence);
    case OcspStatus::Unknown:
        return tr("the issuer does not know the certificate");
    case OcspStatus::Unusable:
        break;
    }
    return tr("the server sent an answer that does not count: %1").arg(session.ocsp->evidence);
}

QString HandshakeWords::modeText(const ProbeReport &report)
{
    switch (report.candidate.endpoint.security) {
    case Security::ImplicitTls:
        return tr("TLS from the first byte (implicit TLS)");
    case Security::StartTls:
        return report.tls ? tr("STARTTLS, proven by a handshake") : tr("STARTTLS");
    case Security::Plaintext:
        break;
    }
    return tr("none: everything is readable on the way");
}

QString HandshakeWords::knownOr(const QString &value, const QString &unknown)
{
    return value.isEmpty() ? unknown : value;
}

QString HandshakeWords::stageName(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return tr("name");
    case Stage::Connect:
        return tr("connection");
    case Stage::Greeting:
        return tr("greeting");
    case Stage::StartTls:
        return u"STARTTLS"_s;
    case Stage::Handshake:
        return tr("handshake");
    case Stage::Capabilities:
        break;
    }
    return tr("capabilities");
}

} // namespace postern
