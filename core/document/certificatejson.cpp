// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/certificatejson.h"

#include "base/jsonstrings.h"
#include "certificate/certificate.h"
#include "certificate/certificateextensions.h"

#include <QJsonArray>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace postern
