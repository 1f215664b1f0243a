// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Servers that say nothing, too little or too much, on real sockets: each of them ends by a
// deadline or at a limit.

#include "net/probebench.h"
#include "support/names.h"
#include "support/patience.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(postern::ServerScript)

namespace postern {

class TestStalls : public QObject
{
    Q_OBJECT

private slots:
    void givesUpOnSilence_data();
    void givesUpOnSilence();
    void isNotHeldByDrops_data();
    void isNotHeldByDrops();
    void stopsAFlood_data();
    void stopsAFlood();

private:
    TestIdentity m_identity{u"mail.example.test"_s};
};

namespace {

constexpr auto imap = Protocol::Imap;
constexpr auto pop3 = Protocol::Pop3;
constexpr auto smtp = Protocol::Smtp;
constexpr auto tls = Security::ImplicitTls;
constexpr auto startTls = Security::StartTls;
constexpr auto none = Security::Plaintext;

Endpoint endpointOf(const ScriptServer &server, Protocol protocol, Security security)
{
    return {protocol, hostName(u"mail.example.test"_s), server.serverPort(), security};
}

} // namespace

void TestStalls::givesUpOnSilence_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Security>("security");
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("stage");
    const auto add = [](const char *name, Protocol protocol, Security security,
                         const ServerScript &script, Fault fault, const QString &stage) {
        QTest::newRow(name) << protocol << security << script << fault << stage;
    };

    add("no greeting", imap, startTls, {}, Fault::NoGreeting, u"greeting"_s);
    add("no greeting, POP3", pop3, none, {}, Fault::NoGreeting, u"greeting"_s);
    add("half a greeting", smtp, startTls, {Say{"220-please wait\r\n220 no"}}, Fault::NoGreeting,
        u"greeting"_s);
    add("no ServerHello", imap, tls, {AwaitBytes{}}, Fault::HandshakeTimeout, u"handshake"_s);
    // RFC 8446, 5.1: a handshake record of 512 bytes, of which 2 come
    add("half a ServerHello", smtp, tls, {AwaitBytes{}, Say{QByteArray::fromHex("16030302000200")}},
        Fault::HandshakeTimeout, u"handshake"_s);
    add("no greeting under TLS", pop3, tls, {SpeakTls{}}, Fault::NoGreeting, u"greeting"_s);

