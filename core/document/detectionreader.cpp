// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/detectionreader.h"

#include "document/attemptjson.h"
#include "document/diagnosisjson.h"
#include "document/schemanames.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

// Honest documents have fewer of each.
constexpr qsizetype maxAttempts = 20000;
constexpr qsizetype maxAlternatives = 64;
constexpr qsizetype maxListedWords = 100;
constexpr qsizetype maxSources = 1000;
constexpr qsizetype maxProblems = 1000;

Result<QJsonObject, DocumentError> objectFrom(const QByteArray &json, QLatin1StringView schema)
{
    if (json.size() > maxDocumentBytes)
        return Failure{DocumentError{DocumentError::Kind::TooLarge}};
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Failure{DocumentError{DocumentError::Kind::NotJson}};
    if (document.object().value("schema"_L1).toString() != schema)
        return Failure{DocumentError{DocumentError::Kind::WrongSchema}};
    return document.object();
}

Identity identityFrom(const JsonValue &root)
{
    const JsonValue written = root.at("address"_L1);
    const QString displayName = root.at("displayName"_L1).inert();
    const HostName domain = root.at("domain"_L1).host();
    // A line of a batch may name a domain there.
    if (written.isAbsent() || written.plainText().isEmpty() || written.plainText() == domain)
        return Identity(domain, displayName);
    const auto address = EmailAddress::parse(written.plainText());
    if (!address || address->domain() != domain)
        written.refuse();
    return address ? Identity(*address, displayName) : Identity(domain, displayName);
}

/// Consent that the document does not ask for is asked for all the same where plaintext is concerned.
QList<Problem> consentsFrom(const JsonValue &value, const Endpoint &endpoint)
{
    QList<Problem> problems;
    for (const JsonValue &code : value.elements(maxListedWords))
        problems.append(code.needed(problemFromString));
    if (endpoint.security == Security::Plaintext && !problems.contains(Problem::SecurityPlaintext))
        problems.append(Problem::SecurityPlaintext);
    return problems;
}

Provenance provenanceFrom(const JsonValue &value, const QList<Problem> &consents)
{
    Provenance provenance;
    provenance.source = value.at("source"_L1).named(sourceFromString).value_or(Source::Guess);
    provenance.origin = value.at("origin"_L1).inert();
    provenance.isUntrusted = value.at("untrusted"_L1)
                                 .flag()
                                 .value_or(consents.contains(Problem::DiscoveryUntrustedSource));
    provenance.isForeign
        = value.at("foreign"_L1).flag().value_or(consents.contains(Problem::DiscoveryForeignHost));
    return provenance;
}

QStringList mechanismsFrom(const JsonValue &value)
{
    QStringList mechanisms;
    for (const JsonValue &mechanism : value.elements(maxListedWords))
        mechanisms.append(mechanism.plainText());
    return mechanisms;
}

ServerSetting settingFrom(const JsonValue &value, Direction direction)
{
    ServerSetting setting;
    setting.endpoint = endpointFrom(value);
    if (directionOf(setting.endpoint.protocol) != direction)
        value.at("service"_L1).refuse();
    setting.username = value.at("username"_L1).plainText();
    setting.authentication = mechanismsFrom(value.at("authentication"_L1));
    setting.publishedAuthentication = mechanismsFrom(value.at("publishedAuthentication"_L1));
    setting.isTrusted = value.at("trusted"_L1).isTrue();
    setting.needsConsent = consentsFrom(value.at("needsConsent"_L1), setting.endpoint);
    setting.provenance = provenanceFrom(value, setting.needsConsent);
    setting.tlsVersion = value.at("tlsVersion"_L1).named(tlsVersionFromString);
    return setting;
}

std::optional<ServerSetting> recommendedFrom(const JsonValue &value, Direction direction)
{
    return value.isAbsent() ? std::nullopt : std::optional(settingFrom(value, direction));
}

QList<ServerSetting> alternativesFrom(const JsonValue &value, Direction direction)
{
    QList<ServerSetting> settings;
    for (const JsonValue &element : value.elements(maxAlternatives))
        settings.append(settingFrom(element, direction));
    return settings;
}

QList<SourceReport> sourcesFrom(const JsonValue &value)
{
    QList<SourceReport> sources;
    for (const JsonValue &source : value.elements(maxSources))
        sources.append({source.at("name"_L1).needed(sourceFromString),
            source.at("state"_L1).needed(sourceStateFromString),
            source.at("elapsedMs"_L1).milliseconds(), source.at("origin"_L1).text(),
            source.at("detail"_L1).text()});
    return sources;
}

std::optional<KnownProvider> providerFrom(const JsonValue &value)
{
    if (value.isAbsent())
        return std::nullopt;
    KnownProvider provider;
    provider.name = value.at("name"_L1).text();
    for (const JsonValue &way : value.at("signIn"_L1).elements(maxListedWords))
        provider.signIn.append(way.needed(signInWayFromString));
    for (const JsonValue &protocol : value.at("switchedOffByDefault"_L1).elements(maxListedWords))
        provider.switchedOffByDefault.append(protocol.needed(protocolFromString));
    provider.help = QUrl(value.at("help"_L1).plainText(), QUrl::StrictMode);
    return provider;
}

