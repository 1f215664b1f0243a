// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/certificatejson.h"

#include "base/jsonstrings.h"
#include "certificate/certificate.h"
#include "certificate/certificateextensions.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxTexts = 200;
constexpr int maxNumber = std::numeric_limits<int>::max();
constexpr qsizetype maxHexDigits = 256 * 1024;
constexpr qsizetype maxPemCharacters = 256 * 1024;

QByteArray hexFrom(const JsonValue &value)
{
    const QByteArray hex = value.latin1(maxHexDigits);
    const bool isHex = std::all_of(hex.begin(), hex.end(),
        [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!isHex)
        value.refuse();
    return isHex ? hex : QByteArray();
}

QJsonValue listOrNull(const std::optional<QStringList> &texts)
{
    return texts ? QJsonValue(QJsonArray::fromStringList(*texts)) : QJsonValue();
}

QJsonValue hexOrNull(const QByteArray &hex)
{
    return textOrNull(QString::fromLatin1(hex));
}

QJsonObject extensionsToJson(const CertificateExtensions &extensions)
{
    QJsonArray timestamps;
    for (const EmbeddedTimestamp &timestamp : extensions.timestamps)
        timestamps.append(QJsonObject{{"logId"_L1, QString::fromLatin1(timestamp.logId)},
            {"timestamp"_L1, timestamp.timestamp.toString(Qt::ISODate)}});
    QJsonValue constraints;
    if (extensions.isAuthority)
        constraints = QJsonObject{{"ca"_L1, *extensions.isAuthority},
            {"pathLength"_L1,
                extensions.pathLength ? QJsonValue(*extensions.pathLength) : QJsonValue()}};
    return {
        {"keyUsage"_L1, listOrNull(extensions.keyUsage)},
        {"extendedKeyUsage"_L1, listOrNull(extensions.extendedKeyUsage)},
        {"basicConstraints"_L1, constraints},
        {"policies"_L1, QJsonArray::fromStringList(extensions.policies)},
        {"ocspUrls"_L1, QJsonArray::fromStringList(extensions.ocspUrls)},
        {"caIssuersUrls"_L1, QJsonArray::fromStringList(extensions.caIssuersUrls)},
        {"crlUrls"_L1, QJsonArray::fromStringList(extensions.crlUrls)},
        {"timestamps"_L1, timestamps},
        {"mustStaple"_L1, extensions.mustStaple},
        {"subjectKeyId"_L1, hexOrNull(extensions.subjectKeyId)},
        {"authorityKeyId"_L1, hexOrNull(extensions.authorityKeyId)},
        {"critical"_L1, QJsonArray::fromStringList(extensions.critical)},
    };
}

/// What stands in a document that left the certificate itself out.
CertificateFacts factsFrom(const JsonValue &value)
{
    const JsonValue key = value.at("publicKey"_L1);
    const JsonValue names = value.at("subjectAltNames"_L1);
    CertificateFacts facts;
    facts.version = value.at("version"_L1).count(maxNumber);
    facts.subject = value.at("subject"_L1).text();
    facts.issuer = value.at("issuer"_L1).text();
    facts.dnsNames = names.at("dns"_L1).texts(maxTexts);
    facts.ipAddresses = names.at("ip"_L1).texts(maxTexts);
    facts.serialNumber = value.at("serialNumber"_L1).text();
    facts.notBefore = value.at("notBefore"_L1).time();
    facts.notAfter = value.at("notAfter"_L1).time();
    facts.keyAlgorithm = key.at("algorithm"_L1).text();
    facts.keyBits = key.at("bits"_L1).count(maxNumber);
    facts.keyDetail = key.at("curve"_L1).text();
    facts.signatureAlgorithm = value.at("signatureAlgorithm"_L1).text();
    facts.isSelfSigned = value.at("selfSigned"_L1).isTrue();
    facts.sha1 = hexFrom(value.at("sha1"_L1));
    facts.sha256 = hexFrom(value.at("sha256"_L1));
    facts.spkiSha256 = hexFrom(value.at("spkiSha256"_L1));
    return facts;
}

std::optional<QStringList> textsOrNothing(const JsonValue &value)
{
    return value.isAbsent() ? std::nullopt : std::optional(value.texts(maxTexts));
}

CertificateExtensions extensionsFrom(const JsonValue &value)
{
    const JsonValue constraints = value.at("basicConstraints"_L1);
    CertificateExtensions extensions;
    extensions.keyUsage = textsOrNothing(value.at("keyUsage"_L1));
    extensions.extendedKeyUsage = textsOrNothing(value.at("extendedKeyUsage"_L1));
    extensions.isAuthority = constraints.at("ca"_L1).flag();
    if (!constraints.at("pathLength"_L1).isAbsent())
        extensions.pathLength = constraints.at("pathLength"_L1).count(maxNumber);
    extensions.policies = value.at("policies"_L1).texts(maxTexts);
    extensions.ocspUrls = value.at("ocspUrls"_L1).texts(maxTexts);
    extensions.caIssuersUrls = value.at("caIssuersUrls"_L1).texts(maxTexts);
    extensions.crlUrls = value.at("crlUrls"_L1).texts(maxTexts);
    for (const JsonValue &timestamp : value.at("timestamps"_L1).elements(maxTexts))
        extensions.timestamps.append(
            {hexFrom(timestamp.at("logId"_L1)), timestamp.at("timestamp"_L1).time()});
    extensions.mustStaple = value.at("mustStaple"_L1).isTrue();
    extensions.subjectKeyId = hexFrom(value.at("subjectKeyId"_L1));
    extensions.authorityKeyId = hexFrom(value.at("authorityKeyId"_L1));
    extensions.critical = value.at("critical"_L1).texts(maxTexts);
    return extensions;
}

} // namespace

