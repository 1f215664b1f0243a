// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/signedcontent.h"
#include "export/targets.h"
#include "setup/openedadvice.h"
#include "support/exportinputs.h"
#include "support/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestOpenedSettings : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsExported_data();
    void readsWhatIsExported();
    void readsForeignProfiles_data();
    void readsForeignProfiles();
    void fillsInTheAddress();
    void refuses_data();
    void refuses();
    void waitsForAWordAboutForeignServers_data();
    void waitsForAWordAboutForeignServers();
    void seesAnotherWayToSignIn_data();
    void seesAnotherWayToSignIn();
    void takesNoHiddenName();
    void saysWhatIsWrongWithAFile();
    void triesJustTheServersOfTheFile();
};

namespace {

QByteArray profile(const QByteArray &keys)
{
    return R"(<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x.dtd">
<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string>
<key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.apple.wifi.managed</string>
<key>IncomingMailServerHostName</key><string>wrong.example</string></dict>
<dict><key>PayloadType</key><string>com.apple.mail.managed</string>)"
        + keys + "</dict></array></dict></plist>";
}

QByteArray server(const char *direction, const char *host, int port, bool usesTls)
{
    const QByteArray prefix = QByteArray("<key>") + direction + "MailServer";
    return prefix + "HostName</key><string>" + host + "</string>" + prefix
        + "PortNumber</key><integer>" + QByteArray::number(port) + "</integer>" + prefix
        + "UseSSL</key>" + (usesTls ? "<true/>" : "<false/>");
}

Endpoint endpointOf(const OpenedSettings &settings, int index)
{
    return settings.servers.value(index).endpoint;
}

} // namespace

void TestOpenedSettings::readsWhatIsExported_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<OpenedSettings::Format>("format");

    QTest::newRow("config-v1.1.xml") << thunderbirdTarget.write(aliceInput())->constFirst().content
                                     << OpenedSettings::Format::Autoconfig;
    QTest::newRow(".mobileconfig") << appleTarget.write(aliceInput())->constFirst().content
                                   << OpenedSettings::Format::MobileConfig;
}

void TestOpenedSettings::readsWhatIsExported()
{
    QFETCH(QByteArray, content);

    const auto opened = openSettings(content);
    QVERIFY(opened.has_value());
    QTEST(opened->format, "format");
    QCOMPARE(opened->identity.domain(), u"example.org"_s);
    QCOMPARE(opened->servers.size(), 2);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(endpointOf(*opened, i), aliceInput().servers.at(i).endpoint());
}

void TestOpenedSettings::readsForeignProfiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QList<Endpoint>>("endpoints");

    const auto imap = [](quint16 port, Security security) {
        return QList<Endpoint>{{Protocol::Imap, hostName(u"mail.example.org"_s), port, security}};
    };
    QTest::newRow("implicit TLS") << profile(server("Incoming", "mail.example.org", 993, true))
                                  << imap(993, Security::ImplicitTls);
    QTest::newRow("STARTTLS by its port")
        << profile(server("Incoming", "mail.example.org", 143, true))
        << imap(143, Security::StartTls);
    QTest::newRow("an unusual port") << profile(server("Incoming", "mail.example.org", 1993, true))
                                     << imap(1993, Security::ImplicitTls);
    QTest::newRow("no encryption") << profile(server("Incoming", "mail.example.org", 143, false))
                                   << imap(143, Security::Plaintext);
    QTest::newRow("a bad port beside a good server")
        << profile(server("Incoming", "mail.example.org", 993, true)
               + server("Outgoing", "smtp.example.org", 70000, true))
        << imap(993, Security::ImplicitTls);
    QTest::newRow("POP3") << profile("<key>EmailAccountType</key><string>EmailTypePOP</string>"
        + server("Incoming", "mail.example.org", 995, true))
                          << QList<Endpoint>{{Protocol::Pop3, hostName(u"mail.example.org"_s), 995,
                                 Security::ImplicitTls}};
}

