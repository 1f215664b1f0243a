// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export/targets.h"
#include "support/exportinputs.h"

#include <QMap>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>

using namespace Qt::StringLiterals;

namespace postern {

/// Paths and texts of a file, such as `incomingServer/port` -> `993`.
using Content = QMap<QString, QString>;

class TestThunderbird : public QObject
{
    Q_OBJECT

private slots:
    void writesAWholeFile();
    void writesServers_data();
    void writesServers();
    void writesAuthentication_data();
    void writesAuthentication();
    void writesUserNames_data();
    void writesUserNames();
    void carriesHostileUserNames_data();
    void carriesHostileUserNames();
    void refusesUserNamesItCannotCarry_data();
    void refusesUserNamesItCannotCarry();
    void refuses_data();
    void refuses();
    void shortensTheNamesToShow();
};

namespace {

/// The content, read by a parser that knows nothing of how it was written; empty where it is
/// not well-formed.
Content parsed(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    Content content;
    QStringList path;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            path += reader.name().toString();
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                content[path.join(u'/') + u'@' + attribute.name().toString()]
                    = attribute.value().toString();
            content[path.join(u'/')] += QString();
        } else if (reader.isEndElement()) {
            path.removeLast();
        } else if (reader.isCharacters() && !reader.isWhitespace()) {
            content[path.join(u'/')] += reader.text();
        }
    }
    return reader.hasError() ? Content() : content;
}

Content exported(const ExportInput &input)
{
    const auto files = thunderbirdTarget.write(input);
    return files ? parsed(files->constFirst().content) : Content();
}

/// The names within one server's element, without their path.
Content server(const Content &content, const QString &element)
{
    const QString prefix = u"clientConfig/emailProvider/"_s + element;
    Content part;
    for (auto it = content.begin(); it != content.end(); ++it) {
        if (it.key().startsWith(prefix + u'/') || it.key().startsWith(prefix + u'@'))
            part[it.key().sliced(prefix.size() + 1)] = it.value();
    }
    return part;
}

Content serverContent(const QStringList &values)
{
    return {{u"type"_s, values.at(0)}, {u"hostname"_s, values.at(1)}, {u"port"_s, values.at(2)},
        {u"socketType"_s, values.at(3)}, {u"authentication"_s, u"password-cleartext"_s},
        {u"username"_s, u"%EMAILADDRESS%"_s}};
}

} // namespace

