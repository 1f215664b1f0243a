// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnose.h"
#include "document/detectiondocument.h"
#include "document/detectionreader.h"
#include "export/exportadvice.h"
#include "export/exporttarget.h"
#include "support/exportinputs.h"
#include "support/testcertificates.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Pinning = ProgramAbility::Pinning;
using Subject = CertificatePin::Subject;

class TestExportInput : public QObject
{
    Q_OBJECT

private slots:
    void findsTargets_data();
    void findsTargets();
    void writesTheDocumentAsItIs();
    void takesTheFirstServerThatServes_data();
    void takesTheFirstServerThatServes();
    void refuses_data();
    void refuses();
    void readsPins_data();
    void readsPins();
    void believesNoCertificateThatIsNotTheOneNamed();
    void readsAlternatives();
    void saysThatAnotherServerIsWritten_data();
    void saysThatAnotherServerIsWritten();
    void makesFileNamesSafe_data();
    void makesFileNamesSafe();
};

namespace {

const ProgramAbility imapOnly{{Protocol::Imap}};

IssuedCertificate certificateFor(const QString &name)
{
    CertificateSpec spec;
    spec.commonName = name;
    spec.dnsNames = {name};
    return selfSigned(spec);
}

/// A search's answer with one IMAP server, and the session behind it.
Detection detectionWith(const Handshake &session, bool isTrusted)
{
    Detection detection;
    detection.settings.identity = identity(u"alice@example.org"_s);
    ServerSetting setting = aliceInput().servers[0].setting;
    setting.isTrusted = isTrusted;
    detection.settings.incoming = setting;
    ProbeReport report;
    report.candidate.endpoint = setting.endpoint;
    report.outcome = ProbeReport::Outcome::Ok;
    report.tls = session;
    detection.attempts = {attemptOf(report)};
    return detection;
}

Handshake acceptedSession(const QList<Certificate> &chain, const QList<Finding> &findings)
{
    Handshake session;
    session.version = TlsVersion::Tls1_3;
    session.chain = chain;
    session.findings = findings;
    session.trust = Trust::AcceptedByUser;
    return session;
}

} // namespace

void TestExportInput::findsTargets_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isKnown");

    QTest::newRow("Thunderbird") << u"thunderbird"_s << true;
    QTest::newRow("JSON") << u"json"_s << true;
    QTest::newRow("in capitals") << u"JSON"_s << false;
    QTest::newRow("unknown") << u"carrier-pigeon"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestExportInput::findsTargets()
{
    QFETCH(QString, target);
    QFETCH(bool, isKnown);

    const ExportTarget *found = exportTarget(target);
    QCOMPARE(found != nullptr, isKnown);
    if (found)
        QCOMPARE(QString(found->name), target);
}

void TestExportInput::writesTheDocumentAsItIs()
{
    ExportInput input = aliceInput();
    const QString said = u"\u009b31m ü 🐰"_s; // a terminal would obey
    input.detection.settings.identity = identity(u"alice@example.org"_s, said);
    const auto files = exportTarget(u"json"_s)->write(input);
    QVERIFY(files.has_value());
    QCOMPARE(files->constFirst().suggestedName, u"postern-example.org.json"_s);
    const QByteArray written = files->constFirst().content;
    QCOMPARE(QJsonDocument::fromJson(written).object().value("displayName"_L1).toString(), said);
    for (const char c : written)
        QVERIFY(c == '\n' || (c >= ' ' && c < 0x7f));
}

