// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/autoconfigxml.h"

#include "account/hostname.h"
#include "base/inerttext.h"

#include <QXmlStreamReader>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxServers = 32;
constexpr qsizetype maxNameLength = 255; // of a user name or a mechanism
constexpr qsizetype maxMechanisms = 16;
constexpr int maxDepth = 32;

/// A section as it stands, before anything is checked.
struct RawServer
{
    QString type;
    QString host;
    QString port;
    QString socketType;
    QString username;
    QStringList authentication;
    bool isTooLong = false;
};

std::optional<Security> securityOf(const QString &socketType)
{
    // 3.7.3; readers have always taken these words exactly, writers not always.
    const QString word = socketType.toUpper();
    if (word == "SSL"_L1 || word == "TLS"_L1)
        return Security::ImplicitTls;
    if (word == "STARTTLS"_L1)
        return Security::StartTls;
    if (word == "PLAIN"_L1)
        return Security::Plaintext;
    return std::nullopt;
}

/// Whether the element is what RawServer has a member for: then it is read.
bool readMember(QXmlStreamReader &xml, RawServer &server)
{
    QString *member = nullptr;
    const auto name = xml.name();
    QString mechanism;
    if (name == "hostname"_L1)
        member = &server.host;
    else if (name == "port"_L1)
        member = &server.port;
    else if (name == "socketType"_L1)
        member = &server.socketType;
    else if (name == "username"_L1)
        member = &server.username;
    else if (name == "authentication"_L1)
        member = &mechanism;
    if (!member)
        return false;
    // The first of several wins: the later ones are alternatives that only newer readers know.
    const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    server.isTooLong |= text.size() > maxNameLength;
    if (member == &mechanism) {
        if (!text.isEmpty() && isPlainText(text) && server.authentication.size() < maxMechanisms)
            server.authentication.append(text);
    } else if (member->isEmpty()) {
        *member = text;
    }
    return true;
}

RawServer readServer(QXmlStreamReader &xml)
{
    RawServer server;
    server.type = xml.attributes().value("type"_L1).toString().trimmed().toLower();
    while (xml.readNextStartElement()) {
        if (!readMember(xml, server))
            xml.skipCurrentElement();
    }
    return server;
}

/// The server, or what is wrong with its section.
Result<AutoconfigServer, QString> checkServer(const RawServer &raw, const QString &domain)
{
    const auto protocol = protocolFromString(raw.type);
    if (!protocol)
        return Failure{u"%1 is not known"_s.arg(raw.type.isEmpty() ? u"no type"_s : raw.type)};
    if (raw.isTooLong)
        return Failure{u"%1: a value is too long"_s.arg(raw.type)};
    if (needsLocalPart(raw.host))
        return Failure{u"%1: the host name would tell the user name to the DNS"_s.arg(raw.type)};
    const auto host = HostName::parse(fillPlaceholders(raw.host, {}, domain));
    if (!host)
        return Failure{u"%1: “%2” is not a host name"_s.arg(raw.type, raw.host)};
    bool isNumber = false;
    const uint port = raw.port.toUInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return Failure{u"%1: “%2” is not a port"_s.arg(raw.type, raw.port)};
    const auto security = securityOf(raw.socketType);
    if (!security)
        return Failure{u"%1: “%2” is not a socket type"_s.arg(raw.type, raw.socketType)};
    if (!isPlainText(raw.username))
        return Failure{u"%1: the user name is not plain text"_s.arg(raw.type)};
    AutoconfigServer server;
    server.endpoint = {*protocol, *host, static_cast<quint16>(port), *security};
    if (!raw.username.isEmpty())
        server.username = UsernameRule(raw.username);
    server.authentication = raw.authentication;
    return server;
}

class Reader
{
public:
    Reader(const QByteArray &bytes, const QString &domain) : m_xml(bytes), m_domain(domain) { }

    Result<AutoconfigFile, QString> read()
    {
        if (!isWellFormed())
            return Failure{m_fault};
        return m_file;
    }

private:
    /// One pass over the whole, so that nothing is believed of a file that is broken at its end.
    bool isWellFormed()
    {
        bool isClientConfig = false;
        bool isProvider = false;
        int depth = 0;
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
                return fail(u"it has a document type"_s);
            case QXmlStreamReader::StartElement:
                if (++depth > maxDepth)
                    return fail(u"it is nested too deeply"_s);
                if (depth == 1)
                    isClientConfig = m_xml.name() == "clientConfig"_L1;
                if (depth == 2)
                    isProvider = m_xml.name() == "emailProvider"_L1;
                if (depth == 3 && isClientConfig && isProvider && m_xml.name() == "domain"_L1) {
                    addDomain(); // up to its end element
                    --depth;
                } else if (depth == 3 && isClientConfig && isProvider && isServerSection()) {
                    addServer(); // up to its end element
                    --depth;
                }
                break;
            case QXmlStreamReader::EndElement:
                --depth;
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            return fail(u"line %1: %2"_s.arg(m_xml.lineNumber()).arg(m_xml.errorString()));
        return isClientConfig || fail(u"it is no clientConfig"_s);
    }

    bool isServerSection() const
    {
        return m_xml.name() == "incomingServer"_L1 || m_xml.name() == "outgoingServer"_L1;
    }

    void addDomain()
    {
        const auto domain
            = HostName::parse(m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed());
        if (domain && m_file.domains.size() < maxServers)
            m_file.domains.append(*domain);
    }

    void addServer()
    {
        const bool isIncoming = m_xml.name() == "incomingServer"_L1;
        const RawServer raw = readServer(m_xml);
        if (m_file.servers.size() + m_file.skipped.size() >= maxServers)
            return;
        auto server = checkServer(raw, m_domain);
        const bool isMisplaced = server
            && isIncoming != (directionOf(server->endpoint.protocol) == Direction::Incoming);
        if (!server)
            m_file.skipped.append(inertText(server.error(), maxNameLength));
        else if (isMisplaced)
            m_file.skipped.append(u"%1 in the wrong direction"_s.arg(raw.type));
        else
            m_file.servers.append(*server);
    }

    bool fail(const QString &fault)
    {
        m_fault = inertText(fault);
        return false;
    }

    QXmlStreamReader m_xml;
    QString m_domain;
    AutoconfigFile m_file;
    QString m_fault;
};

} // namespace

Result<AutoconfigFile, QString> readAutoconfig(const QByteArray &xml, const QString &domain)
{
    if (xml.size() > maxAutoconfigBytes)
        return Failure{u"it is larger than 64 KiB"_s};
    return Reader(xml, domain).read();
}

} // namespace postern
