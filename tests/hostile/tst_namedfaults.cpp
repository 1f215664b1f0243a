// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What no well-kept server can be made to do, for each protocol: whether the diagnosis has the code,
// the stage and the server's own words. What real servers do is in tests/servers/tst_faults.cpp, what
// `openssl s_server` and `gnutls-serv` do in tst_tlsfailures.cpp.

#include "diagnosis/diagnose.h"
#include "net/probebench.h"
#include "support/names.h"
#include "support/patience.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(postern::ServerScript)

namespace postern {

class TestNamedFaults : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void namesSilence_data();
    void namesSilence();
    void neverSendsASecretWhereLoginIsDisabled_data();
    void neverSendsASecretWhereLoginIsDisabled();
    void upgradesWhereLoginIsDisabled_data();
    void upgradesWhereLoginIsDisabled();

private:
    void addGreetingRows();
    void addConversationRows();
    void addStartTlsRows();

    TestIdentity m_identity{u"mail.example.test"_s};
};

namespace {

constexpr auto imap = Protocol::Imap;
constexpr auto pop3 = Protocol::Pop3;
constexpr auto smtp = Protocol::Smtp;
constexpr auto tls = Security::ImplicitTls;
constexpr auto startTls = Security::StartTls;

void addRow(const char *name, Protocol protocol, Security security, const ServerScript &script,
    const QString &code, const QString &stage, const QString &evidence)
{
    QTest::newRow(name) << protocol << security << script << code << stage << evidence;
}

/// Until the client has asked for TLS.
ServerScript askedForTls(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Imap:
        return {Say{"* OK hi\r\n"}, Await{"<tag> CAPABILITY"},
            Say{"* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\n<tag> OK done\r\n"},
            Await{"<tag> STARTTLS"}};
    case Protocol::Pop3:
        return {Say{"+OK hi\r\n"}, Await{"CAPA"}, Say{"+OK\r\nSTLS\r\n.\r\n"}, Await{"STLS"}};
    case Protocol::Smtp:
        break;
    }
    return {Say{"220 hi ESMTP\r\n"}, Await{"EHLO *"}, Say{"250-hi\r\n250 STARTTLS\r\n"},
        Await{"STARTTLS"}};
}

/// One probe on a real socket, with time standing still until the server has said all it will.
ProbeReport probe(
    const ProbeBench &bench, ScriptServer &server, Protocol protocol, Security security)
{
    BenchProbe probe(
        bench, {protocol, hostName(u"mail.example.test"_s), server.serverPort(), security});
    QObject::connect(&probe.job, &ProbeJob::connected, &server, &ScriptServer::release);
    return probe.waitUntilFinished() ? probe.report() : ProbeReport();
}

} // namespace

void TestNamedFaults::names_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Security>("security");
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("evidence");
    addGreetingRows();
    addConversationRows();
    addStartTlsRows();
}

void TestNamedFaults::addGreetingRows()
{
    const QString rejected = "protocol.rejected"_L1;
    const QString greeting = u"greeting"_s;
    addRow("IMAP says BYE", imap, startTls, {Say{"* BYE [UNAVAILABLE] overloaded\r\n"}}, rejected,
        greeting, u"* BYE [UNAVAILABLE] overloaded"_s);
    addRow("POP3 says -ERR", pop3, startTls, {Say{"-ERR [SYS/TEMP] try later\r\n"}}, rejected,
        greeting, u"-ERR [SYS/TEMP] try later"_s);
    addRow("SMTP says 421", smtp, startTls, {Say{"421 4.3.2 too many connections\r\n"}}, rejected,
        greeting, u"421 4.3.2 too many connections"_s);
    addRow("IMAP says BYE under TLS", imap, tls, {SpeakTls{}, Say{"* BYE go away\r\n"}}, rejected,
        greeting, u"* BYE go away"_s);
    addRow("SMTP, the reason in the first of two lines", smtp, startTls,
        {Say{"554-5.7.1 blocked using bl.example\r\n554 Bye\r\n"}}, rejected, greeting,
        u"blocked using bl.example"_s);
    addRow("SMTP says 554 under TLS", smtp, tls, {SpeakTls{}, Say{"554 listed at bl.example\r\n"}},
        rejected, greeting, u"554 listed at bl.example"_s);
    addRow("signed in before TLS", imap, startTls, {Say{"* PREAUTH welcome\r\n"}},
        "protocol.preauthenticated"_L1, greeting, u"* PREAUTH welcome"_s);
    addRow("reset before a word", imap, startTls, {AwaitRelease{}, Reset{}}, "connect.reset"_L1,
        greeting, u"reset"_s);
    addRow("reset before a word of TLS", smtp, tls, {AwaitBytes{}, Reset{}}, "connect.reset"_L1,
        u"handshake"_s, u"reset"_s);
    addRow("SSH on a mail port", pop3, startTls, {Say{"SSH-2.0-OpenSSH_9.2\r\n"}},
        "protocol.wrong-service"_L1, greeting, u"SSH-2.0-OpenSSH_9.2"_s);
}

