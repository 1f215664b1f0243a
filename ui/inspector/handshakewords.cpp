// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/handshakewords.h"

#include "base/inerttext.h"
#include "endpointstate.h"
#include "stagewords.h"
#include "tls/ciphersuite.h"

#include <QLocale>
#include <QSet>

namespace postern {

using namespace Qt::StringLiterals;

QList<Fact> HandshakeWords::facts(const ProbeReport &report)
{
    QList<Fact> facts = steadyFacts(report);
    facts.append({tr("Mode known by"), foundBy(report), Fact::Font::Fixed});
    facts.append({tr("Time"), timeText(report)});
    return facts;
}

QList<Fact> HandshakeWords::steadyFacts(const ProbeReport &report)
{
    QList<Fact> facts = connectionFacts(report);
    if (report.tls)
        facts += sessionFacts(*report.tls);
    if (report.tls || (report.fault && isTlsFault(report.fault->fault)))
        facts.append({tr("TLS alert"),
            report.tls ? tr("none that ended it")
                       : knownOr(report.fault->evidence, tr("unknown"))});
    if (report.secondLook)
        facts += versionFacts(*report.secondLook);
    return facts + serverFacts(report);
}

QList<Fact> HandshakeWords::connectionFacts(const ProbeReport &report)
{
    const Endpoint &endpoint = report.candidate.endpoint;
    return {
        {tr("Server"), hostAndPort(endpoint.host, endpoint.port)},
        {tr("Address used"), knownOr(report.address.toString(), tr("none", "address"))},
        {tr("All addresses"), addressText(report)},
        {tr("Security"), modeText(report)},
    };
}

QList<Fact> HandshakeWords::sessionFacts(const Handshake &handshake)
{
    const QString perVersion = tr("negotiated apart from the suite; not reported");
    QStringList exchange{handshake.keyExchange, handshake.keyExchangeGroup};
    exchange.removeAll(QString());
    QString secrecy = tr("unknown");
    if (handshake.hasForwardSecrecy)
        secrecy = *handshake.hasForwardSecrecy ? tr("yes") : tr("no");
    return {
        rated({tr("TLS version"), knownOr(toString(handshake.version), tr("unknown"))},
            ratingOfVersion(handshake)),
        rated({tr("Cipher suite"),
                  tr("%1, %n bit(s)", nullptr, handshake.usedBits).arg(handshake.cipher)},
            ratingOfCipher(handshake)),
        rated({tr("Key exchange"), knownOr(exchange.join(u", "_s), perVersion)},
            ratingOfKeyExchange(handshake)),
        {tr("Authentication"),
            knownOr(handshake.authentication, knownOr(handshake.peerSignature, perVersion))},
        rated({tr("Signed by the server"),
                  knownOr(handshake.peerSignature, tr("no, or not reported"))},
            ratingOfSignature(handshake)),
        {tr("Forward secrecy"), secrecy},
        {tr("Name sent (SNI)"), knownOr(handshake.serverName, tr("none", "name"))},
        {tr("Protocol named (ALPN)"), knownOr(handshake.alpn, tr("none agreed"))},
        {tr("Certificate"), trustText(handshake)},
        {tr("Revocation (OCSP)"), revocationText(handshake)},
        {tr("Resumed"),
            handshake.isResumed ? (*handshake.isResumed ? tr("yes") : tr("no")) : tr("unknown")},
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
    const QSet<QString> before(
        profile.capabilitiesBeforeTls.begin(), profile.capabilitiesBeforeTls.end());
    const QSet<QString> after(profile.capabilities.begin(), profile.capabilities.end());
    const auto add
        = [&](const QString &name, QStringList capabilities, const QSet<QString> &without) {
              capabilities.removeIf([&](const QString &each) { return without.contains(each); });
              if (!capabilities.isEmpty())
                  facts.append({name, shown(capabilities), Fact::Font::Fixed});
          };
    if (before.isEmpty()) {
        add(tr("Capabilities"), profile.capabilities, {});
    } else {
        QStringList both = profile.capabilities;
        both.removeIf([&before](const QString &each) { return !before.contains(each); });
        add(tr("Only before TLS"), profile.capabilitiesBeforeTls, after);
        add(tr("Only after TLS"), profile.capabilities, before);
        add(tr("Before and after"), both, {});
    }
    if (!profile.mechanisms.isEmpty())
        facts.append({tr("Sign-in"), profile.mechanisms.join(u", "_s)});
    return facts;
}

QString HandshakeWords::trustText(const Handshake &handshake)
{
    switch (handshake.trust) {
    case Trust::Verified:
        return tr("verified");
    case Trust::AcceptedByUser:
        return handshake.vouchedBy.isEmpty()
            ? tr("accepted by you")
            : tr("accepted by you: %1 vouches for it, an authority of your choice")
                  .arg(handshake.vouchedBy);
    case Trust::Unverified:
        break;
    }
    return handshake.isRefused() ? tr("refused") : tr("not trusted");
}

QString HandshakeWords::revocationText(const Handshake &handshake)
{
    if (!handshake.ocsp)
        return tr("unknown: the server stapled no OCSP response");
    switch (handshake.ocsp->status) {
    case OcspStatus::Good:
        return tr("not revoked, says the issuer (%1)").arg(handshake.ocsp->evidence);
    case OcspStatus::Revoked:
        return tr("revoked (%1)").arg(handshake.ocsp->evidence);
    case OcspStatus::Unknown:
        return tr("the issuer does not know the certificate");
    case OcspStatus::Unusable:
        break;
    }
    return tr("the server sent an answer that does not count: %1").arg(handshake.ocsp->evidence);
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

QString HandshakeWords::timeText(const ProbeReport &report)
{
    QStringList timings;
    for (const StageTiming &timing : report.stages)
        timings.append(tr("%1 %2 ms")
                           .arg(StageWords::name(timing.stage),
                               QLocale().toString(timing.endMs - timing.startMs, 'f', 1)));
    return timings.join(u" · "_s);
}

/// The very lines that opened the way to TLS.
QString HandshakeWords::foundBy(const ProbeReport &report)
{
    if (report.candidate.endpoint.security == Security::ImplicitTls && report.tls)
        return tr("the handshake, right after connecting");
    QStringList lines;
    bool isAsked = false;
    for (const Transcript::Entry &entry : report.transcript.entries()) {
        const bool isSent = entry.direction == Transcript::Direction::Sent;
        if (isSent && (entry.text.endsWith("STARTTLS"_L1) || entry.text == "STLS"_L1)) {
            isAsked = true;
            lines.append(u"C: "_s + entry.text);
        } else if (isAsked && entry.direction == Transcript::Direction::Received) {
            lines.append(u"S: "_s + entry.text);
            break;
        } else if (isAsked) {
            break;
        }
    }
    if (!lines.isEmpty())
        return lines.join(u'\n');
    return report.profile.greeting.isEmpty() ? tr("nothing: no answer came")
                                             : u"S: "_s + inertText(report.profile.greeting);
}

/// Each with whether it is the one in use; further ones are tried where it does not answer.
QString HandshakeWords::addressText(const ProbeReport &report)
{
    QStringList addresses;
    for (const QHostAddress &address : report.addresses)
        addresses.append(address == report.address
                ? tr("%1 (used)", "address").arg(address.toString())
                : address.toString());
    return knownOr(addresses.join(u", "_s), tr("none", "address"));
}

Fact HandshakeWords::rated(Fact fact, const Rating &rating)
{
    switch (rating.grade) {
    case Rating::Grade::Good:
        fact.badge = Fact::Badge::Good;
        break;
    case Rating::Grade::Dated:
        fact.badge = Fact::Badge::Dated;
        break;
    case Rating::Grade::Weak:
        fact.badge = Fact::Badge::Weak;
        break;
    case Rating::Grade::Unknown:
        break;
    }
    fact.reason = reasonText(rating.reason);
    return fact;
}

QString HandshakeWords::reasonText(Rating::Reason reason)
{
    switch (reason) {
    case Rating::Reason::CurrentVersion:
        return tr("a current version");
    case Rating::Reason::WithdrawnVersion:
        return tr("withdrawn in 2021 (RFC 8996), because it can be broken");
    case Rating::Reason::AuthenticatedCipher:
        return tr("encrypts and seals in one (AEAD)");
    case Rating::Reason::CbcCipher:
        return tr("an older construction with a history of attacks (RFC 9325, 4.2)");
    case Rating::Reason::BrokenCipher:
        return tr("can be broken (RFC 9325, 4.1)");
    case Rating::Reason::FreshKeys:
        return tr("fresh keys: a key that leaks later opens nothing of today");
    case Rating::Reason::NoFreshKeys:
        return tr("no fresh keys: who gets the server's key later reads today's mail");
    case Rating::Reason::SmallGroup:
        return tr("a group below 2048 bits can be broken (RFC 9325, 4.1)");
    case Rating::Reason::WeakHash:
        return tr("such a signature can be forged (RFC 9155)");
    case Rating::Reason::SoundHash:
        return tr("a sound hash under the signature");
    case Rating::Reason::None:
        break;
    }
    return {};
}

QString HandshakeWords::knownOr(const QString &value, const QString &unknown)
{
    return value.isEmpty() ? unknown : value;
}

} // namespace postern