QList<Attempt> attemptsFrom(const JsonValue &value)
{
    QList<Attempt> attempts;
    ReadCertificates certificates;
    for (const JsonValue &attempt : value.elements(maxAttempts))
        attempts.append(attemptFrom(attempt, certificates));
    return attempts;
}

/// Where a document does not say which server a problem is about, an attempt with the same evidence
/// does, or the first with the same problem; else it is about the domain as a whole.
Endpoint placeOf(const Diagnosis &problem, const Detection &detection)
{
    const QString first = problem.evidence.section(u'\n', 0, 0);
    Endpoint place;
    place.host = detection.settings.identity.domain();
    for (const Attempt &attempt : detection.attempts) {
        for (const Diagnosis &diagnosis : attempt.diagnoses) {
            if (diagnosis.problem != problem.problem)
                continue;
            if (diagnosis.evidence == first)
                return attempt.endpoint();
            if (place.port == 0)
                place = attempt.endpoint();
        }
    }
    return place;
}

QList<Diagnosis> problemsFrom(const JsonValue &value, const Detection &detection)
{
    QList<Diagnosis> problems;
    for (const JsonValue &element : value.elements(maxProblems)) {
        Diagnosis problem = diagnosisFrom(element, {});
        if (!namesPlace(element))
            problem.endpoint = placeOf(problem, detection);
        problems.append(problem);
    }
    return problems;
}

/// A name with its version; a sentence in its place is left out.
QString programFrom(const JsonValue &value)
{
    static const QRegularExpression program(u"^[A-Za-z]{1,30} [0-9][0-9A-Za-z.+~-]{0,30}$"_s);
    const QString text = value.text();
    return program.match(text).hasMatch() ? text : QString();
}

/// What follows from the settings; that there was no network is what only the search could see.
Verdict verdictFrom(const JsonValue &value, const Detection &detection)
{
    const Verdict verdict = verdictOf(detection);
    const auto said = value.named(verdictFromString);
    return verdict == Verdict::NothingFound && said == Verdict::Offline ? *said : verdict;
}

void readHistory(const JsonValue &root, Detection &detection)
{
    detection.writtenBy = programFrom(root.at("writtenBy"_L1));
    detection.startedAt = root.at("startedAt"_L1).time();
    detection.elapsedMs = root.at("elapsedMs"_L1).milliseconds();
    detection.attempts = attemptsFrom(root.at("attempts"_L1));
}

} // namespace

Result<Detection, DocumentError> readDetection(const QByteArray &json)
{
    const auto object = objectFrom(json, detectionSchema);
    if (!object)
        return Failure{object.error()};
    std::optional<QString> wrongPlace;
    const JsonValue root(*object, wrongPlace);
    const JsonValue recommended = root.at("recommended"_L1);
    const JsonValue alternatives = root.at("alternatives"_L1);
    Detection detection;
    detection.settings
        = {identityFrom(root), recommendedFrom(recommended.at("incoming"_L1), Direction::Incoming),
            recommendedFrom(recommended.at("outgoing"_L1), Direction::Outgoing)};
    detection.incomingAlternatives
        = alternativesFrom(alternatives.at("incoming"_L1), Direction::Incoming);
    detection.outgoingAlternatives
        = alternativesFrom(alternatives.at("outgoing"_L1), Direction::Outgoing);
    detection.isRedacted = root.at("redacted"_L1).isTrue();
    if (const JsonValue first = root.at("firstUsableMs"_L1); !first.isAbsent())
        detection.firstUsableMs = first.milliseconds();
    if (const JsonValue meant = root.at("didYouMean"_L1); !meant.isAbsent())
        detection.meantDomain = meant.host();
    detection.sources = sourcesFrom(root.at("sources"_L1));
    detection.provider = providerFrom(root.at("provider"_L1));
    readHistory(root, detection);
    detection.verdict = verdictFrom(root.at("verdict"_L1), detection);
    detection.diagnoses = problemsFrom(root.at("problems"_L1), detection);
    if (wrongPlace)
        return Failure{DocumentError{DocumentError::Kind::WrongValue, *wrongPlace}};
    return detection;
}

Result<Inspection, DocumentError> readInspection(const QByteArray &json)
{
    const auto object = objectFrom(json, inspectionSchema);
    if (!object)
        return Failure{object.error()};
    std::optional<QString> wrongPlace;
    const JsonValue root(*object, wrongPlace);
    Inspection inspection;
    inspection.server
        = {root.at("host"_L1).host(), static_cast<quint16>(root.at("port"_L1).integer(0, 65535))};
    inspection.detection.settings.identity = Identity(inspection.server.host);
    readHistory(root, inspection.detection);
    if (wrongPlace)
        return Failure{DocumentError{DocumentError::Kind::WrongValue, *wrongPlace}};
    return inspection;
}

} // namespace postern
