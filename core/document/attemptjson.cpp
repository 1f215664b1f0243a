// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/attemptjson.h"

#include "base/inerttext.h"
#include "base/jsonstrings.h"
#include "certificate/certificate.h"
#include "diagnosis/advice.h"
#include "diagnosis/diagnose.h"
#include "document/certificatejson.h"
#include "tls/ciphersuite.h"

#include <QJsonArray>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxChainShown = 20;

/// Milliseconds with one place: more is noise.
double rounded(double ms)
{
    return qRound(ms * 10) / 10.0;
}

QJsonArray inertArray(const QStringList &texts)
{
    QJsonArray array;
    for (const QString &text : texts)
        array.append(inertText(text));
    return array;
}

/// What is written already is not decoded again.
QJsonObject writtenOnce(const Certificate &certificate, WrittenCertificates &written)
{
    const QByteArray sha256 = certificate.sha256();
    const auto known = written.constFind(sha256);
    return known != written.constEnd() ? *known
                                       : *written.insert(sha256, certificateToJson(certificate));
}

/// Each version by its name: true, false, or null where it could not be seen.
QJsonObject versionsToJson(const SecondLook &look)
{
    QJsonObject versions;
    for (const TlsVersion version : allTlsVersions) {
        const auto isAccepted = look.accepts(version);
        versions.insert(toString(version), isAccepted ? QJsonValue(*isAccepted) : QJsonValue());
    }
    return versions;
}

QJsonObject secondLookToJson(const SecondLook &look)
{
    const ServerHelloAnswer *answer = look.mostTelling();
    return {
        {"connections"_L1, look.connections},
        {"versionsAccepted"_L1, versionsToJson(look)},
        {"cipher"_L1, answer ? QJsonValue(cipherSuiteName(answer->cipherSuite)) : QJsonValue()},
        {"dhBits"_L1, answer && answer->dhBits > 0 ? QJsonValue(answer->dhBits) : QJsonValue()},
        {"wantsClientCertificate"_L1,
            answer ? QJsonValue(answer->wantsClientCertificate) : QJsonValue()},
    };
}

QJsonValue ocspToJson(const Handshake &session)
{
    if (!session.ocsp)
        return {};
    return QJsonObject{{"status"_L1, toString(session.ocsp->status)}, {"stapled"_L1, true},
        {"evidence"_L1, session.ocsp->evidence}};
}

QJsonObject handshakeToJson(const Handshake &session, WrittenCertificates &certificates)
{
    QJsonArray chain;
    for (const Certificate &certificate :
        session.chain.first(qMin(session.chain.size(), maxChainShown)))
        chain.append(writtenOnce(certificate, certificates));
    return {
        {"version"_L1, textOrNull(toString(session.version))},
        {"cipher"_L1, textOrNull(session.cipher)},
        {"keyExchange"_L1,
            textOrNull(
                session.keyExchange.isEmpty() ? session.keyExchangeGroup : session.keyExchange)},
        {"keyExchangeGroup"_L1, textOrNull(session.keyExchangeGroup)},
        {"peerSignature"_L1, textOrNull(session.peerSignature)},
        {"forwardSecrecy"_L1,
            session.hasForwardSecrecy ? QJsonValue(*session.hasForwardSecrecy) : QJsonValue()},
        {"serverName"_L1, textOrNull(session.serverName)},
        {"alpn"_L1, textOrNull(session.alpn)},
        {"resumed"_L1, session.isResumed ? QJsonValue(*session.isResumed) : QJsonValue()},
        {"ocsp"_L1, ocspToJson(session)},
        {"verified"_L1, session.trust == Trust::Verified},
        {"acceptedByUser"_L1, session.trust == Trust::AcceptedByUser},
        {"vouchedBy"_L1, textOrNull(session.vouchedBy)},
        {"anchor"_L1,
            session.anchor.isNull() ? QJsonValue() : writtenOnce(session.anchor, certificates)},
        {"chain"_L1, chain},
    };
}

QJsonArray stagesToJson(const QList<StageTiming> &stages)
{
    QJsonArray array;
    for (const StageTiming &timing : stages)
        array.append(QJsonObject{{"name"_L1, toString(timing.stage)},
            {"startMs"_L1, rounded(timing.startMs)}, {"endMs"_L1, rounded(timing.endMs)}});
    return array;
}

QJsonArray transcriptToJson(const Transcript &transcript)
{
    QJsonArray array;
    for (const Transcript::Entry &entry : transcript.entries())
        array.append(QJsonObject{{"atMs"_L1, rounded(entry.atMs)},
            {"direction"_L1, toString(entry.direction)}, {"text"_L1, entry.text}});
    return array;
}

QJsonArray addressesToJson(const QList<QHostAddress> &addresses)
{
    QJsonArray array;
    for (const QHostAddress &address : addresses)
        array.append(address.toString());
    return array;
}

} // namespace

QJsonObject attemptToJson(
    const ProbeReport &report, WrittenCertificates &certificates, DocumentDetail detail)
{
    const Endpoint &endpoint = report.candidate.endpoint;
    QJsonArray diagnoses;
    for (const Diagnosis &diagnosis : diagnose(report))
        diagnoses.append(diagnosisToJson(diagnosis));
    QJsonValue tls;
    if (report.tls) {
        QJsonObject handshake = handshakeToJson(*report.tls, certificates);
        if (report.secondLook)
            handshake.insert("versionsAccepted"_L1, versionsToJson(*report.secondLook));
        tls = handshake;
    }
    QJsonObject attempt{
        {"service"_L1, toString(endpoint.protocol)},
        {"host"_L1, endpoint.host.text()},
        {"addresses"_L1, addressesToJson(report.addresses)},
        {"address"_L1, textOrNull(report.address.toString())},
        {"port"_L1, endpoint.port},
        {"security"_L1, toString(endpoint.security)},
        {"source"_L1, toString(report.candidate.provenance.source)},
        {"outcome"_L1, toString(report.outcome)},
        {"stages"_L1, stagesToJson(report.stages)},
        {"greeting"_L1, textOrNull(inertText(report.profile.greeting))},
        {"capabilities"_L1, inertArray(report.profile.capabilities)},
        {"capabilitiesBeforeTls"_L1, inertArray(report.profile.capabilitiesBeforeTls)},
        {"tls"_L1, tls},
        {"diagnoses"_L1, diagnoses},
    };
    if (report.secondLook)
        attempt.insert("secondLook"_L1, secondLookToJson(*report.secondLook));
    if (detail == DocumentDetail::WithTranscripts)
        attempt.insert("transcript"_L1, transcriptToJson(report.transcript));
    return attempt;
}

QJsonObject diagnosisToJson(const Diagnosis &diagnosis)
{
    const AdviceText words = Advice::textFor(diagnosis);
    return {
        {"code"_L1, toString(diagnosis.problem)},
        {"stage"_L1, toString(diagnosis.stage)},
        {"severity"_L1, toString(diagnosis.severity)},
        {"title"_L1, words.title},
        {"cause"_L1, words.cause},
        {"remedy"_L1, words.remedy},
        {"evidence"_L1, diagnosis.evidence},
    };
}

} // namespace postern
