// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/detectiondocument.h"

#include "account/emailaddress.h"
#include "account/hostname.h"
#include "base/inerttext.h"
#include "base/jsonstrings.h"
#include "document/attemptjson.h"
#include "probe/ranking.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

const auto detectionSchema = "postern.detection/1"_L1;
const auto writer = "Postern " POSTERN_VERSION ""_L1;
const auto inspectionSchema = "postern.inspection/1"_L1;
constexpr qsizetype maxTextLength = 1000;
constexpr qsizetype maxAlternatives = 64;

double roundedMs(double ms)
{
    return qRound(ms * 10) / 10.0;
}

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
            {"state"_L1, toString(source.state)}, {"elapsedMs"_L1, roundedMs(source.elapsedMs)},
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

/// What is there has to be of its kind: a text where a list belongs is no list without elements.
bool isListOfTexts(const QJsonValue &value)
{
    const QJsonArray elements = value.toArray();
    return value.isUndefined()
        || (value.isArray()
            && std::all_of(elements.begin(), elements.end(),
                [](const QJsonValue &element) { return element.isString(); }));
}

bool isTextOrNothing(const QJsonValue &value)
{
    return value.isString() || value.isNull() || value.isUndefined();
}

bool isShortText(const QString &text)
{
    return text.size() <= maxTextLength && isPlainText(text);
}

std::optional<QList<Problem>> problemsFrom(const QJsonValue &value)
{
    QList<Problem> problems;
    for (const QString &code : stringsFrom(value)) {
        const auto problem = problemFromString(code);
        if (!problem)
            return std::nullopt;
        problems.append(*problem);
    }
    return problems;
}

std::optional<ServerSetting> settingFromJson(const QJsonObject &object)
{
    const auto protocol = protocolFromString(object.value("service"_L1).toString());
    const auto security = securityFromString(object.value("security"_L1).toString());
    const QString host = object.value("host"_L1).toString();
    const auto canonical = HostName::parse(host);
    const double port = object.value("port"_L1).toDouble();
    if (!protocol || !security || !canonical || *canonical != host || port < 1 || port > 65535
        || port != static_cast<quint16>(port))
        return std::nullopt;
    if (!isListOfTexts(object.value("authentication"_L1))
        || !isListOfTexts(object.value("needsConsent"_L1))
        || !isTextOrNothing(object.value("username"_L1))
        || !isTextOrNothing(object.value("tlsVersion"_L1)))
        return std::nullopt;
    ServerSetting setting;
    setting.endpoint = {*protocol, *canonical, static_cast<quint16>(port), *security};
    setting.username = object.value("username"_L1).toString();
    setting.authentication = stringsFrom(object.value("authentication"_L1));
    const auto source = sourceFromString(object.value("source"_L1).toString());
    const auto consents = problemsFrom(object.value("needsConsent"_L1));
    const QString version = object.value("tlsVersion"_L1).toString();
    if (!source || !consents)
        return std::nullopt;
    setting.provenance.source = *source;
    setting.provenance.origin = object.value("origin"_L1).toString();
    setting.isTrusted = object.value("trusted"_L1).toBool();
    setting.needsConsent = *consents;
    const Problem plaintext = Problem::SecurityPlaintext;
    if (*security == Security::Plaintext && !setting.needsConsent.contains(plaintext))
        setting.needsConsent.append(plaintext); // whatever the document says of it
    setting.tlsVersion = tlsVersionFromString(version);
    const bool isClean = isShortText(setting.username) && isShortText(setting.provenance.origin)
        && std::all_of(setting.authentication.begin(), setting.authentication.end(), isShortText);
    return isClean ? std::optional(setting) : std::nullopt;
}

/// One direction of "alternatives"; what cannot be read is no alternative.
QList<ServerSetting> alternativesFrom(const QJsonValue &value, Direction direction)
{
    QList<ServerSetting> settings;
    for (const auto &element : value.toArray()) {
        const auto setting = settingFromJson(element.toObject());
        if (setting && directionOf(setting->endpoint.protocol) == direction
            && settings.size() < maxAlternatives)
            settings.append(*setting);
    }
    return settings;
}