void TestOpenedSettings::readsForeignProfiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QList<Endpoint>, endpoints);

    const auto opened = openSettings(content);
    QVERIFY(opened.has_value());
    QCOMPARE(opened->servers.size(), endpoints.size());
    for (int i = 0; i < endpoints.size(); ++i)
        QCOMPARE(endpointOf(*opened, i), endpoints.at(i));
}

void TestOpenedSettings::fillsInTheAddress()
{
    const QByteArray file = thunderbirdTarget.write(aliceInput())->constFirst().content;
    const auto opened = openSettings(file, emailAddress(u"bob@example.org"_s));
    QVERIFY(opened.has_value());
    QCOMPARE(opened->identity.address().toString(), u"bob@example.org"_s);
    // But nobody's into a file for another domain, nor in place of the one that a file has.
    const auto foreign = openSettings(file, emailAddress(u"bob@bank.example"_s));
    QVERIFY(foreign.has_value());
    QCOMPARE(foreign->identity.address().toString(), QString());
    QCOMPARE(foreign->identity.domain(), u"example.org"_s);
    const auto personal = openSettings(
        appleTarget.write(aliceInput())->constFirst().content, emailAddress(u"bob@bank.example"_s));
    QVERIFY(personal.has_value());
    QCOMPARE(personal->identity.address().toString(), u"alice@example.org"_s);
}

void TestOpenedSettings::waitsForAWordAboutForeignServers_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("isForeign");

    QTest::newRow("its own") << QByteArray("alice@example.org") << false;
    QTest::newRow("below its own") << QByteArray("alice@office.example.org") << false;
    QTest::newRow("somebody else's") << QByteArray("alice@bank.example") << true;
    QTest::newRow("nobody says whose") << QByteArray() << false;
}

/// A file that came by mail may lead anywhere.
void TestOpenedSettings::waitsForAWordAboutForeignServers()
{
    QFETCH(QByteArray, address);
    const auto opened = openSettings(profile("<key>EmailAddress</key><string>" + address
        + "</string>" + server("Incoming", "mail.example.org", 993, true)));
    QVERIFY(opened.has_value());
    QTEST(opened->servers.constFirst().provenance.isForeign, "isForeign");
    QCOMPARE(OpenedAdvice::textFor(*opened).contains("outside"_L1),
        opened->servers.constFirst().provenance.isForeign);
}

void TestOpenedSettings::seesAnotherWayToSignIn_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<bool>("isSaid");

    const QStringList plain{u"PLAIN"_s, u"LOGIN"_s};
    QTest::newRow("the same") << QStringList{u"password-cleartext"_s} << plain << false;
    QTest::newRow("another") << QStringList{u"GSSAPI"_s} << plain << true;
    QTest::newRow("one of them") << QStringList{u"OAuth2"_s, u"password-cleartext"_s} << plain
                                 << false;
    QTest::newRow("the file says nothing") << QStringList() << plain << false;
    QTest::newRow("the server says nothing") << QStringList{u"GSSAPI"_s} << QStringList() << false;
    // As our own export writes it for such a server.
    QTest::newRow("an encrypted password in SCRAM")
        << QStringList{u"password-encrypted"_s} << QStringList{u"SCRAM-SHA-256"_s} << false;
    QTest::newRow("an encrypted password, and none is offered")
        << QStringList{u"password-encrypted"_s} << plain << true;
    QTest::newRow("a word of tomorrow") << QStringList{u"passkey"_s} << plain << false;
}

void TestOpenedSettings::seesAnotherWayToSignIn()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, offered);
    Candidate said;
    said.endpoint = {Protocol::Imap, hostName(u"mail.example.org"_s), 993, Security::ImplicitTls};
    said.authentication = words;
    ProbeReport report;
    report.candidate = said;
    report.outcome = ProbeReport::Outcome::Ok;
    report.profile.mechanisms = offered;
    Detection found;
    found.attempts = {Attempt{report, {}}};
    QTEST(!OpenedAdvice::otherSignInText({said}, found).isEmpty(), "isSaid");
}

