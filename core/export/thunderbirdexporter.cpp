// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/thunderbirdexporter.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxDisplayName = 60; // the draft, 3.3
constexpr qsizetype maxShortName = 20;

QString typeOf(Protocol protocol)
{
    return toString(protocol); // imap, pop3, smtp: the same words
}

QString socketTypeOf(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return u"SSL"_s;
    case Security::StartTls:
        return u"STARTTLS"_s;
    case Security::Plaintext:
        break;
    }
    return u"plain"_s;
}

/// One generic word is better than a strong mechanism that the reader may lack: the password
/// travels inside TLS in any case.
QString authenticationOf(const ServerSetting &setting)
{
    const QStringList &offered = setting.authentication;
    const auto offersAnyOf = [&offered](std::initializer_list<QLatin1StringView> names) {
        return std::any_of(names.begin(), names.end(),
            [&offered](QLatin1StringView name) { return offered.contains(name); });
    };
    if (offered.isEmpty())
        return setting.endpoint.protocol == Protocol::Smtp ? u"none"_s : u"password-cleartext"_s;
    if (offersAnyOf({"PLAIN"_L1, "LOGIN"_L1, "USER"_L1}))
        return u"password-cleartext"_s;
    if (offersAnyOf({"OAUTHBEARER"_L1, "XOAUTH2"_L1}))
        return u"OAuth2"_s;
    if (offersAnyOf({"GSSAPI"_L1}))
        return u"GSSAPI"_s;
    if (offersAnyOf({"NTLM"_L1}))
        return u"NTLM"_s;
    if (offersAnyOf({"EXTERNAL"_L1}))
        return u"TLS-client-cert"_s;
    return u"password-encrypted"_s;
}

/// A placeholder where one fits, so that the file serves the whole domain.
QString usernameOf(const ServerSetting &setting, const AccountSettings &settings)
{
    const QString localPart = settings.address.section(u'@', 0, -2);
    if (setting.username.isEmpty() || setting.username == settings.address)
        return u"%EMAILADDRESS%"_s;
    return setting.username == localPart ? u"%EMAILLOCALPART%"_s : setting.username;
}

/// A literal placeholder would be replaced by whoever reads the file.
bool hasPlaceholder(const QString &username)
{
    return username.contains("%EMAIL"_L1);
}

/// XML 1.0, 2.2: control characters cannot be written in any form.
bool isWritable(const QString &text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c < u' ' || c.unicode() == 0xfffe || c.unicode() == 0xffff;
    });
}

void writeServer(
    QXmlStreamWriter &xml, const ServerSetting &setting, const AccountSettings &settings)
{
    const bool isIncoming = directionOf(setting.endpoint.protocol) == Direction::Incoming;
    xml.writeStartElement(isIncoming ? u"incomingServer"_s : u"outgoingServer"_s);
    xml.writeAttribute(u"type"_s, typeOf(setting.endpoint.protocol));
    xml.writeTextElement(u"hostname"_s, setting.endpoint.host);
    xml.writeTextElement(u"port"_s, QString::number(setting.endpoint.port));
    xml.writeTextElement(u"socketType"_s, socketTypeOf(setting.endpoint.security));
    xml.writeTextElement(u"authentication"_s, authenticationOf(setting));
    xml.writeTextElement(u"username"_s, usernameOf(setting, settings));
    xml.writeEndElement();
}

} // namespace

QString ThunderbirdExporter::target() const
{
    return u"thunderbird"_s;
}

Result<QList<ExportedFile>, ExportRefusal> ThunderbirdExporter::write(
    const ExportInput &input) const
{
    const AccountSettings &settings = input.settings;
    if (const auto refusal = refusalFor(settings))
        return Failure{*refusal};
    if (!isWritable(settings.incoming->username) || !isWritable(settings.outgoing->username)
        || hasPlaceholder(settings.incoming->username)
        || hasPlaceholder(settings.outgoing->username))
        return Failure{ExportRefusal::InvalidValue};

    QByteArray content;
    QXmlStreamWriter xml(&content);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"clientConfig"_s);
    xml.writeAttribute(u"version"_s, u"1.1"_s);
    xml.writeStartElement(u"emailProvider"_s);
    xml.writeAttribute(u"id"_s, settings.domain);
    xml.writeTextElement(u"domain"_s, settings.domain);
    xml.writeTextElement(
        u"displayName"_s, settings.domain.first(qMin(settings.domain.size(), maxDisplayName)));
    xml.writeTextElement(
        u"displayShortName"_s, settings.domain.first(qMin(settings.domain.size(), maxShortName)));
    writeServer(xml, *settings.incoming, settings);
    writeServer(xml, *settings.outgoing, settings);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return QList<ExportedFile>{{u"config-v1.1.xml"_s, content}};
}

} // namespace postern