/// One direction of "recommended": null is allowed, anything else must be a whole setting.
Result<std::optional<ServerSetting>, DocumentError> directionFrom(
    const QJsonValue &value, Direction direction)
{
    if (value.isNull() || value.isUndefined())
        return std::optional<ServerSetting>();
    const auto setting = settingFromJson(value.toObject());
    if (!setting || directionOf(setting->endpoint.protocol) != direction)
        return Failure{direction == Direction::Incoming ? DocumentError::InvalidIncoming
                                                        : DocumentError::InvalidOutgoing};
    return setting;
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
    for (const ProbeReport &attempt : detection.attempts)
        attempts.append(attemptToJson(attempt, certificates, detail));
    QJsonArray problems;
    for (const Diagnosis &problem : detection.problems)
        problems.append(diagnosisToJson(problem));
    const AccountSettings &settings = detection.settings;
    return {
        {"schema"_L1, detectionSchema},
        {"address"_L1, textOrNull(settings.identity.address().toString())},
        {"displayName"_L1, settings.identity.displayName()},
        {"domain"_L1, settings.identity.domain().text()},
        {"writtenBy"_L1, writer},
        {"startedAt"_L1, startOf(detection)},
        {"elapsedMs"_L1, roundedMs(detection.elapsedMs)},
        {"firstUsableMs"_L1,
            detection.firstUsableMs ? QJsonValue(roundedMs(*detection.firstUsableMs))
                                    : QJsonValue()},
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
}

QByteArray writeInspectionDocument(const Detection &detection, const QString &host, quint16 port)
{
    QJsonArray attempts;
    WrittenCertificates certificates;
    const QList<ProbeReport> sorted = bestFirst(detection.attempts);
    for (const ProbeReport &attempt : sorted)
        attempts.append(attemptToJson(attempt, certificates, DocumentDetail::WithTranscripts));
    const quint16 shownPort
        = port != 0 || sorted.isEmpty() ? port : sorted.constFirst().candidate.endpoint.port;
    return QJsonDocument(
        QJsonObject{{"schema"_L1, inspectionSchema}, {"host"_L1, host}, {"port"_L1, shownPort},
            {"writtenBy"_L1, writer}, {"startedAt"_L1, startOf(detection)},
            {"elapsedMs"_L1, roundedMs(detection.elapsedMs)}, {"attempts"_L1, attempts}})
        .toJson();
}

Result<SavedDetection, DocumentError> readDetectionDocument(const QByteArray &json)
{
    if (json.size() > maxDocumentBytes)
        return Failure{DocumentError::TooLarge};
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Failure{DocumentError::NotJson};
    const QJsonObject root = document.object();
    if (root.value("schema"_L1).toString() != detectionSchema)
        return Failure{DocumentError::WrongSchema};

    AccountSettings settings;
    const QString displayName = root.value("displayName"_L1).toString();
    const QString written = root.value("domain"_L1).toString();
    const QString person = root.value("address"_L1).toString();
    const auto domain = HostName::parse(written);
    const auto address = EmailAddress::parse(person);
    if (!domain || *domain != written || !(person.isEmpty() || address)
        || !isShortText(displayName))
        return Failure{DocumentError::InvalidAccount};
    settings.identity = address ? Identity(*address, displayName) : Identity(*domain, displayName);
    const QJsonObject recommended = root.value("recommended"_L1).toObject();
    const auto incoming = directionFrom(recommended.value("incoming"_L1), Direction::Incoming);
    const auto outgoing = directionFrom(recommended.value("outgoing"_L1), Direction::Outgoing);
    if (!incoming)
        return Failure{incoming.error()};
    if (!outgoing)
        return Failure{outgoing.error()};
    settings.incoming = *incoming;
    settings.outgoing = *outgoing;
    const QJsonObject others = root.value("alternatives"_L1).toObject();
    return SavedDetection{settings,
        alternativesFrom(others.value("incoming"_L1), Direction::Incoming)
            + alternativesFrom(others.value("outgoing"_L1), Direction::Outgoing),
        root};
}

} // namespace postern