void TestExportInput::takesTheFirstServerThatServes_data()
{
    QTest::addColumn<ExportInput>("input");
    QTest::addColumn<ProgramAbility>("ability");
    QTest::addColumn<quint16>("port");

    const auto alternative = [](quint16 port, Security security, const auto &change) {
        return aliceWith([&](ExportInput &input) {
            ExportServer other = input.servers[0];
            other.setting.endpoint.port = port;
            other.setting.endpoint.security = security;
            change(input);
            input.servers.append(other);
        });
    };
    const auto nothing = [](ExportInput &) {};
    QTest::newRow("the recommended one")
        << alternative(143, Security::StartTls, nothing) << imapOnly << quint16(993);
    QTest::newRow("the other mode")
        << alternative(143, Security::StartTls, nothing)
        << ProgramAbility{{Protocol::Imap}, Pinning::AnyCertificate, {Security::StartTls}}
        << quint16(143);
    QTest::newRow("one whose certificate needs no pin")
        << alternative(1993, Security::ImplicitTls,
               [](ExportInput &input) { input.servers[0].pin = CertificatePin(); })
        << ProgramAbility{{Protocol::Imap}, Pinning::SystemRoots} << quint16(1993);
}

void TestExportInput::takesTheFirstServerThatServes()
{
    QFETCH(ExportInput, input);
    QFETCH(ProgramAbility, ability);

    const auto server = serverFor(input, ability);
    QVERIFY(server.has_value());
    QTEST(server->endpoint().port, "port");
}

void TestExportInput::refuses_data()
{
    QTest::addColumn<ExportInput>("input");
    QTest::addColumn<ProgramAbility>("ability");
    QTest::addColumn<ExportRefusal>("refusal");

    const auto imap = [](const auto &change) {
        return aliceWith([&](ExportInput &input) { change(input.servers[0]); });
    };
    QTest::newRow("a domain alone") << aliceWith([](auto &input) {
        input.detection.settings.identity = identity(u"example.org"_s);
    }) << imapOnly << ExportRefusal::NoAddress;
    QTest::newRow("no user name") << imap([](auto &server) { server.setting.username.clear(); })
                                  << imapOnly << ExportRefusal::NoAddress;
    QTest::newRow("IMAP where there is none")
        << aliceWith([](auto &input) { input.servers.removeFirst(); }) << imapOnly
        << ExportRefusal::NoImapServer;
    QTest::newRow("POP3 where there is none")
        << aliceInput() << ProgramAbility{{Protocol::Pop3}} << ExportRefusal::NoPop3Server;
    QTest::newRow("no encryption, whoever calls it harmless")
        << imap([](auto &server) { server.setting.endpoint.security = Security::Plaintext; })
        << imapOnly << ExportRefusal::NotEncrypted;
    QTest::newRow("a decision that is open")
        << imap([](auto &server) { server.setting.needsConsent = {Problem::CertificateExpired}; })
        << imapOnly << ExportRefusal::DecisionNeeded;
    QTest::newRow("neither trusted nor a certificate to pin")
        << imap([](auto &server) { server.setting.isTrusted = false; }) << imapOnly
        << ExportRefusal::DecisionNeeded;
    QTest::newRow("TLS 1.1") << imap([](auto &server) {
        server.setting.tlsVersion = TlsVersion::Tls1_1;
    }) << imapOnly << ExportRefusal::OldTls;
    QTest::newRow("tokens alone") << imap([](auto &server) {
        server.setting.authentication = {u"XOAUTH2"_s};
    }) << imapOnly << ExportRefusal::NoPassword;
    QTest::newRow("STARTTLS alone")
        << imap([](auto &server) { server.setting.endpoint.security = Security::StartTls; })
        << ProgramAbility{{Protocol::Imap}, Pinning::AnyCertificate, {Security::ImplicitTls}}
        << ExportRefusal::StartTlsUnsafe;
    QTest::newRow("a pin where there is none")
        << imap([](auto &server) { server.pin = CertificatePin(); })
        << ProgramAbility{{Protocol::Imap}, Pinning::SystemRoots} << ExportRefusal::CannotPin;
    QTest::newRow("another name") << imap([](auto &server) {
        server.pin = CertificatePin{Subject::Certificate, Certificate(), true};
    }) << ProgramAbility{{Protocol::Imap}, Pinning::MatchingName}
                                  << ExportRefusal::OtherName;
    for (const QString &sign : {u"\n"_s, u"\r"_s, QString(QChar(0)), u"\x1b"_s, u"\u202e"_s}) {
        QTest::addRow("U+%04x in the user name", sign.front().unicode())
            << aliceNamed(u"al"_s + sign + u"ice"_s) << imapOnly << ExportRefusal::InvalidValue;
        QTest::addRow("U+%04x in the person's name", sign.front().unicode()) << aliceWith(
            [&](auto &input) {
                input.detection.settings.identity = identity(u"alice@example.org"_s, u"A"_s + sign);
            }) << imapOnly << ExportRefusal::InvalidValue;
        QTest::addRow("U+%04x in the folder", sign.front().unicode())
            << aliceWith([&](auto &input) { input.options.folder = u"/a"_s + sign; }) << imapOnly
            << ExportRefusal::InvalidValue;
    }
}