void TestThunderbird::writesAWholeFile()
{
    const auto files = thunderbirdTarget.write(aliceInput());
    QVERIFY(files.has_value());
    QCOMPARE(files->size(), 1);
    QCOMPARE(files->constFirst().suggestedName, u"config-v1.1.xml"_s);
    QVERIFY(files->constFirst().content.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    const Content expected = {
        {u"clientConfig"_s, {}},
        {u"clientConfig@version"_s, u"1.1"_s},
        {u"clientConfig/emailProvider"_s, {}},
        {u"clientConfig/emailProvider@id"_s, u"example.org"_s},
        {u"clientConfig/emailProvider/domain"_s, u"example.org"_s},
        {u"clientConfig/emailProvider/displayName"_s, u"example.org"_s},
        {u"clientConfig/emailProvider/displayShortName"_s, u"example.org"_s},
        {u"clientConfig/emailProvider/incomingServer"_s, {}},
        {u"clientConfig/emailProvider/incomingServer@type"_s, u"imap"_s},
        {u"clientConfig/emailProvider/incomingServer/hostname"_s, u"imap.example.org"_s},
        {u"clientConfig/emailProvider/incomingServer/port"_s, u"993"_s},
        {u"clientConfig/emailProvider/incomingServer/socketType"_s, u"SSL"_s},
        {u"clientConfig/emailProvider/incomingServer/authentication"_s, u"password-cleartext"_s},
        {u"clientConfig/emailProvider/incomingServer/username"_s, u"%EMAILADDRESS%"_s},
        {u"clientConfig/emailProvider/outgoingServer"_s, {}},
        {u"clientConfig/emailProvider/outgoingServer@type"_s, u"smtp"_s},
        {u"clientConfig/emailProvider/outgoingServer/hostname"_s, u"smtp.example.org"_s},
        {u"clientConfig/emailProvider/outgoingServer/port"_s, u"587"_s},
        {u"clientConfig/emailProvider/outgoingServer/socketType"_s, u"STARTTLS"_s},
        {u"clientConfig/emailProvider/outgoingServer/authentication"_s, u"password-cleartext"_s},
        {u"clientConfig/emailProvider/outgoingServer/username"_s, u"%EMAILADDRESS%"_s},
    };
    QCOMPARE(parsed(files->constFirst().content), expected);
}

void TestThunderbird::writesServers_data()
{
    QTest::addColumn<ExportInput>("input");
    QTest::addColumn<Content>("incoming");
    QTest::addColumn<Content>("outgoing");

    const Content imap = serverContent({u"imap"_s, u"imap.example.org"_s, u"993"_s, u"SSL"_s});
    const Content smtp = serverContent({u"smtp"_s, u"smtp.example.org"_s, u"587"_s, u"STARTTLS"_s});
    QTest::newRow("IMAP with STARTTLS, SMTP with implicit TLS")
        << aliceWith([](auto &s) {
               s.servers[0].setting.endpoint.port = 143;
               s.servers[0].setting.endpoint.security = Security::StartTls;
               s.servers[1].setting.endpoint.port = 465;
               s.servers[1].setting.endpoint.security = Security::ImplicitTls;
           })
        << serverContent({u"imap"_s, u"imap.example.org"_s, u"143"_s, u"STARTTLS"_s})
        << serverContent({u"smtp"_s, u"smtp.example.org"_s, u"465"_s, u"SSL"_s});
    QTest::newRow("POP3") << aliceWith([](auto &s) {
        s.servers[0].setting.endpoint
            = {Protocol::Pop3, hostName(u"pop.example.org"_s), 995, Security::ImplicitTls};
    }) << serverContent({u"pop3"_s, u"pop.example.org"_s, u"995"_s, u"SSL"_s})
                          << smtp;
    QTest::newRow("an A-label and the highest port") << aliceWith([](auto &s) {
        s.servers[0].setting.endpoint.host = hostName(u"xn--bcher-kva.example"_s);
        s.servers[0].setting.endpoint.port = 65535;
    }) << serverContent({u"imap"_s, u"xn--bcher-kva.example"_s, u"65535"_s, u"SSL"_s})
                                                     << smtp;
    QTest::newRow("an address") << aliceWith([](auto &s) {
        s.servers[1].setting.endpoint.host = hostName(u"2001:db8::7"_s);
    }) << imap << serverContent({u"smtp"_s, u"2001:db8::7"_s, u"587"_s, u"STARTTLS"_s});
    QTest::newRow("a certificate that the user accepted, of which the format knows nothing")
        << aliceWith([](auto &s) {
               s.servers[0].setting.isTrusted = false;
               s.servers[0].pin = CertificatePin();
           })
        << imap << smtp;
}

void TestThunderbird::writesServers()
{
    QFETCH(ExportInput, input);
    const Content content = exported(input);
    QTEST(server(content, u"incomingServer"_s), "incoming");
    QTEST(server(content, u"outgoingServer"_s), "outgoing");
}

void TestThunderbird::writesAuthentication_data()
{
    QTest::addColumn<QStringList>("mechanisms");
    QTest::addColumn<QString>("incoming");
    QTest::addColumn<QString>("outgoing");

    const auto row = [](const char *name, const QStringList &mechanisms, const QString &word) {
        QTest::newRow(name) << mechanisms << word << word;
    };
    const QString cleartext = u"password-cleartext"_s;
    row("PLAIN", {u"PLAIN"_s}, cleartext);
    row("LOGIN", {u"LOGIN"_s}, cleartext);
    row("POP3's USER", {u"USER"_s}, cleartext);
    row("a strong one that not every reader has, beside PLAIN", {u"SCRAM-SHA-256"_s, u"PLAIN"_s},
        cleartext);
    row("tokens beside PLAIN", {u"XOAUTH2"_s, u"PLAIN"_s}, cleartext);
    row("tokens alone", {u"OAUTHBEARER"_s, u"XOAUTH2"_s}, u"OAuth2"_s);
    row("a proof alone", {u"CRAM-MD5"_s}, u"password-encrypted"_s);
    row("a stronger proof alone", {u"SCRAM-SHA-256"_s}, u"password-encrypted"_s);
    row("Kerberos alone", {u"GSSAPI"_s}, u"GSSAPI"_s);
    row("NTLM alone", {u"NTLM"_s}, u"NTLM"_s);
    row("a client certificate alone", {u"EXTERNAL"_s}, u"TLS-client-cert"_s);
    QTest::newRow("none") << QStringList() << cleartext << u"none"_s;
}

void TestThunderbird::writesAuthentication()
{
    QFETCH(QStringList, mechanisms);

    const Content content = exported(aliceWith([&](auto &settings) {
        settings.servers[0].setting.authentication = mechanisms;
        settings.servers[1].setting.authentication = mechanisms;
    }));
    QTEST(server(content, u"incomingServer"_s).value(u"authentication"_s), "incoming");
    QTEST(server(content, u"outgoingServer"_s).value(u"authentication"_s), "outgoing");
}

void TestThunderbird::writesUserNames_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("written");

    QTest::newRow("the address serves the whole domain")
        << u"alice@example.org"_s << u"%EMAILADDRESS%"_s;
    QTest::newRow("so does the local part") << u"alice"_s << u"%EMAILLOCALPART%"_s;
    QTest::newRow("none is known") << QString() << u"%EMAILADDRESS%"_s;
    QTest::newRow("another name") << u"al1234"_s << u"al1234"_s;
    QTest::newRow("another domain") << u"alice@example.net"_s << u"alice@example.net"_s;
    QTest::newRow("another case") << u"Alice"_s << u"Alice"_s;
}

