// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/attemptjson.h"

#include "base/inerttext.h"
#include "base/jsonstrings.h"
#include "certificate/certificate.h"
#include "document/diagnosisjson.h"
#include "tls/ciphersuite.h"
#include "tls/tlsalert.h"

#include <QJsonArray>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxChainShown = 20;
// Honest documents have fewer of each.
constexpr qsizetype maxChainRead = 1000;
constexpr qsizetype maxStages = 100;
constexpr qsizetype maxAddresses = 200;
constexpr qsizetype maxCapabilities = 1000;
constexpr qsizetype maxDiagnoses = 200;
constexpr int maxConnections = 1000;
constexpr int maxDhBits = 1000000;

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
    if (!certificate.isWhole()) // its fingerprint is only said to be
        return certificateToJson(certificate);
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

QJsonValue ocspToJson(const Handshake &handshake)
{
    if (!handshake.ocsp)
        return {};
    return QJsonObject{{"status"_L1, toString(handshake.ocsp->status)}, {"stapled"_L1, true},
        {"evidence"_L1, handshake.ocsp->evidence}};
}

QJsonObject handshakeToJson(const Handshake &handshake, WrittenCertificates &certificates)
{
    QJsonArray chain;
    for (const Certificate &certificate :
        handshake.chain.first(qMin(handshake.chain.size(), maxChainShown)))
        chain.append(writtenOnce(certificate, certificates));
    return {
        {"version"_L1, textOrNull(toString(handshake.version))},
        {"cipher"_L1, textOrNull(handshake.cipher)},
        {"keyExchange"_L1,
            textOrNull(handshake.keyExchange.isEmpty() ? handshake.keyExchangeGroup
                                                       : handshake.keyExchange)},
        {"keyExchangeGroup"_L1, textOrNull(handshake.keyExchangeGroup)},
        {"peerSignature"_L1, textOrNull(handshake.peerSignature)},
        {"forwardSecrecy"_L1,
            handshake.hasForwardSecrecy ? QJsonValue(*handshake.hasForwardSecrecy) : QJsonValue()},
        {"serverName"_L1, textOrNull(handshake.serverName)},
        {"alpn"_L1, textOrNull(handshake.alpn)},
        {"resumed"_L1, handshake.isResumed ? QJsonValue(*handshake.isResumed) : QJsonValue()},
        {"ocsp"_L1, ocspToJson(handshake)},
        {"verified"_L1, handshake.trust == Trust::Verified},
        {"acceptedByUser"_L1, handshake.trust == Trust::AcceptedByUser},
        {"vouchedBy"_L1, textOrNull(handshake.vouchedBy)},
        {"anchor"_L1,
            handshake.anchor.isNull() ? QJsonValue() : writtenOnce(handshake.anchor, certificates)},
        {"chain"_L1, chain},
    };
}

QJsonArray stagesToJson(const QList<StageTiming> &stages)
{
    QJsonArray array;
    for (const StageTiming &timing : stages)
        array.append(QJsonObject{{"name"_L1, toString(timing.stage)},
            {"startMs"_L1, tenths(timing.startMs)}, {"endMs"_L1, tenths(timing.endMs)}});
    return array;
}

