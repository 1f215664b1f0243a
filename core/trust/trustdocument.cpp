// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/trustdocument.h"

#include "account/emailaddress.h"
#include "account/hostname.h"
#include "base/jsonstrings.h"
#include "certificate/certificate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

const auto schemaFamily = "postern.trust/"_L1;
const auto schemaName = "postern.trust/1"_L1;

template <typename Value>
using Named = std::pair<Value, QLatin1StringView>;

constexpr Named<TrustException::Subject> subjects[] = {
    {TrustException::Subject::Certificate, "certificate"_L1},
    {TrustException::Subject::Authority, "authority"_L1},
};

constexpr Named<TrustException::Comparison> comparisons[] = {
    {TrustException::Comparison::None, ""_L1},
    {TrustException::Comparison::Sha256, "sha256"_L1},
    {TrustException::Comparison::Sha1, "sha1"_L1},
};

template <typename Value, size_t count>
QString nameIn(const Named<Value> (&names)[count], Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return name;
    }
    return {};
}

/// What an earlier version did not write is the first.
template <typename Value, size_t count>
std::optional<Value> valueIn(const Named<Value> (&names)[count], const QJsonValue &named)
{
    if (named.isUndefined() || named.isNull())
        return names[0].first;
    for (const auto &[value, name] : names) {
        if (!name.isEmpty() && named.isString() && named.toString() == name)
            return value;
    }
    return std::nullopt;
}

/// An address or a domain; empty where it is for whoever uses the server.
std::optional<QString> accountFrom(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return QString();
    const QString text = value.toString();
    const auto address = EmailAddress::parse(text);
    const auto domain = HostName::parse(text);
    const bool isCanonical
        = (address && address->toString() == text) || (domain && *domain == text);
    return isCanonical ? std::optional(text) : std::nullopt;
}

QJsonObject toJson(const TrustException &exception)
{
    QJsonArray findings;
    for (const Finding::Kind kind : exception.findings)
        findings.append(toString(kind));
    return {
        {"account"_L1, textOrNull(exception.account)},
        {"host"_L1, exception.host.text()},
        {"port"_L1, exception.port},
        {"subject"_L1, nameIn(subjects, exception.subject)},
        {"compared"_L1, textOrNull(nameIn(comparisons, exception.comparison))},
        {"sha256"_L1, QString::fromLatin1(exception.sha256)},
        {"spkiSha256"_L1, QString::fromLatin1(exception.spkiSha256)},
        {"findings"_L1, findings},
        {"acceptedAt"_L1, exception.acceptedAt.toString(Qt::ISODate)},
        {"certificate"_L1, QString::fromLatin1(exception.certificatePem)},
    };
}

bool isSha256(const QByteArray &hex)
{
    return hex.size() == 64 && std::all_of(hex.begin(), hex.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

/// Nothing where a finding is unknown or may not be accepted by anybody.
std::optional<QList<Finding::Kind>> findingsFrom(const QJsonArray &names)
{
    QList<Finding::Kind> kinds;
    for (const auto &name : names) {
        const auto kind = findingFromString(name.toString());
        if (!kind || !isAcceptable(*kind, LegacyConsent::Given))
            return std::nullopt;
        kinds.append(*kind);
    }
    return kinds.isEmpty() ? std::nullopt : std::optional(kinds);
}

std::optional<TrustException> exceptionFrom(const QJsonObject &object)
{
    TrustException exception;
    const QString host = object.value("host"_L1).toString();
    const auto canonical = HostName::parse(host);
    const double port = object.value("port"_L1).toDouble();
    const auto findings = findingsFrom(object.value("findings"_L1).toArray());
    exception.sha256 = object.value("sha256"_L1).toString().toLatin1();
    exception.spkiSha256 = object.value("spkiSha256"_L1).toString().toLatin1();
    exception.acceptedAt
        = QDateTime::fromString(object.value("acceptedAt"_L1).toString(), Qt::ISODate).toUTC();
    exception.certificatePem = object.value("certificate"_L1).toString().toLatin1();
    exception.duration = TrustException::Duration::UntilWithdrawn;
    const auto account = accountFrom(object.value("account"_L1));
    const auto subject = valueIn(subjects, object.value("subject"_L1));
    const auto comparison = valueIn(comparisons, object.value("compared"_L1));
    if (!account || !subject || !comparison || !canonical || *canonical != host || port < 1
        || port > 65535 || port != static_cast<quint16>(port) || !findings
        || !isSha256(exception.sha256) || !isSha256(exception.spkiSha256)
        || !exception.acceptedAt.isValid())
        return std::nullopt;
    // What vouches for others is what its fingerprint says, and nothing besides.
    const QList<Certificate> authorities = Certificate::listFromPem(exception.certificatePem);
    if (*subject == TrustException::Subject::Authority
        && (authorities.size() != 1 || authorities.constFirst().sha256() != exception.sha256))
        return std::nullopt;
    exception.host = *canonical;
    exception.port = static_cast<quint16>(port);
    exception.findings = *findings;
    exception.account = *account;
    exception.subject = *subject;
    exception.comparison = *comparison;
    return exception;
}

} // namespace

QByteArray writeTrustDocument(const QList<TrustException> &exceptions)
{
    QJsonArray array;
    for (const TrustException &exception : exceptions)
        array.append(toJson(exception));
    return QJsonDocument(QJsonObject{{"schema"_L1, schemaName}, {"exceptions"_L1, array}}).toJson();
}

Result<QList<TrustException>, TrustDocumentError> readTrustDocument(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QString schema = document.object().value("schema"_L1).toString();
    if (schema != schemaName) {
        return Failure{schema.startsWith(schemaFamily) ? TrustDocumentError::NewerVersion
                                                       : TrustDocumentError::Malformed};
    }
    const QJsonValue entries = document.object().value("exceptions"_L1);
    if (!entries.isArray())
        return Failure{TrustDocumentError::Malformed};
    QList<TrustException> exceptions;
    const QJsonArray items = entries.toArray();
    for (const auto &entry : items) {
        const auto exception = exceptionFrom(entry.toObject());
        if (!exception)
            return Failure{TrustDocumentError::Malformed};
        exceptions.append(*exception);
    }
    return exceptions;
}

} // namespace postern