void TestThunderbird::writesUserNames()
{
    QFETCH(QString, username);
    QFETCH(QString, written);

    const Content content = exported(aliceNamed(username));
    for (const QString &element : {u"incomingServer"_s, u"outgoingServer"_s})
        QCOMPARE(server(content, element).value(u"username"_s), written);
}

void TestThunderbird::carriesHostileUserNames_data()
{
    QTest::addColumn<QString>("username");

    QTest::newRow("markup") << u"<a>&\"'</a>"_s;
    QTest::newRow("the end of an element and another server")
        << u"x</username></incomingServer><incomingServer type=\"imap\">"_s;
    QTest::newRow("the end of a CDATA section") << u"]]>"_s;
    QTest::newRow("an entity") << u"&xxe;"_s;
    QTest::newRow("a comment") << u"<!-- -->"_s;
    QTest::newRow("a processing instruction") << u"<?php x ?>"_s;
    QTest::newRow("other alphabets") << u"grün-алиса"_s;
    QTest::newRow("beyond the first plane") << u"alice\U0001F430"_s;
    QTest::newRow("signs that mean something elsewhere") << u"$(touch x)`x`;#%\\"_s;
}

void TestThunderbird::carriesHostileUserNames()
{
    QFETCH(QString, username);

    const Content content = exported(aliceNamed(username));
    for (const QString &element : {u"incomingServer"_s, u"outgoingServer"_s})
        QCOMPARE(server(content, element).value(u"username"_s), username);
    // And nothing came in beside it.
    Content expected = exported(aliceInput());
    for (const QString &element : {u"incomingServer"_s, u"outgoingServer"_s})
        expected[u"clientConfig/emailProvider/%1/username"_s.arg(element)] = username;
    QCOMPARE(content, expected);
}