QJsonArray transcriptToJson(const Transcript &transcript)
{
    QJsonArray array;
    for (const Transcript::Entry &entry : transcript.entries())
        array.append(QJsonObject{{"atMs"_L1, tenths(entry.atMs)},
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

Trust trustFrom(const JsonValue &value)
{
    if (value.at("verified"_L1).isTrue())
        return Trust::Verified;
    return value.at("acceptedByUser"_L1).isTrue() ? Trust::AcceptedByUser : Trust::Unverified;
}

Handshake handshakeFrom(const JsonValue &value, ReadCertificates &certificates)
{
    Handshake handshake;
    handshake.version = value.at("version"_L1).named(tlsVersionFromString);
    handshake.cipher = value.at("cipher"_L1).text();
    handshake.keyExchangeGroup = value.at("keyExchangeGroup"_L1).text();
    handshake.keyExchange = value.at("keyExchange"_L1).text();
    if (handshake.keyExchange == handshake.keyExchangeGroup)
        handshake.keyExchange.clear(); // the group stands in for it
    handshake.peerSignature = value.at("peerSignature"_L1).text();
    handshake.hasForwardSecrecy = value.at("forwardSecrecy"_L1).flag();
    handshake.serverName = value.at("serverName"_L1).text();
    handshake.alpn = value.at("alpn"_L1).text();
    handshake.isResumed = value.at("resumed"_L1).flag();
    handshake.trust = trustFrom(value);
    handshake.vouchedBy = value.at("vouchedBy"_L1).text();
    handshake.anchor = certificateFrom(value.at("anchor"_L1), certificates);
    for (const JsonValue &certificate : value.at("chain"_L1).elements(maxChainRead))
        handshake.chain.append(certificateFrom(certificate, certificates));
    if (const JsonValue ocsp = value.at("ocsp"_L1); !ocsp.isAbsent())
        handshake.ocsp = OcspStaple{
            ocsp.at("status"_L1).needed(ocspStatusFromString), ocsp.at("evidence"_L1).text()};
    return handshake;
}

/// As if the server had been asked: it answered each version that it accepts, and the most telling
/// answer has what was seen of it.
SecondLook secondLookFrom(const JsonValue &value)
{
    SecondLook look;
    look.connections = value.at("connections"_L1).count(maxConnections);
    for (const TlsVersion version : allTlsVersions) {
        const QByteArray name = toString(version).toLatin1();
        const auto isAccepted = value.at("versionsAccepted"_L1).at(QLatin1StringView(name)).flag();
        ServerHelloAnswer answer;
        answer.kind = isAccepted.value_or(false) ? ServerHelloAnswer::Kind::ServerHello
                                                 : ServerHelloAnswer::Kind::Alert;
        if (isAccepted.value_or(false))
            answer.version = version;
        else
            answer.alert = tlsalert::protocolVersion;
        if (isAccepted)
            look.answers.append({version, answer});
    }
    for (SecondLook::Answer &each : look.answers) {
        if (&each.answer != look.mostTelling())
            continue;
        each.answer.cipherSuite = cipherSuiteFromName(value.at("cipher"_L1).text());
        each.answer.dhBits = value.at("dhBits"_L1).count(maxDhBits);
        each.answer.wantsClientCertificate = value.at("wantsClientCertificate"_L1).isTrue();
    }
    return look;
}

QList<StageTiming> stagesFrom(const JsonValue &value)
{
    QList<StageTiming> stages;
    for (const JsonValue &stage : value.elements(maxStages))
        stages.append({stage.at("name"_L1).needed(stageFromString),
            stage.at("startMs"_L1).milliseconds(), stage.at("endMs"_L1).milliseconds()});
    return stages;
}

Transcript transcriptFrom(const JsonValue &value)
{
    Transcript transcript;
    for (const JsonValue &entry : value.elements(Transcript::maxEntries))
        transcript.append({entry.at("direction"_L1).needed(directionFromString),
            entry.at("atMs"_L1).milliseconds(), entry.at("text"_L1).text()});
    return transcript;
}

/// Null where there is none, or where it was left out of a redacted document.
QHostAddress addressFrom(const JsonValue &value)
{
    const QString text = value.plainText();
    const QHostAddress address(text);
    if (address.isNull() && !text.isEmpty() && text != "[address]"_L1)
        value.refuse();
    return address;
}

void readAddresses(const JsonValue &value, ProbeReport &report)
{
    report.address = addressFrom(value.at("address"_L1));
    for (const JsonValue &address : value.at("addresses"_L1).elements(maxAddresses))
        report.addresses.append(addressFrom(address));
}

} // namespace

QJsonObject attemptToJson(
    const Attempt &attempt, WrittenCertificates &certificates, DocumentDetail detail)
{
    const ProbeReport &report = attempt.report;
    const Endpoint &endpoint = report.candidate.endpoint;
    QJsonArray diagnoses;
    for (const Diagnosis &diagnosis : attempt.diagnoses)
        diagnoses.append(diagnosisToJson(diagnosis));
    QJsonValue tls;
    if (report.tls) {
        QJsonObject handshake = handshakeToJson(*report.tls, certificates);
        if (report.secondLook)
            handshake.insert("versionsAccepted"_L1, versionsToJson(*report.secondLook));
        tls = handshake;
    }
    QJsonObject object{
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
        object.insert("secondLook"_L1, secondLookToJson(*report.secondLook));
    if (detail == DocumentDetail::WithTranscripts)
        object.insert("transcript"_L1, transcriptToJson(report.transcript));
    return object;
}

Attempt attemptFrom(const JsonValue &value, ReadCertificates &certificates)
{
    Attempt attempt;
    ProbeReport &report = attempt.report;
    report.candidate.endpoint = endpointFrom(value);
    report.candidate.provenance.source
        = value.at("source"_L1).named(sourceFromString).value_or(Source::Guess);
    report.outcome = value.at("outcome"_L1).needed(outcomeFromString);
    readAddresses(value, report);
    report.stages = stagesFrom(value.at("stages"_L1));
    if (!report.stages.isEmpty())
        report.lastStage = report.stages.constLast().stage;
    report.profile.greeting = value.at("greeting"_L1).text().toUtf8();
    report.profile.capabilities = value.at("capabilities"_L1).texts(maxCapabilities);
    report.profile.capabilitiesBeforeTls
        = value.at("capabilitiesBeforeTls"_L1).texts(maxCapabilities);
    if (const JsonValue tls = value.at("tls"_L1); !tls.isAbsent())
        report.tls = handshakeFrom(tls, certificates);
    if (const JsonValue look = value.at("secondLook"_L1); !look.isAbsent())
        report.secondLook = secondLookFrom(look);
    report.transcript = transcriptFrom(value.at("transcript"_L1));
    for (const JsonValue &diagnosis : value.at("diagnoses"_L1).elements(maxDiagnoses))
        attempt.diagnoses.append(diagnosisFrom(diagnosis, attempt.endpoint()));
    return attempt;
}

} // namespace postern
