// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Servers that slip plaintext in around the upgrade to TLS, on real sockets: QSslSocket by itself
// would hand it out as if it had come over TLS.

#include "diagnosis/diagnose.h"
#include "net/probebench.h"
#include "support/names.h"
#include "support/patience.h"
#include "support/scriptserver.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(postern::ServerScript)

namespace postern {

/// How the three protocols agree on TLS.
struct Upgrade
{
    Protocol protocol;
    const char *name;
    ServerScript opening; ///< Up to the client's request for TLS.
    QByteArray answer;
    QString commands; ///< A pattern for all that the client may have said by then.
    QByteArray capabilities; ///< Under TLS.
    QByteArray question; ///< That they are the answer to.
};

class TestStartTlsInjection : public QObject
{
    Q_OBJECT

private slots:
    void refusesBytesBehindTheAnswer_data();
    void refusesBytesBehindTheAnswer();
    void failsOnASecondSegment_data();
    void failsOnASecondSegment();
    void refusesAnswersBeforeTheQuestion_data();
    void refusesAnswersBeforeTheQuestion();
    void believesOnlyWhatCameUnderTls_data();
    void believesOnlyWhatCameUnderTls();
    void saysNothingWhileTheHandshakeStalls_data();
    void saysNothingWhileTheHandshakeStalls();

private:
    Endpoint endpointOf(const ScriptServer &server, Protocol protocol) const;

    TestIdentity m_identity{u"mail.example.test"_s};
};

namespace {

QList<Upgrade> upgrades()
{
    return {
        {Protocol::Imap, "IMAP",
            {Say{"* OK ready\r\n"}, Await{"<tag> CAPABILITY"},
                Say{"* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n<tag> OK done\r\n"},
                Await{"<tag> STARTTLS"}},
            "<tag> OK begin TLS\r\n", u"([a-z]{6})1 CAPABILITY\r\n\\g{1}2 STARTTLS\r\n"_s,
            "* CAPABILITY IMAP4rev1 AUTH=CRAM-MD5\r\n<tag> OK done\r\n", "<tag> CAPABILITY"},
        {Protocol::Pop3, "POP3",
            {Say{"+OK ready\r\n"}, Await{"CAPA"}, Say{"+OK\r\nSTLS\r\nSASL PLAIN\r\n.\r\n"},
                Await{"STLS"}},
            "+OK begin TLS\r\n", u"CAPA\r\nSTLS\r\n"_s, "+OK\r\nSASL CRAM-MD5\r\n.\r\n", "CAPA"},
        {Protocol::Smtp, "SMTP",
            {Say{"220 ready\r\n"}, Await{"EHLO *"},
                Say{"250-example.test\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n"}, Await{"STARTTLS"}},
            "220 begin TLS\r\n", u"EHLO \\[127\\.0\\.0\\.1\\]\r\nSTARTTLS\r\n"_s,
            "250-example.test\r\n250 AUTH CRAM-MD5\r\n", "EHLO *"},
    };
}

/// The commands, and behind them nothing but `rest`.
bool isExactly(const QByteArray &said, const QString &commands, const QString &rest = {})
{
    const QRegularExpression pattern(
        u"\\A%1%2\\z"_s.arg(commands, rest), QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(QString::fromLatin1(said)).hasMatch();
}

QString problemsOf(const ProbeReport &report)
{
    QStringList codes;
    for (const Diagnosis &diagnosis : diagnose(report)) {
        if (diagnosis.severity == Severity::Error)
            codes.append(toString(diagnosis.problem));
    }
    return codes.join(u' ');
}

} // namespace

Endpoint TestStartTlsInjection::endpointOf(const ScriptServer &server, Protocol protocol) const
{
    return {protocol, hostName(u"mail.example.test"_s), server.serverPort(), Security::StartTls};
}

void TestStartTlsInjection::refusesBytesBehindTheAnswer_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<QString>("commands");
    const auto add = [](const Upgrade &upgrade, const char *what, const QByteArray &answer) {
        QTest::addRow("%s: %s", upgrade.name, what)
            << upgrade.protocol << upgrade.opening + ServerScript{Say{answer}} << upgrade.commands;
    };
    for (const Upgrade &upgrade : upgrades()) {
        const QByteArray &answer = upgrade.answer;
        add(upgrade, "a whole line", answer + "* OK [ALERT] call this number\r\n");
        add(upgrade, "capabilities", answer + upgrade.capabilities);
        add(upgrade, "a fragment without an end", answer + upgrade.capabilities.first(9));
        add(upgrade, "a single byte", answer + "\n");
        add(upgrade, "junk", answer + QByteArray("\xc2\xb9\xc2\xb3").repeated(15));
        add(upgrade, "a TLS alert", answer + QByteArray::fromHex("15030300020100"));
        add(upgrade, "a megabyte", answer + QByteArray(1024 * 1024, 'A'));
        add(upgrade, "a bare LF between", answer.chopped(2) + "\n250 AUTH PLAIN\r\n");
    }
    const Upgrade imap = upgrades().constFirst();
    QByteArray guesses;
    for (int i = 1; i <= 50; ++i) {
        for (const char *form : {"a%1 OK x\r\n", "%1 OK x\r\n", "A00%1 OK x\r\n"})
            guesses += QString::fromLatin1(form).arg(i).toLatin1();
    }
    add(imap, "tags to come", imap.answer + guesses);
    add(imap, "a farewell", imap.answer + "* BYE close the connection please\r\n");
}

void TestStartTlsInjection::refusesBytesBehindTheAnswer()
{
    QFETCH(Protocol, protocol);
    QFETCH(ServerScript, script);
    QFETCH(QString, commands);

    const ProbeBench bench(m_identity.roots);
    ScriptServer server(script);
    QSignalSpy over(&server, &ScriptServer::over);
    BenchProbe probe(bench, endpointOf(server, protocol));
    QVERIFY(probe.waitUntilFinished());
    QVERIFY(!over.isEmpty() || over.wait(patienceMs));

    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"failed"_s);
    QCOMPARE(problemsOf(report), u"starttls.injection"_s);
    QCOMPARE(toString(report.lastStage), u"starttls"_s);
    QVERIFY(!report.tls);
    QVERIFY(!report.fault->evidence.isEmpty());
    const QByteArray said = server.lastRecord().plaintext;
    QVERIFY2(isExactly(said, commands), said.toPercentEncoding());
    QCOMPARE(server.records().size(), 1);
}