void TestExportInput::refuses()
{
    QFETCH(ExportInput, input);
    QFETCH(ProgramAbility, ability);

    const auto server = serverFor(input, ability);
    QVERIFY(!server.has_value());
    QTEST(server.error(), "refusal");
}

void TestExportInput::readsPins_data()
{
    QTest::addColumn<Handshake>("session");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<std::optional<CertificatePin>>("pin");

    const Certificate own(QSslCertificate(certificateFor(u"imap.example.org"_s).certificatePem));
    const Certificate authority(QSslCertificate(certificateFor(u"A company"_s).certificatePem));
    const Finding selfSignedFinding{Finding::Kind::SelfSigned, 0, {}};
    const auto pin = [](const CertificatePin &value) { return std::optional(value); };
    QTest::newRow("accepted as it is") << acceptedSession({own}, {selfSignedFinding}) << false
                                       << pin({Subject::Certificate, own, false, false, true});
    QTest::newRow("in spite of its name")
        << acceptedSession({own}, {{Finding::Kind::NameMismatch, 0, {}}}) << false
        << pin({Subject::Certificate, own, true, false});
    QTest::newRow("in spite of its dates")
        << acceptedSession({own}, {{Finding::Kind::Expired, 0, {}}}) << false
        << pin({Subject::Certificate, own, false, true});
    Handshake vouched = acceptedSession({own}, {{Finding::Kind::UnknownIssuer, 0, {}}});
    vouched.anchor = authority;
    QTest::newRow("an authority of the user's choice")
        << vouched << false << pin({Subject::Authority, authority});
    vouched.trust = Trust::Verified;
    vouched.findings.clear();
    QTest::newRow("a root that the system does not have")
        << vouched << true << pin({Subject::Authority, authority});
    vouched.anchor = own;
    QTest::newRow("the server's own certificate as a root")
        << vouched << true << pin({Subject::Certificate, own});
    vouched.anchor = Certificate();
    QTest::newRow("the system's roots") << vouched << true << std::optional<CertificatePin>();
}

void TestExportInput::readsPins()
{
    QFETCH(Handshake, session);
    QFETCH(bool, isTrusted);

    const Detection detection = detectionWith(session, isTrusted);
    const auto read = readDetection(writeDetectionDocument(detection));
    QVERIFY(read.has_value());
    for (const Detection &each : {detection, *read}) {
        const ExportInput input = exportInputFrom(each, {});
        QCOMPARE(input.servers.size(), 1);
        QTEST(input.servers.constFirst().pin, "pin");
    }
}

/// What stands beside another fingerprint is not the certificate that somebody compared.
void TestExportInput::believesNoCertificateThatIsNotTheOneNamed()
{
    const Certificate own(QSslCertificate(certificateFor(u"imap.example.org"_s).certificatePem));
    const Certificate other(QSslCertificate(certificateFor(u"imap.example.org"_s).certificatePem));
    QByteArray document = writeDetectionDocument(
        detectionWith(acceptedSession({own}, {{Finding::Kind::SelfSigned, 0, {}}}), false));
    document.replace(own.sha256(), other.sha256());
    const auto read = readDetection(document);
    QVERIFY(read.has_value());
    const ExportInput input = exportInputFrom(*read, {});
    QVERIFY(!input.servers.constFirst().pin);
    QCOMPARE(serverFor(input, imapOnly).error(), ExportRefusal::DecisionNeeded);
}

