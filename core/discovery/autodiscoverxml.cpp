// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/autodiscoverxml.h"

#include "account/hostname.h"
#include "base/inerttext.h"

#include <QHash>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxAnswerBytes = 64 * 1024;
constexpr qsizetype maxProtocols = 32;
constexpr int maxNesting = 32;
const auto madeUpLocalPart = "settings"_L1;

const auto requestNamespace
    = "http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"_L1;
const auto responseNamespace
    = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"_L1;

bool isOn(const QString &value)
{
    return value.compare("on"_L1, Qt::CaseInsensitive) == 0;
}

/// `SSL` says on or off; the newer `Encryption` (None, SSL, TLS, Auto) says more and wins.
Security securityFrom(const QHash<QString, QString> &values, Protocol protocol, quint16 port)
{
    const QString encryption = values.value(u"Encryption"_s).toLower();
    const Security usual = usualSecurity(protocol, port).value_or(Security::StartTls);
    if (encryption == "ssl"_L1)
        return Security::ImplicitTls;
    if (encryption == "tls"_L1)
        return Security::StartTls;
    if (encryption == "none"_L1)
        return Security::Plaintext;
    if (encryption.isEmpty() && !values.value(u"SSL"_s).isEmpty() && !isOn(values.value(u"SSL"_s)))
        return Security::Plaintext;
    return usual;
}

UsernameRule ruleFrom(const QString &loginName, const QString &domain)
{
    if (loginName == madeUpLocalPart)
        return UsernameRule(u"%EMAILLOCALPART%"_s);
    if (loginName.isEmpty() || loginName == QString(madeUpLocalPart) + u'@' + domain)
        return UsernameRule();
    return UsernameRule(QString(loginName).replace(madeUpLocalPart, "%EMAILLOCALPART%"_L1));
}

std::optional<Offer> offerFrom(const QHash<QString, QString> &values, const QString &domain)
{
    const auto protocol = protocolFromString(values.value(u"Type"_s).toLower());
    const auto host = HostName::parse(values.value(u"Server"_s));
    bool isNumber = false;
    const uint port = values.value(u"Port"_s).toUInt(&isNumber);
    const QString loginName = values.value(u"LoginName"_s);
    if (!protocol || !host || !isNumber || port < 1 || port > 65535 || !isPlainText(loginName))
        return std::nullopt;
    Offer offer;
    offer.endpoint = {*protocol, *host, static_cast<quint16>(port),
        securityFrom(values, *protocol, static_cast<quint16>(port))};
    offer.username = ruleFrom(loginName, domain);
    return offer;
}

QHash<QString, QString> readProtocol(QXmlStreamReader &xml)
{
    QHash<QString, QString> values;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        if (text.size() <= 255)
            values.insert(name, text);
    }
    return values;
}

} // namespace

QByteArray autodiscoverRequest(const QString &domain)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(u"Autodiscover"_s);
    xml.writeDefaultNamespace(requestNamespace);
    xml.writeStartElement(u"Request"_s);
    xml.writeTextElement(u"EMailAddress"_s, QString(madeUpLocalPart) + u'@' + domain);
    xml.writeTextElement(u"AcceptableResponseSchema"_s, responseNamespace);
    xml.writeEndDocument();
    return bytes;
}

Result<QList<Offer>, QString> readAutodiscover(const QByteArray &bytes, const QString &domain)
{
    if (bytes.size() > maxAnswerBytes)
        return Failure{u"it is larger than 64 KiB"_s};
    QXmlStreamReader xml(bytes);
    QList<Offer> offers;
    bool isAutodiscover = false;
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return Failure{u"it has a document type"_s};
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (++depth > maxNesting)
            return Failure{u"it is nested too deeply"_s};
        if (depth == 1)
            isAutodiscover = xml.name() == "Autodiscover"_L1;
        if (xml.name() != "Protocol"_L1)
            continue;
        auto offer = offerFrom(readProtocol(xml), domain);
        --depth;
        if (!offer || offers.size() >= maxProtocols)
            continue;
        offer->preference = static_cast<int>(offers.size());
        offers.append(*offer);
    }
    if (xml.hasError())
        return Failure{inertText(u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString()))};
    if (!isAutodiscover)
        return Failure{u"it is no Autodiscover answer"_s};
    return offers;
}

} // namespace postern
