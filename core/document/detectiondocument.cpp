// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/detectiondocument.h"

#include "base/jsonstrings.h"
#include "document/diagnosisjson.h"
#include "document/schemanames.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QJsonValue startOf(const Detection &detection)
{
    return detection.startedAt.isValid()
        ? QJsonValue(detection.startedAt.toUTC().toString(Qt::ISODate))
        : QJsonValue();
}

QJsonObject toJson(const ServerSetting &setting)
{
    return {
        {"service"_L1, toString(setting.endpoint.protocol)},
        {"host"_L1, setting.endpoint.host.text()},
        {"port"_L1, setting.endpoint.port},
        {"security"_L1, toString(setting.endpoint.security)},
        {"username"_L1, setting.username},
        {"authentication"_L1, QJsonArray::fromStringList(setting.authentication)},
        {"publishedAuthentication"_L1, QJsonArray::fromStringList(setting.publishedAuthentication)},
        {"source"_L1, toString(setting.provenance.source)},
        {"origin"_L1, setting.provenance.origin},
        {"untrusted"_L1, setting.provenance.isUntrusted},
        {"foreign"_L1, setting.provenance.isForeign},
        {"trusted"_L1, setting.isTrusted},
        {"needsConsent"_L1, QJsonArray::fromStringList(codesOf(setting.needsConsent))},
        {"tlsVersion"_L1,
            setting.tlsVersion ? QJsonValue(toString(*setting.tlsVersion)) : QJsonValue()},
    };
}

QJsonValue toJson(const std::optional<ServerSetting> &setting)
{
    return setting ? QJsonValue(toJson(*setting)) : QJsonValue();
}

QJsonArray toJson(const QList<ServerSetting> &settings)
{
    QJsonArray array;
    for (const ServerSetting &setting : settings)
        array.append(toJson(setting));
    return array;
}

QJsonArray toJson(const QList<SourceReport> &sources)
{
    QJsonArray array;
    for (const SourceReport &source : sources) {
        array.append(QJsonObject{{"name"_L1, toString(source.source)},
            {"state"_L1, toString(source.state)}, {"elapsedMs"_L1, tenths(source.elapsedMs)},
            {"origin"_L1, source.origin}, {"detail"_L1, source.detail}});
    }
    return array;
}

QJsonValue toJson(const std::optional<KnownProvider> &provider)
{
    if (!provider)
        return {};
    QJsonArray signIn;
    for (const SignInWay way : provider->signIn)
        signIn.append(toString(way));
    QJsonArray switchedOff;
    for (const Protocol protocol : provider->switchedOffByDefault)
        switchedOff.append(toString(protocol));
    return QJsonObject{{"name"_L1, provider->name}, {"signIn"_L1, signIn},
        {"switchedOffByDefault"_L1, switchedOff}, {"help"_L1, provider->help.toString()}};
}

} // namespace

QByteArray writeDetectionDocument(const Detection &detection)
{
    return QJsonDocument(detectionToJson(detection, DocumentDetail::WithTranscripts)).toJson();
}

QJsonObject detectionToJson(const Detection &detection, DocumentDetail detail)
{
    QJsonArray attempts;
    WrittenCertificates certificates;
    for (const Attempt &attempt : detection.attempts)
        attempts.append(attemptToJson(attempt, certificates, detail));
    QJsonArray problems;
    for (const Diagnosis &diagnosis : detection.diagnoses)
        problems.append(diagnosisWithPlaceToJson(diagnosis));
    const AccountSettings &settings = detection.settings;
    QJsonObject document{
        {"schema"_L1, detectionSchema},
        {"address"_L1, textOrNull(settings.identity.address().toString())},
        {"displayName"_L1, settings.identity.displayName()},
        {"domain"_L1, settings.identity.domain().text()},
        {"writtenBy"_L1, textOrNull(detection.writtenBy)},
        {"startedAt"_L1, startOf(detection)},
        {"elapsedMs"_L1, tenths(detection.elapsedMs)},
        {"firstUsableMs"_L1,
            detection.firstUsableMs ? QJsonValue(tenths(*detection.firstUsableMs)) : QJsonValue()},
        {"verdict"_L1, toString(detection.verdict)},
        {"recommended"_L1,
            QJsonObject{{"incoming"_L1, toJson(settings.incoming)},
                {"outgoing"_L1, toJson(settings.outgoing)}}},
        {"alternatives"_L1,
            QJsonObject{{"incoming"_L1, toJson(detection.incomingAlternatives)},
                {"outgoing"_L1, toJson(detection.outgoingAlternatives)}}},
        {"attempts"_L1, attempts},
        {"sources"_L1, toJson(detection.sources)},
        {"provider"_L1, toJson(detection.provider)},
        {"didYouMean"_L1, textOrNull(detection.meantDomain)},
        {"problems"_L1, problems},
    };
    if (detection.isRedacted)
        document.insert("redacted"_L1, true);
    return document;
}

QByteArray writeInspectionDocument(const Detection &detection, const QString &host, quint16 port)
{
    QJsonArray attempts;
    WrittenCertificates certificates;
    const QList<Attempt> sorted = bestFirst(detection);
    for (const Attempt &attempt : sorted)
        attempts.append(attemptToJson(attempt, certificates, DocumentDetail::WithTranscripts));
    const quint16 shownPort
        = port != 0 || sorted.isEmpty() ? port : sorted.constFirst().endpoint().port;
    return QJsonDocument(
        QJsonObject{{"schema"_L1, inspectionSchema}, {"host"_L1, host}, {"port"_L1, shownPort},
            {"writtenBy"_L1, textOrNull(detection.writtenBy)}, {"startedAt"_L1, startOf(detection)},
            {"elapsedMs"_L1, tenths(detection.elapsedMs)}, {"attempts"_L1, attempts}})
        .toJson();
}

} // namespace postern