void TestStartTlsInjection::failsOnASecondSegment_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<QString>("commands");
    for (const Upgrade &upgrade : upgrades()) {
        const Say suffix{upgrade.capabilities};
        QTest::addRow("%s: before the handshake", upgrade.name)
            << upgrade.protocol << upgrade.opening + ServerScript{Say{upgrade.answer}, suffix}
            << upgrade.commands;
        QTest::addRow("%s: byte by byte", upgrade.name)
            << upgrade.protocol
            << upgrade.opening + ServerScript{SayBytewise{upgrade.answer + suffix.bytes}}
            << upgrade.commands;
        QTest::addRow("%s: once the handshake has begun", upgrade.name)
            << upgrade.protocol
            << upgrade.opening + ServerScript{Say{upgrade.answer}, AwaitBytes{}, suffix}
            << upgrade.commands;
    }
}

void TestStartTlsInjection::failsOnASecondSegment()
{
    QFETCH(Protocol, protocol);
    QFETCH(ServerScript, script);
    QFETCH(QString, commands);

    const ProbeBench bench(m_identity.roots);
    ScriptServer server(script);
    QSignalSpy over(&server, &ScriptServer::over);
    BenchProbe probe(bench, endpointOf(server, protocol));
    QVERIFY(probe.waitUntilFinished());
    QVERIFY(!over.isEmpty() || over.wait(patienceMs));

    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"failed"_s);
    QVERIFY(!report.tls);
    // At most a ClientHello: a handshake record (RFC 8446, 5.1), and no word of the protocol.
    const QByteArray said = server.lastRecord().plaintext;
    QVERIFY2(isExactly(said, commands, u"(\x16\x03.*)?"_s), said.toPercentEncoding());
    // Nobody said that this port wants plaintext or TLS from the first byte.
    const QStringList sensible = {u"starttls.injection"_s, u"tls.handshake-failed"_s};
    QVERIFY2(sensible.contains(problemsOf(report)), qUtf8Printable(problemsOf(report)));
}

void TestStartTlsInjection::refusesAnswersBeforeTheQuestion_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("greeting");

    QTest::newRow("IMAP: guessed tags") // Ruby's net-imap believed them (CVE-2026-42246)
        << Protocol::Imap << QByteArray("* OK hi\r\na1 OK x\r\na2 OK x\r\n1 OK x\r\n");
    QTest::newRow("IMAP: a second greeting")
        << Protocol::Imap << QByteArray("* OK hi\r\n* PREAUTH you are in\r\n");
    QTest::newRow("POP3: a listing") << Protocol::Pop3 << QByteArray("+OK hi\r\n1 120\r\n.\r\n");
    QTest::newRow("POP3: two answers") << Protocol::Pop3 << QByteArray("+OK hi\r\n+OK\r\n");
    QTest::newRow("POP3: a fragment") << Protocol::Pop3 << QByteArray("+OK hi\r\n+");
    QTest::newRow("SMTP: capabilities")
        << Protocol::Smtp << QByteArray("220 a\r\n250 STARTTLS\r\n");
    QTest::newRow("SMTP: go ahead") << Protocol::Smtp << QByteArray("220 a\r\n220 go\r\n");
}

