// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export/targets.h"
#include "support/exportinputs.h"
#include "support/testcertificates.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

/// What the suites of real programs found out, without the programs.
class TestPrograms : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatWouldBeReadOtherwise_data();
    void refusesWhatWouldBeReadOtherwise();
    void keepsTrustApart_data();
    void keepsTrustApart();
    void weakensNothingInOtherBuilds();
    void leavesProgramsOutThatTakeNamesForOptions_data();
    void leavesProgramsOutThatTakeNamesForOptions();
    void writesNoPatternForAnAddress();
};

namespace {

using Write = ExportResult (*)(const ExportInput &);
using Subject = CertificatePin::Subject;

Certificate certificateNamed(const QString &name)
{
    CertificateSpec spec;
    spec.commonName = name;
    spec.dnsNames = {name};
    return QSslCertificate(selfSigned(spec).certificatePem);
}

QString textOf(const ExportResult &files)
{
    return files ? QString::fromUtf8(files->constFirst().content) : QString();
}

ExportInput withKeyring(ExportInput input)
{
    input.options.passwords = PasswordSource::Keyring;
    return input;
}

} // namespace

void TestPrograms::refusesWhatWouldBeReadOtherwise_data()
{
    QTest::addColumn<Write>("write");
    QTest::addColumn<ExportInput>("input");
    QTest::addColumn<bool>("isRefused");

    const auto row = [](const char *name, Write write, const ExportInput &input, bool isRefused) {
        QTest::newRow(name) << write << input << isRefused;
    };
    const QString key = u"%(from)s"_s;
    row("aerc takes another key's value", aercTarget.write, withKeyring(aliceNamed(key)), true);
    row("aerc and a name in its address", aercTarget.write, aliceNamed(key), false);
    const QString longName(128, u'x');
    row("mutt cuts a name", muttTarget.write, aliceNamed(longName), true);
    row("neomutt cuts a name", neomuttTarget.write, aliceNamed(longName), true);
    row("neomutt and the longest name", neomuttTarget.write, aliceNamed(longName.chopped(1)),
        false);
    row("nobody has so long a name", msmtpTarget.write, aliceNamed(QString(321, u'x')), true);
    row("msmtp reads 500 characters", msmtpTarget.write,
        withKeyring(aliceNamed(QString(150, u'\''))), true);
    row("mbsync loses a blank", mbsyncTarget.write, aliceNamed(u" alice"_s), true);
    row("mbsync reads 1023 bytes", mbsyncTarget.write, aliceNamed(QString(320, u'"')), false);
    row("getmail sends an atom", getmailTarget.write, aliceNamed(u"alice x"_s), true);
    row("getmail and a quote", getmailTarget.write, aliceNamed(u"alice\"y"_s), true);
    row("Thunderbird fills in", thunderbirdTarget.write, aliceNamed(u"%REALNAME%"_s), true);
    row("Thunderbird and a percent sign", thunderbirdTarget.write, aliceNamed(u"50%x"_s), false);
    ExportInput named = aliceInput();
    named.options.fileName = u"evolution.cfg"_s;
    row("Evolution reads .source", evolutionTarget.write, named, true);
    named.options.fileName = u"mine.source"_s;
    row("Evolution and a .source", evolutionTarget.write, named, false);
}

void TestPrograms::refusesWhatWouldBeReadOtherwise()
{
    QFETCH(Write, write);
    QFETCH(ExportInput, input);
    QTEST(!write(input).has_value(), "isRefused");
}