void TestNamedFaults::addConversationRows()
{
    const QString closed = "protocol.closed"_L1;
    const QString malformed = "protocol.malformed"_L1;
    const QString greeting = u"greeting"_s;
    const QString capabilities = u"capabilities"_s;
    addRow("IMAP hangs up", imap, startTls, {HangUp{}}, closed, greeting, u"closed"_s);
    addRow("POP3 hangs up in the middle", pop3, startTls,
        {Say{"+OK hi\r\n"}, Await{"CAPA"}, HangUp{}}, closed, capabilities, u"closed"_s);
    addRow("SMTP hangs up in the middle", smtp, startTls,
        {Say{"220 hi\r\n"}, Await{"EHLO *"}, HangUp{}}, closed, capabilities, u"closed"_s);
    addRow("IMAP, no greeting at all", imap, startTls, {Say{"hello\r\n"}}, malformed, greeting,
        u"hello"_s);
    addRow("POP3, no greeting at all", pop3, startTls, {Say{"hello\r\n"}}, malformed, greeting,
        u"hello"_s);
    addRow("SMTP, no greeting at all", smtp, startTls, {Say{"hello\r\n"}}, malformed, greeting,
        u"hello"_s);
    addRow("SMTP, codes that change", smtp, startTls,
        {Say{"220 hi\r\n"}, Await{"EHLO *"}, Say{"250-hi\r\n354 STARTTLS\r\n"}}, malformed,
        capabilities, u"354"_s);
    const QString tooMuch = "protocol.too-much-data"_L1;
    addRow("IMAP, a line without an end", imap, startTls, {SayEndlessly{"* OK hi "}}, tooMuch,
        greeting, u"* OK hi"_s);
    addRow("POP3, a line without an end", pop3, startTls, {SayEndlessly{"+OK hi "}}, tooMuch,
        greeting, u"+OK hi"_s);
    addRow("SMTP, lines without an end", smtp, startTls, {SayEndlessly{"220-hi\r\n"}}, tooMuch,
        greeting, {});
}

void TestNamedFaults::addStartTlsRows()
{
    const QString refused = "starttls.refused"_L1;
    const QString stage = u"starttls"_s;
    addRow("IMAP says NO", imap, startTls,
        askedForTls(imap) + ServerScript{Say{"<tag> NO later\r\n"}}, refused, stage, u"NO later"_s);
    addRow("IMAP says BAD", imap, startTls,
        askedForTls(imap) + ServerScript{Say{"<tag> BAD what\r\n"}}, refused, stage, u"BAD what"_s);
    addRow("POP3 says -ERR", pop3, startTls, askedForTls(pop3) + ServerScript{Say{"-ERR no\r\n"}},
        refused, stage, u"-ERR no"_s);
    addRow("SMTP says 454", smtp, startTls,
        askedForTls(smtp) + ServerScript{Say{"454 4.7.0 TLS not available\r\n"}}, refused, stage,
        u"454 4.7.0 TLS not available"_s);
    const QString injection = "starttls.injection"_L1;
    addRow("IMAP, plaintext behind the answer", imap, startTls,
        askedForTls(imap) + ServerScript{Say{"<tag> OK go\r\n* PREINJECTED\r\n"}}, injection, stage,
        u"* PREINJECTED"_s);
    addRow("POP3, plaintext behind the answer", pop3, startTls,
        askedForTls(pop3) + ServerScript{Say{"+OK go\r\n+OK injected\r\n"}}, injection, stage,
        u"+OK injected"_s);
    addRow("SMTP, plaintext behind the answer", smtp, startTls,
        askedForTls(smtp) + ServerScript{Say{"220 go\r\n250 injected\r\n"}}, injection, stage,
        u"250 injected"_s);
    const QString broken = "tls.handshake-failed"_L1;
    addRow("broken off after the answer", smtp, startTls,
        askedForTls(smtp) + ServerScript{Say{"220 go\r\n"}, AwaitBytes{}, HangUp{}},
        "protocol.closed"_L1, u"handshake"_s, u"closed"_s);
    addRow("an alert after the answer", imap, startTls,
        askedForTls(imap)
            + ServerScript{Say{"<tag> OK go\r\n"}, AwaitBytes{},
                Say{QByteArray::fromHex("15030300020250")}},
        broken, u"handshake"_s, u"80"_s);
    addRow("written over on the way", smtp, startTls,
        {Say{"220 hi\r\n"}, Await{"EHLO *"}, Say{"250-hi\r\n250 XXXXXXXA\r\n"}},
        "starttls.not-offered"_L1, u"capabilities"_s, u"XXXXXXXA"_s);
}