void TestStartTlsInjection::refusesAnswersBeforeTheQuestion()
{
    QFETCH(Protocol, protocol);
    QFETCH(QByteArray, greeting);

    const ProbeBench bench(m_identity.roots);
    ScriptServer server({Say{greeting}});
    QSignalSpy over(&server, &ScriptServer::over);
    BenchProbe probe(bench, endpointOf(server, protocol));
    QVERIFY(probe.waitUntilFinished());
    QVERIFY(!over.isEmpty() || over.wait(patienceMs));

    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"failed"_s);
    const QList<Fault> faults = {Fault::Unsolicited, Fault::PreauthBeforeTls};
    QVERIFY(faults.contains(report.fault->fault));
    // IMAP lets a server speak first (RFC 9051, 5.2), so that CAPABILITY may be on its way.
    const QByteArray said = server.lastRecord().plaintext;
    QVERIFY2(isExactly(said, protocol == Protocol::Imap ? u"([a-z]{6}1 CAPABILITY\r\n)?"_s : u""_s),
        said.toPercentEncoding());
}

void TestStartTlsInjection::believesOnlyWhatCameUnderTls_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<ServerScript>("script");
    const auto add = [](const Upgrade &upgrade, const char *what, const QByteArray &answer) {
        const ServerScript rest = {
            Say{answer}, SpeakTls{}, Await{upgrade.question}, Say{upgrade.capabilities}, HangUp{}};
        QTest::addRow("%s: %s", upgrade.name, what) << upgrade.protocol << upgrade.opening + rest;
    };
    const QList<Upgrade> all = upgrades();
    for (const Upgrade &upgrade : all)
        add(upgrade, "a plain answer", upgrade.answer);
    const QByteArray codes = "[CAPABILITY IMAP4rev1 AUTH=PLAIN]";
    add(all.at(0), "capabilities in the answer", "<tag> OK " + codes + " begin\r\n");
    add(all.at(0), "capabilities before the answer",
        "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n* OK [ALERT] hi\r\n<tag> OK begin\r\n");
    // A status response has no literals (RFC 9051, 9: resp-text), and none outlives the handshake.
    add(all.at(0), "a literal in the answer", "<tag> OK begin {57}\r\n");
    add(all.at(2), "an answer of several lines", "220-go\r\n220-250-AUTH PLAIN\r\n220 go\r\n");
    add(all.at(2), "a bare CR", "220 go\r250 AUTH PLAIN\r\n");
}

void TestStartTlsInjection::believesOnlyWhatCameUnderTls()
{
    QFETCH(Protocol, protocol);
    QFETCH(ServerScript, script);

    const ProbeBench bench(m_identity.roots);
    ScriptServer server(script, m_identity.serverTls());
    BenchProbe probe(bench, endpointOf(server, protocol));
    QVERIFY(probe.waitUntilFinished());

    const ProbeReport report = probe.report();
    QCOMPARE(problemsOf(report), QString());
    QCOMPARE(toString(report.outcome), u"ok"_s);
    QCOMPARE(report.profile.mechanisms, QStringList{u"CRAM-MD5"_s});
    QVERIFY(report.profile.capabilitiesBeforeTls.join(u' ').contains(u"PLAIN"_s));
    QVERIFY(!report.profile.capabilities.join(u' ').contains(u"PLAIN"_s));
}

void TestStartTlsInjection::saysNothingWhileTheHandshakeStalls_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<QString>("commands");
    for (const Upgrade &upgrade : upgrades()) {
        QTest::newRow(upgrade.name)
            << upgrade.protocol << upgrade.opening + ServerScript{Say{upgrade.answer}, AwaitBytes{}}
            << upgrade.commands;
    }
}

void TestStartTlsInjection::saysNothingWhileTheHandshakeStalls()
{
    QFETCH(Protocol, protocol);
    QFETCH(ServerScript, script);
    QFETCH(QString, commands);

    ProbeBench bench(m_identity.roots);
    ScriptServer server(script);
    QSignalSpy played(&server, &ScriptServer::played);
    QSignalSpy over(&server, &ScriptServer::over);
    BenchProbe probe(bench, endpointOf(server, protocol));
    QVERIFY(!played.isEmpty() || played.wait(patienceMs));
    bench.clock.advance(60s);
    QVERIFY(probe.waitUntilFinished());
    QVERIFY(!over.isEmpty() || over.wait(patienceMs));

    QCOMPARE(probe.report().fault->fault, Fault::HandshakeTimeout);
    const QByteArray said = server.lastRecord().plaintext;
    QVERIFY2(isExactly(said, commands, u"\x16\x03.*"_s), said.toPercentEncoding());
    const QByteArray hello = said.sliced(said.indexOf("\x16\x03"));
    QVERIFY(hello.size() >= 5);
    // One record and no more (RFC 8446, 5.1: its length is in bytes 3 and 4).
    QCOMPARE(hello.size(), 5 + (uchar(hello.at(3)) << 8) + uchar(hello.at(4)));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestStartTlsInjection)
#include "tst_starttlsinjection.moc"
