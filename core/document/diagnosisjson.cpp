// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/diagnosisjson.h"

#include "certificate/chainremark.h"
#include "certificate/namematch.h"
#include "diagnosis/advice.h"
#include "diagnosis/catalogue.h"

#include <QJsonArray>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxEvidenceLines = 40;
constexpr qsizetype maxListedNames = 200;
constexpr qsizetype maxPlaces = 1000;

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray versionNames(const QList<TlsVersion> &versions)
{
    QJsonArray names;
    for (const TlsVersion version : versions)
        names.append(toString(version));
    return names;
}

/// Each kind has keys of its own, by which it is told when it is read.
struct DetailsWriter
{
    QJsonValue operator()(const std::monostate &) const { return {}; }
    QJsonValue operator()(const VersionDetails &details) const
    {
        return QJsonObject{{"versions"_L1, versionNames(details.accepted)}};
    }
    QJsonValue operator()(const RejectionDetails &details) const
    {
        return QJsonObject{{"switchedOff"_L1, details.isSwitchedOff},
            {"blockListed"_L1, details.isBlockListed}, {"temporary"_L1, details.isTemporary}};
    }
    QJsonValue operator()(const OfferDetails &details) const
    {
        return QJsonObject{{"overwritten"_L1, details.isOverwritten}};
    }
    QJsonValue operator()(const FailureDetails &details) const
    {
        return QJsonObject{{"silent"_L1, details.isSilent}};
    }
    QJsonValue operator()(const NameDetails &details) const
    {
        return QJsonObject{{"names"_L1, QJsonArray::fromStringList(details.names)}};
    }
    QJsonValue operator()(const IssuerDetails &details) const
    {
        return QJsonObject{{"issuer"_L1, details.issuer}};
    }
    QJsonValue operator()(const DateDetails &details) const
    {
        return QJsonObject{{"date"_L1, timeOrNull(details.date)},
            {"judgedAt"_L1, timeOrNull(details.judgedAt)}, {"authority"_L1, details.authority}};
    }
    QJsonValue operator()(const InterceptionDetails &details) const
    {
        return QJsonObject{{"product"_L1, details.product},
            {"domains"_L1, QJsonArray::fromStringList(details.domains)}};
    }
};

QList<TlsVersion> versionsFrom(const JsonValue &value)
{
    QList<TlsVersion> versions;
    for (const JsonValue &element : value.elements(std::size(allTlsVersions)))
        versions.append(element.needed(tlsVersionFromString));
    return versions;
}

/// A name that our own sentence begins with is one that we know, and the hosts in it are hosts.
InterceptionDetails interceptionFrom(const JsonValue &value)
{
    InterceptionDetails details;
    if (const QString product = value.at("product"_L1).text(); isInterceptionProduct(product))
        details.product = product;
    for (const QString &domain : value.at("domains"_L1).texts(maxListedNames)) {
        if (HostName::parse(domain))
            details.domains.append(domain);
    }
    return details;
}

DiagnosisDetails detailsFrom(const JsonValue &value)
{
    const auto has = [&value](QLatin1StringView key) { return !value.at(key).isAbsent(); };
    if (has("versions"_L1))
        return VersionDetails{versionsFrom(value.at("versions"_L1))};
    if (has("switchedOff"_L1))
        return RejectionDetails{value.at("switchedOff"_L1).isTrue(),
            value.at("blockListed"_L1).isTrue(), value.at("temporary"_L1).isTrue()};
    if (has("overwritten"_L1))
        return OfferDetails{value.at("overwritten"_L1).isTrue()};
    if (has("silent"_L1))
        return FailureDetails{value.at("silent"_L1).isTrue()};
    if (has("names"_L1))
        return NameDetails{serverNamesIn(value.at("names"_L1).texts(maxListedNames))};
    if (has("issuer"_L1))
        return IssuerDetails{value.at("issuer"_L1).text()};
    if (has("judgedAt"_L1))
        return DateDetails{value.at("date"_L1).time(), value.at("judgedAt"_L1).time(),
            value.at("authority"_L1).text()};
    if (has("product"_L1))
        return interceptionFrom(value);
    return {};
}

} // namespace

QJsonObject diagnosisToJson(const Diagnosis &diagnosis)
{
    const AdviceText words = Advice::textFor(diagnosis);
    QJsonObject object{
        {"code"_L1, toString(diagnosis.problem)},
        {"stage"_L1, toString(diagnosis.stage)},
        {"severity"_L1, toString(diagnosis.severity)},
        {"title"_L1, words.title},
        {"cause"_L1, words.cause},
        {"remedy"_L1, words.remedy},
        {"evidence"_L1, diagnosis.evidence},
        {"details"_L1, std::visit(DetailsWriter(), diagnosis.details)},
    };
    QJsonArray alsoAt;
    for (const Endpoint &endpoint : diagnosis.alsoAt)
        alsoAt.append(endpointToJson(endpoint));
    if (!alsoAt.isEmpty())
        object.insert("alsoAt"_L1, alsoAt);
    return object;
}

QJsonObject diagnosisWithPlaceToJson(const Diagnosis &diagnosis)
{
    QJsonObject object = diagnosisToJson(diagnosis);
    if (diagnosis.endpoint.port != 0)
        object.insert("endpoint"_L1, endpointToJson(diagnosis.endpoint));
    return object;
}

Diagnosis diagnosisFrom(const JsonValue &value, const Endpoint &about)
{
    Diagnosis diagnosis;
    diagnosis.problem = value.at("code"_L1).needed(problemFromString);
    const ProblemRow &row = rowOf(diagnosis.problem);
    diagnosis.stage
        = value.at("stage"_L1).named(stageFromString).value_or(row.stage.value_or(Stage::Resolve));
    diagnosis.severity = value.at("severity"_L1).named(severityFromString).value_or(row.severity);
    diagnosis.evidence = value.at("evidence"_L1).lines(maxEvidenceLines);
    diagnosis.details = detailsFrom(value.at("details"_L1));
    diagnosis.endpoint = namesPlace(value) ? endpointFrom(value.at("endpoint"_L1)) : about;
    for (const JsonValue &endpoint : value.at("alsoAt"_L1).elements(maxPlaces))
        diagnosis.alsoAt.append(endpointFrom(endpoint));
    return diagnosis;
}

bool namesPlace(const JsonValue &diagnosis)
{
    return !diagnosis.at("endpoint"_L1).isAbsent();
}

QJsonObject endpointToJson(const Endpoint &endpoint)
{
    return {
        {"service"_L1, toString(endpoint.protocol)},
        {"host"_L1, endpoint.host.text()},
        {"port"_L1, endpoint.port},
        {"security"_L1, toString(endpoint.security)},
    };
}

Endpoint endpointFrom(const JsonValue &value)
{
    return {value.at("service"_L1).needed(protocolFromString), value.at("host"_L1).host(),
        value.at("port"_L1).port(), value.at("security"_L1).needed(securityFromString)};
}

} // namespace postern
