// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <QRegularExpression>
#include <QXmlStreamWriter>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

// The format has no place for an accepted certificate: the reader checks for itself, and asks.
const ProgramAbility thunderbirdAbility{{Protocol::Imap, Protocol::Pop3},
    ProgramAbility::Pinning::AsksItself, {Security::ImplicitTls, Security::StartTls},
    ProgramAbility::SignIn::AnyMechanism, ProgramAbility::UserName::MayBeAbsent};

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
QString thunderbirdSignIn(const ServerSetting &setting)
{
    switch (signInKindOf(setting)) {
    case SignInKind::None:
        return u"none"_s;
    case SignInKind::Password:
        return u"password-cleartext"_s;
    case SignInKind::OAuth2:
        return u"OAuth2"_s;
    case SignInKind::Gssapi:
        return u"GSSAPI"_s;
    case SignInKind::Ntlm:
        return u"NTLM"_s;
    case SignInKind::ClientCertificate:
        return u"TLS-client-cert"_s;
    case SignInKind::CramMd5:
    case SignInKind::DigestMd5:
    case SignInKind::Scram:
    case SignInKind::Unknown:
        break;
    }
    return u"password-encrypted"_s;
}

/// A placeholder where one fits, so that the file serves the whole domain.
QString usernameOf(const ServerSetting &setting, const ExportInput &input)
{
    const QString localPart = input.identity().address().localPart();
    if (setting.username.isEmpty() || setting.username == input.identity().address().toString())
        return u"%EMAILADDRESS%"_s;
    return setting.username == localPart ? u"%EMAILLOCALPART%"_s : setting.username;
}

/// A literal placeholder would be replaced by whoever reads the file.
bool hasPlaceholder(const QString &username)
{
    static const QRegularExpression placeholder(u"%[A-Z]+%"_s);
    return username.contains(placeholder);
}

void writeServer(QXmlStreamWriter &xml, const ServerSetting &setting, const ExportInput &input)
{
    const bool isIncoming = directionOf(setting.endpoint.protocol) == Direction::Incoming;
    xml.writeStartElement(isIncoming ? u"incomingServer"_s : u"outgoingServer"_s);
    xml.writeAttribute(u"type"_s, typeOf(setting.endpoint.protocol));
    xml.writeTextElement(u"hostname"_s, setting.endpoint.host);
    xml.writeTextElement(u"port"_s, QString::number(setting.endpoint.port));
    xml.writeTextElement(u"socketType"_s, socketTypeOf(setting.endpoint.security));
    xml.writeTextElement(u"authentication"_s, thunderbirdSignIn(setting));
    xml.writeTextElement(u"username"_s, usernameOf(setting, input));
    xml.writeEndElement();
}

ExportResult writeThunderbird(const ExportInput &input)
{
    const auto servers = serversFor(input, thunderbirdAbility);
    if (!servers)
        return Failure{servers.error()};
    if (hasPlaceholder(servers->incoming.setting.username)
        || hasPlaceholder(servers->outgoing.setting.username))
        return Failure{ExportRefusal::InvalidValue};

    QByteArray content;
    QXmlStreamWriter xml(&content);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"clientConfig"_s);
    xml.writeAttribute(u"version"_s, u"1.1"_s);
    xml.writeStartElement(u"emailProvider"_s);
    xml.writeAttribute(u"id"_s, input.identity().domain());
    xml.writeTextElement(u"domain"_s, input.identity().domain());
    xml.writeTextElement(u"displayName"_s,
        input.identity().domain().text().first(
            qMin(input.identity().domain().text().size(), maxDisplayName)));
    xml.writeTextElement(u"displayShortName"_s,
        input.identity().domain().text().first(
            qMin(input.identity().domain().text().size(), maxShortName)));
    writeServer(xml, servers->incoming.setting, input);
    writeServer(xml, servers->outgoing.setting, input);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return withPins({u"config-v1.1.xml"_s, content}, servers->both());
}

} // namespace

const ExportTarget thunderbirdTarget{"thunderbird"_L1, ExportTarget::Group::Programs,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Thunderbird (config-v1.1.xml)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Publish it, readable for the web server, as "
        "https://autoconfig.DOMAIN/mail/config-v1.1.xml, or put it into "
        "the folder “isp” of Thunderbird under the name DOMAIN.xml. Then add the "
        "account in Thunderbird, which asks for the password."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "The format cannot carry an accepted certificate: Thunderbird checks the "
        "certificate itself and asks once."),
    writeThunderbird};

} // namespace postern