void TestNamedFaults::names()
{
    QFETCH(Protocol, protocol);
    QFETCH(Security, security);
    QFETCH(ServerScript, script);
    QFETCH(QString, code);
    QFETCH(QString, stage);
    QFETCH(QString, evidence);
    const ProbeBench bench(m_identity.roots);
    ScriptServer server(script, m_identity.serverTls());
    const QList<Diagnosis> diagnoses = diagnose(probe(bench, server, protocol, security));
    QVERIFY(!diagnoses.isEmpty());
    const Diagnosis &first = diagnoses.constFirst();
    QCOMPARE(toString(first.problem), code);
    QCOMPARE(toString(first.stage), stage);
    QVERIFY(first.severity == Severity::Error);
    QVERIFY2(first.evidence.contains(evidence), qPrintable(first.evidence));
}

void TestNamedFaults::namesSilence_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::newRow("IMAP") << imap;
    QTest::newRow("POP3") << pop3;
    QTest::newRow("SMTP") << smtp;
}

void TestNamedFaults::namesSilence()
{
    QFETCH(Protocol, protocol);
    ProbeBench bench(m_identity.roots);
    ScriptServer server({}, m_identity.serverTls());
    BenchProbe probe(
        bench, {protocol, hostName(u"mail.example.test"_s), server.serverPort(), startTls});
    QSignalSpy stages(&probe.job, &ProbeJob::stageEntered);
    while (probe.job.stage() != Stage::Greeting)
        QVERIFY(stages.wait(patienceMs));
    bench.clock.advance(10s);
    QVERIFY(probe.waitUntilFinished());
    const QList<Diagnosis> diagnoses = diagnose(probe.report());
    QCOMPARE(toString(diagnoses.value(0).problem), "protocol.no-greeting"_L1);
    QVERIFY(diagnoses.constFirst().stage == Stage::Greeting);
}

void TestNamedFaults::neverSendsASecretWhereLoginIsDisabled_data()
{
    QTest::addColumn<ServerScript>("script");
    QTest::newRow("and STARTTLS is refused")
        << askedForTls(imap) + ServerScript{Say{"<tag> NO not now\r\n"}};
    QTest::newRow("and nothing else is offered") << ServerScript{
        Say{"* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi\r\n"}, Await{"<tag> CAPABILITY"},
        Say{"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n<tag> OK done\r\n"}};
}

/// The first historic mistake: to send the password all the same.
void TestNamedFaults::neverSendsASecretWhereLoginIsDisabled()
{
    QFETCH(ServerScript, script);
    const ProbeBench bench(m_identity.roots);
    ScriptServer server(script, m_identity.serverTls());
    const ProbeReport report = probe(bench, server, imap, startTls);
    QVERIFY(report.outcome == ProbeReport::Outcome::Failed);
    // Nothing but what is needed to find out: each of its lines, without the tag.
    QByteArrayList said;
    for (const QByteArray &line : server.lastRecord().plaintext.trimmed().split('\n'))
        said.append(line.mid(line.indexOf(' ') + 1).trimmed());
    QByteArrayList expected{"CAPABILITY", "STARTTLS", "LOGOUT"};
    expected.removeIf([&said](const QByteArray &command) { return !said.contains(command); });
    QCOMPARE(said, expected);
}

void TestNamedFaults::upgradesWhereLoginIsDisabled_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<ServerScript>("script");
    QTest::newRow("IMAP") << imap
                          << askedForTls(imap)
            + ServerScript{Say{"<tag> OK go\r\n"}, SpeakTls{}, Await{"<tag> CAPABILITY"},
                Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n<tag> OK done\r\n"}};
    QTest::newRow("POP3") << pop3
                          << askedForTls(pop3)
            + ServerScript{Say{"+OK go\r\n"}, SpeakTls{}, Await{"CAPA"},
                Say{"+OK\r\nSASL PLAIN\r\nUSER\r\n.\r\n"}};
    QTest::newRow("SMTP") << smtp
                          << askedForTls(smtp)
            + ServerScript{Say{"220 go\r\n"}, SpeakTls{}, Await{"EHLO *"},
                Say{"250-hi\r\n250 AUTH PLAIN\r\n"}};
}

/// The second: not to upgrade, and to call it an error of signing in.
void TestNamedFaults::upgradesWhereLoginIsDisabled()
{
    QFETCH(Protocol, protocol);
    QFETCH(ServerScript, script);
    const ProbeBench bench(m_identity.roots);
    ScriptServer server(script, m_identity.serverTls());
    const ProbeReport report = probe(bench, server, protocol, startTls);
    QVERIFY(report.outcome == ProbeReport::Outcome::Ok);
    QVERIFY(report.profile.mechanisms.contains(u"PLAIN"_s));
    QStringList said;
    for (const Diagnosis &diagnosis : diagnose(report))
        said.append(toString(diagnosis.severity) + u' ' + toString(diagnosis.problem));
    QCOMPARE(said, QStringList{u"info security.login-before-tls-disabled"_s});
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestNamedFaults)

#include "tst_namedfaults.moc"
