// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/mobileconfig.h"

#include "account/hostname.h"
#include "base/inerttext.h"

#include <QHash>
#include <QXmlStreamReader>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxProfileDepth = 24;
constexpr qsizetype maxAccounts = 16;
constexpr qsizetype maxValueLength = 500;

/// The scalars of one dictionary, by their keys.
using Payload = QHash<QString, QString>;

/// Goes through a property list and keeps the dictionaries that are mail accounts.
class ProfileReader
{
public:
    explicit ProfileReader(const QByteArray &xml) : m_xml(xml) { }

    Result<QList<Payload>, QString> read()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != "plist"_L1)
            return Failure{u"it is no property list"_s};
        while (!m_xml.atEnd() && m_fault.isEmpty() && m_xml.readNextStartElement())
            readValue(1);
        if (m_xml.hasError() && m_fault.isEmpty())
            m_fault = u"line %1: %2"_s.arg(m_xml.lineNumber()).arg(m_xml.errorString());
        if (!m_fault.isEmpty())
            return Failure{inertText(m_fault)};
        return m_accounts;
    }

private:
    /// The text of a scalar; dictionaries and arrays are gone through, and have none.
    QString readValue(int depth)
    {
        if (depth > maxProfileDepth) {
            m_fault = u"it is nested too deeply"_s;
            m_xml.raiseError(m_fault);
            return {};
        }
        if (m_xml.name() == "dict"_L1) {
            readDictionary(depth);
            return {};
        }
        if (m_xml.name() == "array"_L1) {
            while (m_xml.readNextStartElement())
                readValue(depth + 1);
            return {};
        }
        if (m_xml.name() == "true"_L1 || m_xml.name() == "false"_L1) {
            QString word = m_xml.name().toString();
            m_xml.skipCurrentElement();
            return word;
        }
        return m_xml.readElementText(QXmlStreamReader::SkipChildElements);
    }

    void readDictionary(int depth)
    {
        Payload payload;
        QString key;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == "key"_L1) {
                key = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
                continue;
            }
            const QString value = readValue(depth + 1);
            if (value.size() <= maxValueLength)
                payload.insert(key, value);
        }
        if (payload.value(u"PayloadType"_s) == "com.apple.mail.managed"_L1
            && m_accounts.size() < maxAccounts)
            m_accounts.append(payload);
    }

    QXmlStreamReader m_xml;
    QList<Payload> m_accounts;
    QString m_fault;
};

Security securityOf(Protocol protocol, uint port, bool usesTls)
{
    if (!usesTls)
        return Security::Plaintext;
    const auto usual = usualSecurity(protocol, static_cast<quint16>(port));
    return usual == Security::StartTls ? Security::StartTls : Security::ImplicitTls;
}

/// The server of one direction, or what is wrong with it.
Result<ProfileServer, QString> serverOf(
    const Payload &payload, const QString &direction, Protocol protocol)
{
    const QString prefix = direction + u"MailServer"_s;
    const QString typed = payload.value(prefix + u"HostName"_s);
    const auto host = HostName::parse(typed);
    if (!host)
        return Failure{u"%1: “%2” is not a host name"_s.arg(toString(protocol), typed)};
    const bool usesTls = payload.value(prefix + u"UseSSL"_s) == "true"_L1;
    const Security usual = usesTls ? Security::ImplicitTls : Security::Plaintext;
    const QString written = payload.value(prefix + u"PortNumber"_s);
    const uint port
        = written.isEmpty() ? standardPorts(protocol, usual).value(0) : written.trimmed().toUInt();
    if (port < 1 || port > 65535)
        return Failure{u"%1: “%2” is not a port"_s.arg(toString(protocol), written)};
    const QString username = payload.value(prefix + u"Username"_s);
    if (!isPlainText(username))
        return Failure{u"%1: the user name is not plain text"_s.arg(toString(protocol))};
    return ProfileServer{
        {protocol, *host, static_cast<quint16>(port), securityOf(protocol, port, usesTls)},
        username};
}

QString plainOrEmpty(const QString &text)
{
    return isPlainText(text) ? text : QString();
}

} // namespace

Result<MobileConfig, QString> readMobileConfig(const QByteArray &xml)
{
    if (xml.size() > maxMobileConfigBytes)
        return Failure{u"it is too large"_s};
    const auto accounts = ProfileReader(xml).read();
    if (!accounts)
        return Failure{accounts.error()};
    MobileConfig config;
    for (const Payload &payload : *accounts) {
        const auto address = EmailAddress::parse(payload.value(u"EmailAddress"_s));
        if (config.address.isEmpty() && address)
            config.address = *address;
        if (config.displayName.isEmpty())
            config.displayName = plainOrEmpty(payload.value(u"EmailAccountName"_s));
        const bool isPop3 = payload.value(u"EmailAccountType"_s) == "EmailTypePOP"_L1;
        for (const auto &server :
            {serverOf(payload, u"Incoming"_s, isPop3 ? Protocol::Pop3 : Protocol::Imap),
                serverOf(payload, u"Outgoing"_s, Protocol::Smtp)}) {
            if (server)
                config.servers.append(*server);
            else
                config.skipped.append(inertText(server.error()));
        }
    }
    return config;
}

} // namespace postern