/// What stands for a hidden name is nobody's, and no settings are made for it.
void TestOpenedSettings::takesNoHiddenName()
{
    const QByteArray json = R"({"schema": "postern.detection/1", "redacted": true,
        "domain": "example.org", "address": "user@example.org", "recommended": {"incoming":
        {"service": "imap", "host": "imap.example.org", "port": 993, "security": "tls",
         "username": "user", "source": "srv", "trusted": true}}})";
    const auto opened = openSettings(json);
    QVERIFY(opened.has_value());
    QVERIFY(!opened->identity.hasAddress());
    QCOMPARE(opened->servers.constFirst().username, UsernameRule());
    const auto mine = openSettings(json, *EmailAddress::parse(u"alice@example.org"_s));
    QCOMPARE(mine->identity.toString(), u"alice@example.org"_s);
}

void TestOpenedSettings::saysWhatIsWrongWithAFile()
{
    const auto reasonFor = [](const QByteArray &content) {
        const auto opened = openSettings(content);
        return opened ? QString() : OpenedAdvice::refusalText(opened.error(), u"FILE"_s);
    };
    const QByteArray xml = "<clientConfig version=\"1.1\"><emailProvider id=\"x\">\n<domain>";
    QVERIFY2(reasonFor(xml).contains("line 2"_L1), qPrintable(reasonFor(xml)));
    const QByteArray far = profile(server("Incoming", "mail.example.org", 70000, true));
    QVERIFY2(reasonFor(far).contains("70000"_L1), qPrintable(reasonFor(far)));
    const QByteArray json = R"({"schema": "postern.detection/1", "domain": "no domain"})";
    QVERIFY2(reasonFor(json).contains("domain"_L1), qPrintable(reasonFor(json)));
}

void TestOpenedSettings::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<OpenFailure::Kind>("refusal");

    QTest::newRow("nothing") << QByteArray() << OpenFailure::Kind::NotSettings;
    QTest::newRow("text") << QByteArray("hello") << OpenFailure::Kind::NotSettings;
    QTest::newRow("other JSON") << QByteArray("{}") << OpenFailure::Kind::BrokenDetection;
    QTest::newRow("other XML") << QByteArray("<a/>") << OpenFailure::Kind::NotSettings;
    QTest::newRow("cut off")
        << profile(server("Incoming", "mail.example.org", 993, true)).first(500)
        << OpenFailure::Kind::NotSettings;
    QTest::newRow("a profile without mail")
        << QByteArray("<plist><dict/></plist>") << OpenFailure::Kind::NoServer;
    QTest::newRow("too deep") << QByteArray("<plist>" + QByteArray("<array>").repeated(5000))
                              << OpenFailure::Kind::NotSettings;
    QTest::newRow("entities without end") << QByteArray(
        "<!DOCTYPE plist [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><plist><dict><key>&c;</key></dict>"
        "</plist>") << OpenFailure::Kind::NoServer;
    QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, ' ') << OpenFailure::Kind::TooLarge;
}

void TestOpenedSettings::refuses()
{
    QFETCH(QByteArray, content);

    const auto opened = openSettings(content);
    QVERIFY(!opened.has_value());
    QTEST(opened.error().kind, "refusal");
}

void TestOpenedSettings::triesJustTheServersOfTheFile()
{
    const auto opened = openSettings(appleTarget.write(aliceInput())->constFirst().content);
    QVERIFY(opened.has_value());
    const DetectionRequest request = checkOf(*opened);
    QCOMPARE(request.identity.address().toString(), u"alice@example.org"_s);
    QCOMPARE(request.identity.displayName(), u"Alice Liddell"_s);
    QCOMPARE(request.fixedPlan.size(), 2);
    QCOMPARE(request.fixedPlan.at(1).order, 1);
    QVERIFY(contentOfSigned("no signature").isEmpty());
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestOpenedSettings)

#include "tst_openedsettings.moc"