QJsonObject certificateToJson(const Certificate &certificate)
{
    const CertificateFacts &facts = certificate.facts();
    return {
        {"version"_L1, facts.version},
        {"subject"_L1, facts.subject},
        {"issuer"_L1, facts.issuer},
        {"subjectAltNames"_L1,
            QJsonObject{{"dns"_L1, QJsonArray::fromStringList(facts.dnsNames)},
                {"ip"_L1, QJsonArray::fromStringList(facts.ipAddresses)}}},
        {"serialNumber"_L1, facts.serialNumber},
        {"notBefore"_L1, textOrNull(facts.notBefore.toString(Qt::ISODate))},
        {"notAfter"_L1, textOrNull(facts.notAfter.toString(Qt::ISODate))},
        {"publicKey"_L1,
            QJsonObject{{"algorithm"_L1, textOrNull(facts.keyAlgorithm)},
                {"bits"_L1, facts.keyBits}, {"curve"_L1, textOrNull(facts.keyDetail)}}},
        {"signatureAlgorithm"_L1, facts.signatureAlgorithm},
        {"selfSigned"_L1, facts.isSelfSigned},
        {"extensions"_L1, extensionsToJson(certificate.extensions())},
        {"sha1"_L1, QString::fromLatin1(facts.sha1)},
        {"sha256"_L1, QString::fromLatin1(facts.sha256)},
        {"spkiSha256"_L1, QString::fromLatin1(facts.spkiSha256)},
        {"pem"_L1, facts.pem},
    };
}

Certificate certificateFrom(const JsonValue &value, ReadCertificates &known)
{
    if (value.isAbsent())
        return {};
    const QByteArray sha256 = hexFrom(value.at("sha256"_L1));
    const QByteArray pem = value.at("pem"_L1).latin1(maxPemCharacters);
    const auto seen = known.constFind(pem);
    if (!pem.isEmpty() && seen != known.constEnd() && seen->sha256() == sha256)
        return *seen;
    const QList<Certificate> held = Certificate::listFromPem(pem);
    // A certificate that is not the one that its fingerprint names is none to rely on.
    if (held.size() == 1 && held.constFirst().sha256() == sha256)
        return *known.insert(pem, held.constFirst());
    return Certificate(factsFrom(value), extensionsFrom(value.at("extensions"_L1)));
}

} // namespace postern
