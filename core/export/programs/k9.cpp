// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <QUuid>
#include <QXmlStreamWriter>

namespace postern {

using namespace Qt::StringLiterals;

// K-9 Mail's settings file, format 1. The password is asked for after the import, and so is consent
// to a certificate that the phone does not trust.

namespace {

const ProgramAbility k9Ability{{Protocol::Imap, Protocol::Pop3},
    ProgramAbility::Pinning::AsksItself, {Security::ImplicitTls, Security::StartTls},
    ProgramAbility::SignIn::AnyMechanism};

constexpr auto k9NameSpace = "{0f3ec8b5-6f0e-4b6e-9d6b-4b0a50c9d1a9}"_L1;

/// Empty for what the program does not have.
QString k9SignIn(const ServerSetting &setting)
{
    switch (signInKindOf(setting)) {
    case SignInKind::None:
        return u"NONE"_s;
    case SignInKind::Password:
        return u"PLAIN"_s;
    case SignInKind::CramMd5:
        return u"CRAM_MD5"_s;
    case SignInKind::OAuth2:
        return u"XOAUTH2"_s;
    case SignInKind::ClientCertificate:
        return u"EXTERNAL"_s;
    case SignInKind::DigestMd5:
    case SignInKind::Scram:
    case SignInKind::Gssapi:
    case SignInKind::Ntlm:
    case SignInKind::Unknown:
        break;
    }
    return {};
}

void writeK9Server(QXmlStreamWriter &xml, const QString &element, const ExportServer &server)
{
    xml.writeStartElement(element);
    xml.writeAttribute(u"type"_s, toString(server.endpoint().protocol).toUpper());
    xml.writeTextElement(u"host"_s, server.endpoint().host);
    xml.writeTextElement(u"port"_s, QString::number(server.endpoint().port));
    xml.writeTextElement(u"connection-security"_s,
        server.isImplicitTls() ? u"SSL_TLS_REQUIRED"_s : u"STARTTLS_REQUIRED"_s);
    xml.writeTextElement(u"authentication-type"_s, k9SignIn(server.setting));
    xml.writeTextElement(u"username"_s, server.setting.username);
    xml.writeEndElement();
}

void writeIdentity(QXmlStreamWriter &xml, const ExportInput &input)
{
    xml.writeStartElement(u"identities"_s);
    xml.writeStartElement(u"identity"_s);
    xml.writeTextElement(u"name"_s,
        input.identity().displayName().isEmpty() ? input.identity().address().toString()
                                                 : input.identity().displayName());
    xml.writeTextElement(u"email"_s, input.identity().address().toString());
    xml.writeEndElement();
    xml.writeEndElement();
}

ExportResult writeK9(const ExportInput &input)
{
    const auto servers = serversFor(input, k9Ability);
    if (!servers)
        return Failure{servers.error()};
    if (k9SignIn(servers->incoming.setting).isEmpty()
        || k9SignIn(servers->outgoing.setting).isEmpty())
        return Failure{ExportRefusal::NoPassword};

    QByteArray content;
    QXmlStreamWriter xml(&content);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"k9settings"_s);
    xml.writeAttribute(u"version"_s, u"99"_s);
    xml.writeAttribute(u"format"_s, u"1"_s);
    xml.writeStartElement(u"accounts"_s);
    xml.writeStartElement(u"account"_s);
    xml.writeAttribute(u"uuid"_s,
        QUuid::createUuidV5(QUuid(k9NameSpace),
            input.identity().address().toString() + servers->incoming.endpoint().host)
            .toString(QUuid::WithoutBraces));
    xml.writeTextElement(u"name"_s, input.identity().address().toString());
    writeK9Server(xml, u"incoming-server"_s, servers->incoming);
    writeK9Server(xml, u"outgoing-server"_s, servers->outgoing);
    writeIdentity(xml, input);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return withPins({accountLabel(input) + u".k9s"_s, content}, servers->both());
}

} // namespace

const ExportTarget k9Target{"k9"_L1, ExportTarget::Group::Programs,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "K-9 Mail (settings file)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Copy the file to the phone, then choose “Import settings” in K-9 Mail or "
        "Thunderbird for Android. The password is asked for there."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "The file cannot carry an accepted certificate: the phone asks when it connects "
        "first."),
    writeK9};

} // namespace postern
