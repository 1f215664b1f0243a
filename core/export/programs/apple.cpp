// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <QUuid>
#include <QXmlStreamWriter>

namespace postern {

using namespace Qt::StringLiterals;

// A configuration profile with one payload, com.apple.mail.managed. It has no key for STARTTLS: UseSSL
// on a port for STARTTLS is how providers ship it. The password is asked for at the installation.

namespace {

// A name that does not match stays an error there; everything else the device asks about.
const ProgramAbility appleAbility{{Protocol::Imap, Protocol::Pop3},
    ProgramAbility::Pinning::MatchingName, {Security::ImplicitTls, Security::StartTls},
    ProgramAbility::SignIn::PasswordWithoutScram};

constexpr auto appleNameSpace = "{6c2b51a0-22ab-4e4a-9d4f-0d5e6f3a7c11}"_L1;

/// A property list, written key by key.
class PropertyWriter
{
public:
    explicit PropertyWriter(QByteArray *content) : m_xml(content)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeDTD(u"<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                       "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"_s);
        m_xml.writeStartElement(u"plist"_s);
        m_xml.writeAttribute(u"version"_s, u"1.0"_s);
    }

    void begin(const QString &element) { m_xml.writeStartElement(element); }
    void end() { m_xml.writeEndElement(); }
    void key(const QString &name) { m_xml.writeTextElement(u"key"_s, name); }
    void text(const QString &name, const QString &value)
    {
        key(name);
        m_xml.writeTextElement(u"string"_s, value);
    }
    void number(const QString &name, int value)
    {
        key(name);
        m_xml.writeTextElement(u"integer"_s, QString::number(value));
    }
    void yes(const QString &name)
    {
        key(name);
        m_xml.writeEmptyElement(u"true"_s);
    }
    void finish() { m_xml.writeEndDocument(); }

private:
    QXmlStreamWriter m_xml;
};

QString appleSignIn(const ServerSetting &setting)
{
    switch (signInKindOf(setting)) {
    case SignInKind::None:
        return u"EmailAuthNone"_s;
    case SignInKind::CramMd5:
        return u"EmailAuthCRAMMD5"_s;
    case SignInKind::DigestMd5:
        return u"EmailAuthHTTPMD5"_s;
    case SignInKind::Password:
    case SignInKind::Scram:
    case SignInKind::OAuth2:
    case SignInKind::Gssapi:
    case SignInKind::Ntlm:
    case SignInKind::ClientCertificate:
    case SignInKind::Unknown:
        break;
    }
    return u"EmailAuthPassword"_s;
}

void writeAppleServer(PropertyWriter &plist, const QString &direction, const ExportServer &server)
{
    plist.text(direction + u"MailServerAuthentication"_s, appleSignIn(server.setting));
    plist.text(direction + u"MailServerHostName"_s, server.endpoint().host);
    plist.number(direction + u"MailServerPortNumber"_s, server.endpoint().port);
    plist.yes(direction + u"MailServerUseSSL"_s);
    plist.text(direction + u"MailServerUsername"_s, server.setting.username);
}

/// Identifiers that stay the same, so that a second profile takes the place of the first.
void writePayloadHead(PropertyWriter &plist, const QString &type, const QString &seed)
{
    const QUuid uuid = QUuid::createUuidV5(QUuid(appleNameSpace), type + seed);
    plist.text(u"PayloadType"_s, type);
    plist.number(u"PayloadVersion"_s, 1);
    plist.text(u"PayloadIdentifier"_s, u"org.postern."_s + uuid.toString(QUuid::WithoutBraces));
    plist.text(u"PayloadUUID"_s, uuid.toString(QUuid::WithoutBraces).toUpper());
}

void writeAccount(PropertyWriter &plist, const ExportInput &input, const ExportServer &incoming,
    const ExportServer &outgoing)
{
    const bool isImap = incoming.endpoint().protocol == Protocol::Imap;
    plist.begin(u"dict"_s);
    writePayloadHead(plist, u"com.apple.mail.managed"_s, input.identity().address().toString());
    plist.text(u"PayloadDisplayName"_s, input.identity().address().toString());
    plist.text(u"EmailAccountDescription"_s, input.identity().address().toString());
    if (!input.identity().displayName().isEmpty())
        plist.text(u"EmailAccountName"_s, input.identity().displayName());
    plist.text(u"EmailAccountType"_s, isImap ? u"EmailTypeIMAP"_s : u"EmailTypePOP"_s);
    plist.text(u"EmailAddress"_s, input.identity().address().toString());
    writeAppleServer(plist, u"Incoming"_s, incoming);
    writeAppleServer(plist, u"Outgoing"_s, outgoing);
    if (incoming.setting.username == outgoing.setting.username)
        plist.yes(u"OutgoingPasswordSameAsIncomingPassword"_s);
    plist.end();
}

ExportResult writeApple(const ExportInput &input)
{
    const auto servers = serversFor(input, appleAbility);
    if (!servers)
        return Failure{servers.error()};
    QByteArray content;
    PropertyWriter plist(&content);
    plist.begin(u"dict"_s);
    writePayloadHead(plist, u"Configuration"_s, input.identity().address().toString());
    plist.text(u"PayloadDisplayName"_s, input.identity().address().toString());
    plist.key(u"PayloadContent"_s);
    plist.begin(u"array"_s);
    writeAccount(plist, input, servers->incoming, servers->outgoing);
    plist.end();
    plist.finish();
    return withPins({accountLabel(input) + u".mobileconfig"_s, content}, servers->both());
}

} // namespace

const ExportTarget appleTarget{"apple"_L1, ExportTarget::Group::Programs,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "iPhone, iPad and Mac (profile)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Open the file on the device, then install the profile in its settings. The "
        "password is asked for there; the profile is not signed, so the device calls it "
        "“not verified”."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "A certificate for another name cannot be accepted there. There is no key for "
        "STARTTLS: the device negotiates it, and may not on an unusual port."),
    writeApple};

} // namespace postern