void TestThunderbird::refusesUserNamesItCannotCarry_data()
{
    QTest::addColumn<QString>("username");

    QTest::newRow("a line break") << u"alice\nbob"_s;
    QTest::newRow("a carriage return") << u"alice\rbob"_s;
    QTest::newRow("a NUL") << QString::fromLatin1("alice\0", 6);
    QTest::newRow("an escape") << u"alice\x1b[31m"_s;
    QTest::newRow("a tab") << u"alice\tbob"_s;
    QTest::newRow("no character: U+FFFE") << u"alice\ufffe"_s;
    QTest::newRow("no character: U+FFFF") << u"alice\uffff"_s;
    QTest::newRow("half a character") << u"alice"_s + QChar(0xd83d);
    QTest::newRow("the other half") << QChar(0xdc30) + u"alice"_s;
    // Whoever reads the file puts the address in its place (the draft, 3.8).
    QTest::newRow("a name that reads as a placeholder") << u"x%EMAILADDRESS%"_s;
}

void TestThunderbird::refusesUserNamesItCannotCarry()
{
    QFETCH(QString, username);

    for (const bool isIncoming : {true, false}) {
        const auto files = thunderbirdTarget.write(aliceWith(
            [&](auto &input) { input.servers[isIncoming ? 0 : 1].setting.username = username; }));
        QVERIFY(!files.has_value());
        QCOMPARE(files.error(), ExportRefusal::InvalidValue);
    }
}

void TestThunderbird::refuses_data()
{
    QTest::addColumn<ExportInput>("input");
    QTest::addColumn<ExportRefusal>("refusal");

    QTest::newRow("no incoming server")
        << aliceWith([](auto &s) { s.servers.removeFirst(); }) << ExportRefusal::NoIncomingServer;
    QTest::newRow("no outgoing server")
        << aliceWith([](auto &s) { s.servers.removeLast(); }) << ExportRefusal::NoOutgoingServer;
    QTest::newRow("nothing at all")
        << aliceWith([](auto &s) { s.servers.clear(); }) << ExportRefusal::NoIncomingServer;
    QTest::newRow("no encryption of incoming mail, whoever calls it harmless")
        << aliceWith([](auto &s) { s.servers[0].setting.endpoint.security = Security::Plaintext; })
        << ExportRefusal::NotEncrypted;
    QTest::newRow("no encryption of outgoing mail, whoever calls it harmless")
        << aliceWith([](auto &s) { s.servers[1].setting.endpoint.security = Security::Plaintext; })
        << ExportRefusal::NotEncrypted;
    QTest::newRow("a decision about the incoming server") << aliceWith([](auto &s) {
        s.servers[0].setting.needsConsent = {Problem::CertificateExpired};
    }) << ExportRefusal::DecisionNeeded;
    QTest::newRow("a decision about the outgoing server") << aliceWith([](auto &s) {
        s.servers[1].setting.needsConsent = {Problem::CertificateChanged};
    }) << ExportRefusal::DecisionNeeded;
}

void TestThunderbird::refuses()
{
    QFETCH(ExportInput, input);
    QFETCH(ExportRefusal, refusal);

    const auto files = thunderbirdTarget.write(input);
    QVERIFY(!files.has_value());
    QCOMPARE(files.error(), refusal);
}

void TestThunderbird::shortensTheNamesToShow()
{
    const QString domain = QStringList(4, QString(60, u'a')).join(u'.');
    const Content content
        = exported(aliceWith([&](auto &s) { s.detection.settings.identity = identity(domain); }));
    const QString provider = u"clientConfig/emailProvider"_s;
    QCOMPARE(content.value(provider + u"@id"_s), domain);
    QCOMPARE(content.value(provider + u"/domain"_s), domain);
    QCOMPARE(content.value(provider + u"/displayName"_s).size(), 60);
    QCOMPARE(content.value(provider + u"/displayShortName"_s).size(), 20);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestThunderbird)

#include "tst_thunderbird.moc"