void TestPrograms::keepsTrustApart_data()
{
    QTest::addColumn<std::optional<CertificatePin>>("incoming");
    QTest::addColumn<std::optional<CertificatePin>>("outgoing");
    QTest::addColumn<bool>("isRefused");

    using Pin = std::optional<CertificatePin>;
    const Certificate a = certificateNamed(u"imap.example.org"_s);
    const Certificate b = certificateNamed(u"smtp.example.org"_s);
    const Pin none;
    const Pin exactA = CertificatePin{Subject::Certificate, a};
    const Pin exactB = CertificatePin{Subject::Certificate, b};
    const Pin otherNameA = CertificatePin{Subject::Certificate, a, true};
    const Pin otherNameB = CertificatePin{Subject::Certificate, b, true};
    const Pin rootA = CertificatePin{Subject::Authority, a};
    const Pin rootB = CertificatePin{Subject::Authority, b};
    QTest::newRow("the system's roots") << none << none << false;
    QTest::newRow("an exact one beside the system's roots") << exactA << none << false;
    QTest::newRow("two exact ones, each under its name") << exactA << exactB << false;
    QTest::newRow("one of another name for both") << otherNameA << otherNameA << false;
    QTest::newRow("one of another name for one") << otherNameA << none << true;
    QTest::newRow("two of other names") << otherNameA << otherNameB << true;
    QTest::newRow("one authority for both") << rootA << rootA << false;
    QTest::newRow("an authority for one") << none << rootB << true;
    QTest::newRow("two authorities") << rootA << rootB << true;
}

/// What was accepted for one server must not count for the other, and the file has one list.
void TestPrograms::keepsTrustApart()
{
    ExportInput input = aliceInput();
    QFETCH(std::optional<CertificatePin>, incoming);
    QFETCH(std::optional<CertificatePin>, outgoing);
    input.servers[0].pin = incoming;
    input.servers[1].pin = outgoing;
    for (const Write write : {muttTarget.write, neomuttTarget.write})
        QTEST(!write(input).has_value(), "isRefused");
}

/// A build with OpenSSL does not know the first variable, and drops the rest of that command.
void TestPrograms::weakensNothingInOtherBuilds()
{
    const CertificatePin pin{
        Subject::Certificate, certificateNamed(u"elsewhere.example"_s), true, true};
    const QString text = textOf(neomuttTarget.write(aliceWith([&](ExportInput &input) {
        input.servers[0].pin = pin;
        input.servers[1].pin = pin;
    })));
    int found = 0;
    for (const QString &line : text.split(u'\n')) {
        if (!line.contains("ssl_verify_"_L1))
            continue;
        QVERIFY2(line.startsWith("set ssl_ca_certificates_file = "_L1), qPrintable(line));
        QVERIFY(line.contains("ssl_verify_host = no"_L1));
        QVERIFY(line.contains("ssl_verify_dates = no"_L1));
        ++found;
    }
    QCOMPARE(found, 1);
}

void TestPrograms::leavesProgramsOutThatTakeNamesForOptions_data()
{
    QTest::addColumn<ExportInput>("input");
    QTest::addColumn<QString>("program");
    QTest::addColumn<bool>("isThere");

    QTest::newRow("a name") << aliceInput() << u"swaks"_s << true;
    QTest::newRow("an option") << aliceNamed(u"--no-tls-verify"_s) << u"swaks"_s << false;
    QTest::newRow("an address that is an option") << aliceWith([](ExportInput &input) {
        input.detection.settings.identity = identity(u"-x@example.org"_s);
    }) << u"swaks"_s << false;
    QTest::newRow("curl and a name") << aliceInput() << u"curl"_s << true;
    QTest::newRow("no password is asked for") << aliceNamed(u";alice"_s) << u"curl"_s << false;
    QTest::newRow("the password in the name") << aliceNamed(u"a:b"_s) << u"curl"_s << false;
}

void TestPrograms::leavesProgramsOutThatTakeNamesForOptions()
{
    QFETCH(ExportInput, input);
    QFETCH(QString, program);
    const QString text = textOf(commandsTarget.write(input));
    QVERIFY(text.contains(u"\nopenssl "_s));
    QTEST(text.contains(u'\n' + program + u' '), "isThere");
    QVERIFY(!text.contains(u"--auth-user --"_s));
}

void TestPrograms::writesNoPatternForAnAddress()
{
    const auto fromLines = [](const QString &address) {
        const QString text = textOf(msmtpTarget.write(aliceWith(
            [&](ExportInput &input) { input.detection.settings.identity = identity(address); })));
        return text.split(u'\n').filter(QRegularExpression(u"^from "_s));
    };
    QCOMPARE(fromLines(u"alice@example.org"_s), QStringList{u"from \"alice@example.org\""_s});
    QCOMPARE(fromLines(u"%U%H@example.org"_s), QStringList());
    QCOMPARE(fromLines(u"*@example.org"_s), QStringList());
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestPrograms)

#include "tst_programs.moc"