void TestExportInput::readsAlternatives()
{
    Detection detection = detectionWith({}, true);
    ServerSetting pop3 = *detection.settings.incoming;
    pop3.endpoint = {Protocol::Pop3, hostName(u"pop.example.org"_s), 995, Security::ImplicitTls};
    detection.incomingAlternatives = {pop3};
    const auto read = readDetection(writeDetectionDocument(detection));
    QVERIFY(read.has_value());
    const auto server = serverFor(exportInputFrom(*read, {}), {{Protocol::Pop3}});
    QVERIFY(server.has_value());
    QCOMPARE(server->endpoint(), pop3.endpoint);
}

void TestExportInput::saysThatAnotherServerIsWritten_data()
{
    QTest::addColumn<Security>("recommended");
    QTest::addColumn<Security>("alternative");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isSaid");

    const auto tls = Security::ImplicitTls;
    QTest::newRow("the recommended one will do")
        << tls << Security::StartTls << u"msmtp"_s << false;
    QTest::newRow("only the other one will do")
        << tls << Security::StartTls << u"system-net-mail"_s << true;
    QTest::newRow("none will do") << tls << tls << u"system-net-mail"_s << false;
    QTest::newRow("there is none of its kind") << tls << tls << u"mpop"_s << false;
    QTest::newRow("all are in it") << tls << Security::StartTls << u"json"_s << false;
}

void TestExportInput::saysThatAnotherServerIsWritten()
{
    QFETCH(Security, recommended);
    QFETCH(Security, alternative);
    QFETCH(QString, target);
    Detection detection;
    detection.settings.identity = identity(u"alice@example.org"_s);
    ServerSetting smtp;
    smtp.endpoint = {Protocol::Smtp, hostName(u"smtp.example.org"_s), 465, recommended};
    smtp.username = u"alice"_s;
    smtp.isTrusted = true;
    detection.settings.outgoing = smtp;
    smtp.endpoint.port = 587;
    smtp.endpoint.security = alternative;
    detection.outgoingAlternatives = {smtp};
    const auto read = readDetection(writeDetectionDocument(detection));
    QVERIFY(read.has_value());
    const ExportInput input = exportInputFrom(*read, {});
    QCOMPARE(input.recommendedCount, 1);
    QTEST(!ExportAdvice::alternativeText(*exportTarget(target), input).isEmpty(), "isSaid");
}

void TestExportInput::makesFileNamesSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");

    QTest::newRow("a usual one") << u"postern-example.org.json"_s << u"postern-example.org.json"_s;
    QTest::newRow("a path") << u"a/b"_s << u"a_b"_s;
    QTest::newRow("another path") << u"a\\b"_s << u"a_b"_s;
    QTest::newRow("a way up") << u"../../.bashrc"_s << u"_._.._.bashrc"_s;
    QTest::newRow("a hidden one") << u".bashrc"_s << u"_bashrc"_s;
    QTest::newRow("blanks and line breaks") << u"a b\nc"_s << u"a_b_c"_s;
    QTest::newRow("right to left") << u"gpj.\u202eexe"_s << u"gpj._exe"_s;
    QTest::newRow("signs of a shell") << u"$(x)`y`;z*?"_s << u"__x__y__z__"_s;
    QTest::newRow("other alphabets") << u"bücher"_s << u"b_cher"_s;
    QTest::newRow("nothing") << QString() << u"settings"_s;
    QTest::newRow("without an end") << QString(300, u'a') << QString(80, u'a');
}

void TestExportInput::makesFileNamesSafe()
{
    QFETCH(QString, name);
    QTEST(safeFileName(name), "safe");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestExportInput)

#include "tst_exportinput.moc"