    const ServerScript greeted = {Say{"* OK hi\r\n"}, Await{"<tag> CAPABILITY"}};
    add("no capabilities", imap, none, greeted, Fault::ReplyTimeout, u"capabilities"_s);
    add("capabilities, and no end", imap, none,
        greeted + ServerScript{Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"}}, Fault::ReplyTimeout,
        u"capabilities"_s);
    add("a literal that does not come", imap, none,
        greeted + ServerScript{Say{"* 1 FETCH (BODY[] {60000}\r\n"}}, Fault::ReplyTimeout,
        u"capabilities"_s);
    add("a list without its dot", pop3, none,
        {Say{"+OK\r\n"}, Await{"CAPA"}, Say{"+OK\r\nSTLS\r\n..\r\n"}}, Fault::ReplyTimeout,
        u"capabilities"_s);
    const ServerScript asked = {
        Say{"220 hi\r\n"}, Await{"EHLO *"}, Say{"250-hi\r\n250 STARTTLS\r\n"}, Await{"STARTTLS"}};
    add("no answer to STARTTLS", smtp, startTls, asked, Fault::ReplyTimeout, u"starttls"_s);
    add("STARTTLS, and no handshake", smtp, startTls,
        asked + ServerScript{Say{"220 EHLO client!\r\n"}, AwaitBytes{}}, Fault::HandshakeTimeout,
        u"handshake"_s);
    add("nothing after the handshake", smtp, startTls,
        asked + ServerScript{Say{"220 go\r\n"}, SpeakTls{}, Await{"EHLO *"}}, Fault::ReplyTimeout,
        u"capabilities"_s);
}

void TestStalls::givesUpOnSilence()
{
    QFETCH(Protocol, protocol);
    QFETCH(Security, security);
    QFETCH(ServerScript, script);
    QFETCH(Fault, fault);
    QFETCH(QString, stage);

    ProbeBench bench(m_identity.roots);
    ScriptServer server(script, m_identity.serverTls());
    QSignalSpy played(&server, &ScriptServer::played);
    BenchProbe probe(bench, endpointOf(server, protocol, security));
    QSignalSpy stages(&probe.job, &ProbeJob::stageEntered);
    QVERIFY(!played.isEmpty() || played.wait(patienceMs));
    while (toString(probe.job.stage()) != stage)
        QVERIFY(stages.wait(patienceMs));
    bench.clock.advance(9999ms);
    QVERIFY(probe.finished.isEmpty());
    bench.clock.advance(1ms);
    QVERIFY(probe.waitUntilFinished());

    const ProbeReport report = probe.report();
    QCOMPARE(report.fault->fault, fault);
    QCOMPARE(toString(report.lastStage), stage);
    QCOMPARE(report.endMs(), 10'000.0);
    QVERIFY(!probe.ended.isEmpty() || probe.ended.wait(patienceMs));
    QCOMPARE(bench.clock.alarmCount(), 0);
}

void TestStalls::isNotHeldByDrops_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<ServerScript>("script"); // what comes first
    QTest::addColumn<QByteArrayList>("drops"); // what comes every four seconds
    QTest::addColumn<Fault>("fault");
    const QByteArrayList bytes = {"2", "2", "0", "-", "a", "\r", "\n", "2", "2", "0", "-"};
    QTest::newRow("a greeting byte by byte")
        << smtp << ServerScript{} << bytes << Fault::NoGreeting;
    QTest::newRow("a greeting line by line")
        << smtp << ServerScript{} << QByteArrayList(10, "220-wait\r\n") << Fault::NoGreeting;
    QTest::newRow("capabilities line by line")
        << smtp << ServerScript{Say{"220 hi\r\n"}, Await{"EHLO *"}}
        << QByteArrayList(10, "250-wait\r\n") << Fault::ReplyTimeout;
    QTest::newRow("untagged responses")
        << imap << ServerScript{Say{"* OK hi\r\n"}, Await{"<tag> *"}}
        << QByteArrayList(10, "* OK still here\r\n") << Fault::ReplyTimeout;
    QTest::newRow("a list line by line")
        << pop3 << ServerScript{Say{"+OK\r\n"}, Await{"CAPA"}, Say{"+OK\r\n"}}
        << QByteArrayList(10, "X-WAIT\r\n") << Fault::ReplyTimeout;
}

/// A deadline is for the whole stage: no drop moves it (slow loris).
void TestStalls::isNotHeldByDrops()
{
    QFETCH(Protocol, protocol);
    QFETCH(ServerScript, script);
    QFETCH(QByteArrayList, drops);
    QFETCH(Fault, fault);
    for (const QByteArray &drop : drops) {
        script += AwaitRelease{};
        script += Say{drop};
    }

    ProbeBench bench(m_identity.roots);
    ScriptServer server(script);
    QSignalSpy waiting(&server, &ScriptServer::waiting);
    BenchProbe probe(bench, endpointOf(server, protocol, none));
    int released = 0;
    while (probe.finished.isEmpty() && released < 10) {
        QVERIFY(!waiting.isEmpty() || waiting.wait(patienceMs));
        settle(); // what was said so far has arrived
        waiting.clear();
        bench.clock.advance(4s);
        settle();
        server.release();
        ++released;
    }
    QVERIFY(probe.waitUntilFinished());
    QCOMPARE(released, 3); // at 0, 4 and 8 seconds
    QCOMPARE(probe.report().fault->fault, fault);
    QCOMPARE(probe.report().endMs(), 10'000.0);
}

void TestStalls::stopsAFlood_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Security>("security");
    QTest::addColumn<ServerScript>("script"); // what comes first
    QTest::addColumn<QByteArray>("bytes"); // what never ends
    const auto add = [](const char *name, Protocol protocol, Security security,
                         const ServerScript &script, const QByteArray &bytes) {
        QTest::newRow(name) << protocol << security << script << bytes;
    };
    const QByteArray noEnd(4096, 'A');
    const ServerScript imapAsked = {Say{"* OK hi\r\n"}, Await{"<tag> CAPABILITY"}};
    const ServerScript pop3Asked = {Say{"+OK hi\r\n"}, Await{"CAPA"}};
    const ServerScript smtpAsked = {Say{"220 hi\r\n"}, Await{"EHLO *"}};

    add("a greeting without end", imap, none, {Say{"* OK "}}, noEnd);
    add("a greeting without end, POP3", pop3, none, {Say{"+OK "}}, noEnd);
    add("a greeting without end under TLS", smtp, tls, {SpeakTls{}, Say{"220 "}}, noEnd);
    add("greeting lines without end", smtp, none, {}, QByteArray("220-wait\r\n").repeated(100));
    add("long greeting lines", smtp, none, {}, "220-" + QByteArray(7000, 'A') + "\r\n");
    add("greetings without end", imap, none, {}, QByteArray("* OK hi\r\n").repeated(100));
    add("untagged lines", imap, startTls, imapAsked, QByteArray("* 1 EXISTS\r\n").repeated(100));
    add("untagged lines under TLS", imap, tls, ServerScript{SpeakTls{}} + imapAsked,
        QByteArray("* 1 EXISTS\r\n").repeated(100));
    add("one capability after the other", imap, none, imapAsked + ServerScript{Say{"* CAPABILITY"}},
        QByteArray(" X").repeated(1000));
    add("literals", imap, none, imapAsked,
        QByteArray("* 1 FETCH (BODY[] {50000}\r\n") + QByteArray(50000, 'x') + ")\r\n");
    add("a literal that is too long", imap, none, imapAsked,
        "* 1 FETCH (BODY[] {999999999}\r\n" + QByteArray(50000, 'x'));
    add("a list without end", pop3, none, pop3Asked + ServerScript{Say{"+OK\r\n"}},
        QByteArray("X-A\r\n").repeated(500));
    add("a list without end under TLS", pop3, tls,
        ServerScript{SpeakTls{}} + pop3Asked + ServerScript{Say{"+OK\r\n"}},
        QByteArray("X-A\r\n").repeated(500));
    add("EHLO without end", smtp, startTls, smtpAsked, QByteArray("250-A\r\n").repeated(500));
    add("long EHLO lines", smtp, startTls, smtpAsked, "250-" + QByteArray(7000, 'A') + "\r\n");
}

void TestStalls::stopsAFlood()
{
    QFETCH(Protocol, protocol);
    QFETCH(Security, security);
    QFETCH(ServerScript, script);
    QFETCH(QByteArray, bytes);
    constexpr qint64 plenty = 64 * 1024 * 1024;
    script += SayEndlessly{bytes, plenty};

    const ProbeBench bench(m_identity.roots);
    ScriptServer server(script, m_identity.serverTls());
    BenchProbe probe(bench, endpointOf(server, protocol, security));
    QVERIFY(probe.waitUntilFinished()); // and the clock has not moved
    QVERIFY(!probe.ended.isEmpty() || probe.ended.wait(patienceMs));

    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"failed"_s);
    QCOMPARE(report.fault->fault, Fault::TooMuchData);
    QVERIFY(report.fault->evidence.size() <= 300);
    QVERIFY(report.transcript.entries().size() <= Transcript::maxEntries);
    QVERIFY(report.profile.capabilities.size() <= 512);
    // What the kernels of both sides hold comes on top of what was read.
    QVERIFY(server.lastRecord().bytesSaid < plenty / 4);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestStalls)
#include "tst_stalls.moc"
