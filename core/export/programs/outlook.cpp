// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <QXmlStreamWriter>

namespace postern {

using namespace Qt::StringLiterals;

// Plain Old XML of Autodiscover (MS-OXDSCLI, 2.2.4): for an administrator's web server, or as a local
// file that classic Outlook is pointed to.

namespace {

const ProgramAbility outlookAbility{
    {Protocol::Imap, Protocol::Pop3}, ProgramAbility::Pinning::AsksItself};

constexpr auto envelopeSchema
    = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"_L1;
constexpr auto answerSchema
    = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"_L1;

void writeProtocol(QXmlStreamWriter &xml, const ExportServer &server)
{
    const bool needsSignIn
        = server.endpoint().protocol != Protocol::Smtp || !server.setting.authentication.isEmpty();
    xml.writeStartElement(u"Protocol"_s);
    xml.writeTextElement(u"Type"_s, toString(server.endpoint().protocol).toUpper());
    xml.writeTextElement(u"Server"_s, server.endpoint().host);
    xml.writeTextElement(u"Port"_s, QString::number(server.endpoint().port));
    xml.writeTextElement(u"DomainRequired"_s, u"off"_s);
    xml.writeTextElement(u"LoginName"_s, server.setting.username);
    xml.writeTextElement(u"SPA"_s, u"off"_s);
    xml.writeTextElement(u"SSL"_s, u"on"_s);
    if (!server.isImplicitTls())
        xml.writeTextElement(u"Encryption"_s, u"TLS"_s); // goes before SSL, and means STARTTLS
    xml.writeTextElement(u"AuthRequired"_s, needsSignIn ? u"on"_s : u"off"_s);
    xml.writeEndElement();
}

ExportResult writeOutlook(const ExportInput &input)
{
    const auto servers = serversFor(input, outlookAbility);
    if (!servers)
        return Failure{servers.error()};
    QByteArray content;
    QXmlStreamWriter xml(&content);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"Autodiscover"_s);
    xml.writeDefaultNamespace(QString(envelopeSchema));
    xml.writeStartElement(u"Response"_s);
    xml.writeDefaultNamespace(QString(answerSchema));
    xml.writeStartElement(u"Account"_s);
    xml.writeTextElement(u"AccountType"_s, u"email"_s);
    xml.writeTextElement(u"Action"_s, u"settings"_s);
    writeProtocol(xml, servers->incoming);
    writeProtocol(xml, servers->outgoing);
    xml.writeEndDocument();
    return withPins({u"autodiscover.xml"_s, content}, servers->both());
}

} // namespace

const ExportTarget outlookTarget{"outlook"_L1, ExportTarget::Group::Administrators,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Outlook (Autodiscover file)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Publish it as the answer at "
        "https://autodiscover.DOMAIN/autodiscover/autodiscover.xml, or point classic "
        "Outlook to the file. The new Outlook does not read it."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Not tested with Outlook. The file is for one person’s user name, and cannot "
        "carry an accepted certificate."),
    writeOutlook};

} // namespace postern
