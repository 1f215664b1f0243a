// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "net/probebench.h"
#include "support/faketransport.h"
#include "support/names.h"
#include "support/scriptserver.h"
#include "support/testcertificates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

constexpr quint16 port = 4000;

class TestProbeJob : public QObject
{
    Q_OBJECT

private slots:
    void learnsWhatAServerCan_data();
    void learnsWhatAServerCan();
    void forgetsWhatCameBeforeTls_data();
    void forgetsWhatCameBeforeTls();
    void namesTheFault_data();
    void namesTheFault();
    void givesUpAtTheDeadline_data();
    void givesUpAtTheDeadline();
    void cancelsAtEachStage_data();
    void cancelsAtEachStage();
    void reportsFromTheEventLoopOnly();
    void tellsOfALateGreeting();
    void concludesThatThePortSpeaksTls_data();
    void concludesThatThePortSpeaksTls();
    void drawsItsTags();
    void asksForADecision_data();
    void asksForADecision();
    void refusesWhatNobodyMayAccept_data();
    void refusesWhatNobodyMayAccept();
    void followsTheUsersDecision_data();
    void followsTheUsersDecision();
    void noticesAnotherCertificate();

private:
    TestIdentity m_identity{u"mail.example.test"_s};
};

namespace {

const QHostAddress loopback(QHostAddress::LocalHost);

Endpoint endpointWith(Protocol protocol, Security security)
{
    return {protocol, hostName(u"mail.example.test"_s), port, security};
}

FakeServer serverWith(const QByteArrayList &rows, const QList<Certificate> &chain)
{
    FakeServer server;
    server.rows = rows;
    server.session.version = TlsVersion::Tls1_3;
    server.session.cipher = u"TLS_AES_256_GCM_SHA384"_s;
    server.session.chain = chain;
    return server;
}

/// An honest server's talk in each protocol, in the order of the stages.
struct Talk
{
    QByteArrayList greeting;
    QByteArrayList upgrade; ///< Its capabilities in plaintext, and the agreement on TLS.
    QByteArrayList capabilities;
    QByteArray farewell;
};

Talk talkOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Imap:
        return {{"S: * OK ready"},
            {"C: <tag> CAPABILITY", "S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED",
                "S: <tag> OK done", "C: <tag> STARTTLS", "S: <tag> OK begin"},
            {"C: <tag> CAPABILITY", "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=SCRAM-SHA-256",
                "S: <tag> OK done"},
            "C: <tag> LOGOUT"};
    case Protocol::Pop3:
        return {{"S: +OK ready"},
            {"C: CAPA", "S: +OK", "S: STLS", "S: .", "C: STLS", "S: +OK begin"},
            {"C: CAPA", "S: +OK", "S: USER", "S: SASL PLAIN SCRAM-SHA-256", "S: ."}, "C: QUIT"};
    case Protocol::Smtp:
        break;
    }
    return {{"S: 220-mail.example.test", "S: 220 ready"},
        {"C: EHLO [127.0.0.1]", "S: 250-mail.example.test", "S: 250 STARTTLS", "C: STARTTLS",
            "S: 220 begin"},
        {"C: EHLO [127.0.0.1]", "S: 250-mail.example.test", "S: 250 AUTH PLAIN SCRAM-SHA-256"},
        "C: QUIT"};
}

QByteArrayList rowsOf(Protocol protocol, Security security)
{
    const Talk talk = talkOf(protocol);
    const QByteArrayList end = talk.capabilities + QByteArrayList{talk.farewell};
    switch (security) {
    case Security::ImplicitTls:
        return QByteArrayList{"TLS"} + talk.greeting + end;
    case Security::StartTls:
        return talk.greeting + talk.upgrade + QByteArrayList{"TLS"} + end;
    case Security::Plaintext:
        break;
    }
    return talk.greeting + end;
}

/// The stages of a probe that comes to its end.
QStringList stagesOf(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return {u"resolve"_s, u"connect"_s, u"handshake"_s, u"greeting"_s, u"capabilities"_s};
    case Security::StartTls:
        return {u"resolve"_s, u"connect"_s, u"greeting"_s, u"capabilities"_s, u"starttls"_s,
            u"handshake"_s, u"capabilities"_s};
    case Security::Plaintext:
        break;
    }
    return {u"resolve"_s, u"connect"_s, u"greeting"_s, u"capabilities"_s};
}

QStringList stageNames(const ProbeReport &report)
{
    QStringList names;
    for (const StageTiming &timing : report.stages)
        names.append(toString(timing.stage));
    return names;
}

/// No command outside this list is ever sent, so no credential is either.
bool isHarmless(const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    const QByteArrayList harmless
        = {"CAPABILITY", "STARTTLS", "LOGOUT", "CAPA", "STLS", "EHLO", "QUIT"};
    return words.size() <= 2
        && (harmless.contains(words.constFirst()) || harmless.contains(words.constLast()));
}

QStringList findingNames(const ProbeReport &report)
{
    QStringList names;
    for (const Finding::Kind kind : kindsOf(report.tls->findings))
        names.append(toString(kind));
    return names;
}

} // namespace

void TestProbeJob::learnsWhatAServerCan_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Security>("security");
    for (const Protocol protocol : {Protocol::Imap, Protocol::Pop3, Protocol::Smtp}) {
        for (const Security security :
            {Security::ImplicitTls, Security::StartTls, Security::Plaintext}) {
            QTest::addRow(
                "%s, %s", qUtf8Printable(toString(protocol)), qUtf8Printable(toString(security)))
                << protocol << security;
        }
    }
}

void TestProbeJob::learnsWhatAServerCan()
{
    QFETCH(Protocol, protocol);
    QFETCH(Security, security);

    FakeNetwork network;
    network.addServer(loopback, port, serverWith(rowsOf(protocol, security), m_identity.chain));
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe probe(bench, endpointWith(protocol, security));
    settle();

    QCOMPARE(network.deviations(), QByteArrayList());
    QCOMPARE(probe.finished.size(), 1);
    QCOMPARE(probe.ended.size(), 1);
    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"ok"_s);
    QVERIFY(!report.fault);
    QCOMPARE(stageNames(report), stagesOf(security));
    QCOMPARE(report.address, loopback);
    QCOMPARE(report.profile.mechanisms.value(0), u"SCRAM-SHA-256"_s);
    QVERIFY(report.profile.mechanisms.contains(u"PLAIN"_s));
    QVERIFY(report.profile.greeting.contains("ready"));

    const FakeRecord record = network.lastRecord();
    QCOMPARE(record.plaintext.isEmpty(), security == Security::ImplicitTls);
    QCOMPARE(record.encrypted.isEmpty(), security == Security::Plaintext);
    QCOMPARE(record.serverName, security == Security::Plaintext ? u""_s : u"mail.example.test"_s);
    for (const QByteArray &line : record.plaintext + record.encrypted)
        QVERIFY2(isHarmless(line), line.constData());
    if (security == Security::Plaintext) {
        QVERIFY(!report.tls);
    } else {
        QCOMPARE(report.tls->trust, Trust::Verified);
        QCOMPARE(report.tls->findings, QList<Finding>());
    }
    QCOMPARE(bench.clock.alarmCount(), 0);
}

void TestProbeJob::forgetsWhatCameBeforeTls_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArrayList>("before");
    QTest::addColumn<QByteArrayList>("after");
    QTest::newRow("IMAP") << Protocol::Imap
                          << QByteArrayList{"S: * OK [CAPABILITY STARTTLS AUTH=PLAIN] hi",
                                 "C: <tag> CAPABILITY", "S: * CAPABILITY STARTTLS AUTH=PLAIN",
                                 "S: <tag> OK", "C: <tag> STARTTLS",
                                 "S: <tag> OK [CAPABILITY AUTH=PLAIN] go"}
                          << QByteArrayList{"C: <tag> CAPABILITY", "S: * CAPABILITY LOGINDISABLED",
                                 "S: <tag> OK"};
    QTest::newRow("POP3") << Protocol::Pop3
                          << QByteArrayList{"S: +OK hi <1.2@example.test>", "C: CAPA", "S: +OK",
                                 "S: STLS", "S: USER", "S: SASL PLAIN", "S: .", "C: STLS",
                                 "S: +OK go"}
                          << QByteArrayList{"C: CAPA", "S: +OK", "S: ."};
    QTest::newRow("SMTP") << Protocol::Smtp
                          << QByteArrayList{"S: 220 hi", "C: EHLO *", "S: 250-hi",
                                 "S: 250-AUTH PLAIN", "S: 250 STARTTLS", "C: STARTTLS",
                                 "S: 220-250 AUTH PLAIN", "S: 220 go"}
                          << QByteArrayList{"C: EHLO *", "S: 250 hi"};
}

/// RFC 9051, 6.2.1; RFC 2595, 4; RFC 3207, 4.2
void TestProbeJob::forgetsWhatCameBeforeTls()
{
    QFETCH(Protocol, protocol);
    QFETCH(QByteArrayList, before);
    QFETCH(QByteArrayList, after);

    FakeNetwork network;
    network.addServer(
        loopback, port, serverWith(before + QByteArrayList{"TLS"} + after, m_identity.chain));
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe probe(bench, endpointWith(protocol, Security::StartTls));
    settle();

    QCOMPARE(network.deviations(), QByteArrayList());
    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"ok"_s);
    QCOMPARE(report.profile.mechanisms, QStringList());
    QVERIFY(report.profile.isLoginDisabled);
    QVERIFY(!report.profile.capabilities.join(u' ').contains(u"PLAIN"_s));
    QVERIFY(report.profile.capabilitiesBeforeTls.join(u' ').contains(u"PLAIN"_s));
}

void TestProbeJob::namesTheFault_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("stage");
    const auto add = [](const char *name, Protocol protocol, Security security,
                         const QByteArrayList &rows, Fault fault, const QString &stage) {
        QTest::addRow("%s", name) << protocol << security << rows << fault << stage;
    };
    constexpr auto imap = Protocol::Imap;
    constexpr auto pop3 = Protocol::Pop3;
    constexpr auto smtp = Protocol::Smtp;
    constexpr auto tls = Security::ImplicitTls;
    constexpr auto startTls = Security::StartTls;
    constexpr auto none = Security::Plaintext;

    add("refused", imap, tls, {"REFUSED"}, Fault::Refused, u"connect"_s);
    add("unreachable", imap, tls, {"UNREACHABLE"}, Fault::Unreachable, u"connect"_s);
    add("hangs up before its greeting", imap, none, {"CLOSE"}, Fault::Closed, u"greeting"_s);
    add("hangs up at the ClientHello", smtp, tls, {"CLOSE"}, Fault::Closed, u"handshake"_s);
    add("refuses the handshake", smtp, tls, {"ALERT"}, Fault::HandshakeFailed, u"handshake"_s);
    add("plaintext on a TLS port", pop3, tls, {"S: +OK"}, Fault::PlaintextOnTlsPort,
        u"handshake"_s);
    add("hangs up under TLS", imap, tls, {"TLS", "CLOSE"}, Fault::Closed, u"greeting"_s);

    const QByteArrayList greeted = {"S: * OK ready", "C: <tag> CAPABILITY"};
    const QByteArrayList offered = greeted
        + QByteArrayList{"S: * CAPABILITY IMAP4rev1 STARTTLS", "S: <tag> OK", "C: <tag> STARTTLS"};
    add("turned away", imap, none, {"S: * BYE"}, Fault::GreetingRejected, u"greeting"_s);
    add("turned away by POP3", pop3, none, {"S: -ERR"}, Fault::GreetingRejected, u"greeting"_s);
    add("turned away by SMTP", smtp, none, {"S: 554-no", "S: 554 no"}, Fault::GreetingRejected,
        u"greeting"_s);
    add("another service", imap, none, {"S: 220 ready"}, Fault::WrongService, u"greeting"_s);
    add("no service", imap, none, {"S: hello there"}, Fault::Malformed, u"greeting"_s);
    add("PREAUTH", imap, startTls, {"S: * PREAUTH hi"}, Fault::PreauthBeforeTls, u"greeting"_s);
    add("hangs up after the greeting", imap, none, greeted + QByteArrayList{"CLOSE"}, Fault::Closed,
        u"capabilities"_s);
    add("no capabilities", imap, none, greeted + QByteArrayList{"S: <tag> BAD what"},
        Fault::CapabilitiesRefused, u"capabilities"_s);
    add("an answer to somebody else", imap, none, greeted + QByteArrayList{"S: zz9 OK"},
        Fault::Unsolicited, u"capabilities"_s);
    add("no STARTTLS", imap, startTls,
        greeted + QByteArrayList{"S: * CAPABILITY IMAP4rev1", "S: <tag> OK"},
        Fault::StartTlsNotOffered, u"capabilities"_s);
    add("STARTTLS refused", imap, startTls, offered + QByteArrayList{"S: <tag> NO not now"},
        Fault::StartTlsRefused, u"starttls"_s);
    add("hangs up at STARTTLS", imap, startTls, offered + QByteArrayList{"CLOSE"}, Fault::Closed,
        u"starttls"_s);
    add("injects", imap, startTls, offered + QByteArrayList{"S: <tag> OK", "S: * OK hi"},
        Fault::InjectedData, u"starttls"_s);
    add("refuses the handshake after all", imap, startTls,
        offered + QByteArrayList{"S: <tag> OK", "ALERT"}, Fault::HandshakeFailed, u"handshake"_s);
    add("forgets its capabilities", imap, startTls,
        offered + QByteArrayList{"S: <tag> OK", "TLS", "C: <tag> CAPABILITY", "S: <tag> NO"},
        Fault::CapabilitiesRefused, u"capabilities"_s);
    add("does not tell its capabilities again", imap, startTls,
        offered + QByteArrayList{"S: <tag> OK", "TLS", "C: <tag> CAPABILITY", "S: <tag> OK"},
        Fault::CapabilitiesRefused, u"capabilities"_s);
    add("PREAUTH later on", imap, startTls, greeted + QByteArrayList{"S: * PREAUTH hi"},
        Fault::PreauthBeforeTls, u"capabilities"_s);
    add("POP3 speaks unasked", pop3, none, {"S: +OK", "S: +OK"}, Fault::Unsolicited, u"greeting"_s);
    add("SMTP speaks unasked", smtp, none, {"S: 220 a", "S: 250 b"}, Fault::Unsolicited,
        u"greeting"_s);
    add("POP3 speaks unasked under TLS", pop3, tls, {"TLS", "S: +OK", "S: +OK"}, Fault::Unsolicited,
        u"greeting"_s);
}

void TestProbeJob::namesTheFault()
{
    QFETCH(Protocol, protocol);
    QFETCH(Security, security);
    QFETCH(QByteArrayList, rows);
    QFETCH(Fault, fault);
    QFETCH(QString, stage);

    FakeNetwork network;
    network.addServer(loopback, port, serverWith(rows, m_identity.chain));
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe probe(bench, endpointWith(protocol, security));
    settle();

    QCOMPARE(network.deviations(), QByteArrayList());
    QCOMPARE(probe.finished.size(), 1);
    QCOMPARE(probe.ended.size(), 1);
    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"failed"_s);
    QCOMPARE(report.fault->fault, fault);
    QCOMPARE(toString(report.lastStage), stage);
    const FakeRecord record = network.lastRecord();
    for (const QByteArray &line : record.plaintext + record.encrypted)
        QVERIFY2(isHarmless(line), line.constData());
    QCOMPARE(bench.clock.alarmCount(), 0);
}

void TestProbeJob::givesUpAtTheDeadline_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<int>("deadlineMs");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("stage");

    const QByteArrayList asked = {"S: 220 ready", "C: EHLO *"};
    const QByteArrayList offered
        = asked + QByteArrayList{"S: 250-hi", "S: 250 STARTTLS", "C: STARTTLS"};
    const QByteArrayList agreed = offered + QByteArrayList{"S: 220 go"};
    QTest::newRow("connect") << Security::Plaintext << QByteArrayList{"NEVER"} << 5000
                             << Fault::ConnectTimeout << u"connect"_s;
    QTest::newRow("greeting") << Security::Plaintext << QByteArrayList{} << 10000
                              << Fault::NoGreeting << u"greeting"_s;
    QTest::newRow("half a greeting") << Security::Plaintext << QByteArrayList{"S: 220-wait"}
                                     << 10000 << Fault::NoGreeting << u"greeting"_s;
    QTest::newRow("handshake") << Security::ImplicitTls << QByteArrayList{} << 10000
                               << Fault::HandshakeTimeout << u"handshake"_s;
    QTest::newRow("greeting under TLS") << Security::ImplicitTls << QByteArrayList{"TLS"} << 10000
                                        << Fault::NoGreeting << u"greeting"_s;
    QTest::newRow("capabilities") << Security::StartTls << asked << 10000 << Fault::ReplyTimeout
                                  << u"capabilities"_s;
    QTest::newRow("capabilities without end")
        << Security::StartTls << asked + QByteArrayList{"S: 250-hi", "--", "S: 250-STARTTLS"}
        << 10000 << Fault::ReplyTimeout << u"capabilities"_s;
    QTest::newRow("STARTTLS") << Security::StartTls << offered << 10000 << Fault::ReplyTimeout
                              << u"starttls"_s;
    QTest::newRow("handshake after STARTTLS")
        << Security::StartTls << agreed << 10000 << Fault::HandshakeTimeout << u"handshake"_s;
    QTest::newRow("capabilities after the handshake")
        << Security::StartTls << agreed + QByteArrayList{"TLS", "C: EHLO *"} << 10000
        << Fault::ReplyTimeout << u"capabilities"_s;
}

void TestProbeJob::givesUpAtTheDeadline()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, rows);
    QFETCH(int, deadlineMs);
    QFETCH(Fault, fault);
    QFETCH(QString, stage);

    FakeNetwork network;
    network.addServer(loopback, port, serverWith(rows, m_identity.chain));
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe probe(bench, endpointWith(Protocol::Smtp, security));
    settle();
    bench.clock.advance(std::chrono::milliseconds(deadlineMs - 1));
    settle();
    QCOMPARE(probe.finished.size(), 0);
    bench.clock.advance(1ms);
    settle();

    QCOMPARE(probe.finished.size(), 1);
    QCOMPARE(probe.ended.size(), 1);
    const ProbeReport report = probe.report();
    QCOMPARE(report.fault->fault, fault);
    QCOMPARE(toString(report.lastStage), stage);
    QCOMPARE(report.endMs(), double(deadlineMs));
    QVERIFY(!report.fault->evidence.isEmpty());
    QVERIFY(network.lastRecord().isAborted);
    QCOMPARE(bench.clock.alarmCount(), 0);
}

void TestProbeJob::cancelsAtEachStage_data()
{
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<QString>("stage");

    const QByteArrayList whole = rowsOf(Protocol::Imap, Security::StartTls);
    QTest::newRow("connect") << QByteArrayList{"NEVER"} << u"connect"_s;
    QTest::newRow("greeting") << QByteArrayList{} << u"greeting"_s;
    QTest::newRow("capabilities") << whole.first(2) << u"capabilities"_s;
    QTest::newRow("starttls") << whole.first(5) << u"starttls"_s;
    QTest::newRow("handshake") << whole.first(6) << u"handshake"_s;
    QTest::newRow("capabilities under TLS") << whole.first(8) << u"capabilities"_s;
}

void TestProbeJob::cancelsAtEachStage()
{
    QFETCH(QByteArrayList, rows);
    QFETCH(QString, stage);

    FakeNetwork network;
    network.addServer(loopback, port, serverWith(rows, m_identity.chain));
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe probe(bench, endpointWith(Protocol::Imap, Security::StartTls));
    settle();
    const FakeRecord before = network.lastRecord();
    probe.job.cancel();
    QCOMPARE(probe.finished.size(), 0); // never from inside the call
    probe.job.cancel();
    settle();
    bench.clock.advance(60s);
    settle();

    QCOMPARE(probe.finished.size(), 1);
    QCOMPARE(probe.ended.size(), 1);
    QCOMPARE(toString(probe.report().outcome), u"cancelled"_s);
    QCOMPARE(toString(probe.report().lastStage), stage);
    QVERIFY(!probe.report().fault);
    const FakeRecord after = network.lastRecord();
    QCOMPARE(after.plaintext, before.plaintext);
    QCOMPARE(after.encrypted, before.encrypted);
    QVERIFY(after.isAborted);
    QCOMPARE(bench.clock.alarmCount(), 0);
}

void TestProbeJob::reportsFromTheEventLoopOnly()
{
    FakeNetwork network;
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe probe(bench, endpointWith(Protocol::Imap, Security::ImplicitTls));
    QCOMPARE(probe.finished.size(), 0);
    probe.job.cancel(); // before it has begun
    QCOMPARE(probe.finished.size(), 0);
    settle();
    QCOMPARE(probe.finished.size(), 1);
    QCOMPARE(probe.ended.size(), 1);
    QCOMPARE(network.traffic().records.size(), 0); // nothing was ever opened

    probe.job.cancel(); // too late
    settle();
    QCOMPARE(probe.finished.size(), 1);
    QCOMPARE(probe.ended.size(), 1);
}

void TestProbeJob::tellsOfALateGreeting()
{
    FakeNetwork network;
    network.addServer(loopback, port, serverWith({}, {}));
    network.addServer(loopback, port + 1, serverWith({"S: * OK", "C: *"}, {}));
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe silent(bench, endpointWith(Protocol::Imap, Security::StartTls));
    Endpoint other = endpointWith(Protocol::Imap, Security::StartTls);
    other.port = port + 1;
    BenchProbe prompt(bench, other);
    QSignalSpy overdue(&silent.job, &ProbeJob::greetingOverdue);
    QSignalSpy promptOverdue(&prompt.job, &ProbeJob::greetingOverdue);
    settle();
    bench.clock.advance(1499ms);
    QCOMPARE(overdue.size(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(overdue.size(), 1);
    bench.clock.advance(5s);
    QCOMPARE(overdue.size(), 1);
    QCOMPARE(promptOverdue.size(), 0);
}

void TestProbeJob::concludesThatThePortSpeaksTls_data()
{
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<bool>("isConcluded");
    QTest::newRow("waits for a greeting") << QByteArrayList{} << true;
    QTest::newRow("has been greeted") << QByteArrayList{"S: * OK", "C: *"} << false;
    QTest::newRow("is not connected") << QByteArrayList{"NEVER"} << false;
}

void TestProbeJob::concludesThatThePortSpeaksTls()
{
    QFETCH(QByteArrayList, rows);
    QFETCH(bool, isConcluded);

    FakeNetwork network;
    network.addServer(loopback, port, serverWith(rows, {}));
    ProbeBench bench(m_identity.roots, &network);
    BenchProbe probe(bench, endpointWith(Protocol::Imap, Security::StartTls));
    settle();
    probe.job.concludeThatPortSpeaksTls();
    settle();
    QCOMPARE(probe.finished.size(), isConcluded ? 1 : 0);
    if (isConcluded)
        QCOMPARE(probe.report().fault->fault, Fault::TlsOnPlaintextPort);
}

void TestProbeJob::drawsItsTags()
{
    FakeNetwork network;
    network.addServer(loopback, port, serverWith({"S: * OK", "C: <tag> CAPABILITY"}, {}));
    ProbeBench bench(m_identity.roots, &network);
    QSet<QByteArray> tags;
    for (int i = 0; i < 20; ++i) {
        BenchProbe probe(bench, endpointWith(Protocol::Imap, Security::Plaintext));
        settle();
        tags.insert(network.lastRecord().plaintext.value(0).split(' ').constFirst());
    }
    // Of 300 million, two of twenty alike would be a wonder.
    QCOMPARE(tags.size(), 20);
}

void TestProbeJob::asksForADecision_data()
{
    QTest::addColumn<CertificateSpec>("spec");
    QTest::addColumn<bool>("isSelfSigned");
    QTest::addColumn<QStringList>("findings");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    CertificateSpec good;
    good.commonName = u"mail.example.test"_s;
    good.dnsNames = {u"mail.example.test"_s};

    CertificateSpec expired = good;
    expired.notBefore = now.addDays(-90);
    expired.notAfter = now.addDays(-1);
    CertificateSpec early = good;
    early.notBefore = now.addDays(1);
    CertificateSpec foreign = good;
    foreign.dnsNames = {u"mail.example.org"_s};
    CertificateSpec both = expired;
    both.dnsNames = foreign.dnsNames;
    QTest::newRow("expired") << expired << false << QStringList{u"expired"_s};
    QTest::newRow("not yet valid") << early << false << QStringList{u"not-yet-valid"_s};
    QTest::newRow("another name") << foreign << false << QStringList{u"name-mismatch"_s};
    QTest::newRow("self-signed") << good << true << QStringList{u"self-signed"_s};
    QTest::newRow("everything at once")
        << both << true << QStringList{u"self-signed"_s, u"name-mismatch"_s, u"expired"_s};
}

void TestProbeJob::asksForADecision()
{
    QFETCH(CertificateSpec, spec);
    QFETCH(bool, isSelfSigned);
    QFETCH(QStringList, findings);

    CertificateSpec rootSpec;
    rootSpec.commonName = u"Root"_s;
    rootSpec.isCa = true;
    const IssuedCertificate root = selfSigned(rootSpec);
    const IssuedCertificate leaf = isSelfSigned ? selfSigned(spec) : issue(spec, root);
    const auto chain = Certificate::listFromPem(leaf.certificatePem);
    for (const Security security : {Security::ImplicitTls, Security::StartTls}) {
        FakeNetwork network;
        network.addServer(loopback, port, serverWith(rowsOf(Protocol::Pop3, security), chain));
        ProbeBench bench(Certificate::listFromPem(root.certificatePem), &network);
        BenchProbe probe(bench, endpointWith(Protocol::Pop3, security));
        settle();

        QCOMPARE(network.deviations(), QByteArrayList());
        const ProbeReport report = probe.report();
        QCOMPARE(toString(report.outcome), u"certificate"_s);
        QVERIFY(!report.fault);
        QCOMPARE(findingNames(report), findings);
        QCOMPARE(report.tls->trust, Trust::Unverified);
        QVERIFY(!report.superseded);
        QVERIFY(!report.profile.mechanisms.isEmpty()); // so that the user knows what is at stake
    }
}

void TestProbeJob::refusesWhatNobodyMayAccept_data()
{
    QTest::addColumn<CertificateSpec>("spec");
    QTest::addColumn<QString>("finding");
    CertificateSpec spec;
    spec.commonName = u"mail.example.test"_s;
    spec.dnsNames = {u"mail.example.test"_s};

    CertificateSpec weakKey = spec;
    weakKey.key = TestKey::Rsa;
    weakKey.rsaBits = 1024;
    QTest::newRow("a weak key") << weakKey << u"weak-key"_s;
    CertificateSpec weakSignature = spec;
    weakSignature.digest = "SHA1";
    QTest::newRow("a weak signature") << weakSignature << u"weak-signature"_s;
    CertificateSpec forClients = spec;
    forClients.extendedKeyUsage = {u"clientAuth"_s};
    QTest::newRow("not for servers") << forClients << u"not-for-servers"_s;
}

void TestProbeJob::refusesWhatNobodyMayAccept()
{
    QFETCH(CertificateSpec, spec);
    QFETCH(QString, finding);

    CertificateSpec rootSpec;
    rootSpec.commonName = u"Root"_s;
    rootSpec.isCa = true;
    const IssuedCertificate root = selfSigned(rootSpec);
    const auto chain = Certificate::listFromPem(issue(spec, root).certificatePem);
    FakeNetwork network;
    network.addServer(
        loopback, port, serverWith(rowsOf(Protocol::Imap, Security::StartTls), chain));
    ProbeBench bench(Certificate::listFromPem(root.certificatePem), &network);
    bench.trust.acceptedForThisRun = {chain.constFirst().sha256()}; // and yet
    BenchProbe probe(bench, endpointWith(Protocol::Imap, Security::StartTls));
    settle();

    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"failed"_s);
    QCOMPARE(report.fault->fault, Fault::CertificateUnacceptable);
    QVERIFY(findingNames(report).contains(finding));
    QCOMPARE(report.tls->trust, Trust::Unverified);
    QCOMPARE(network.lastRecord().encrypted, QByteArrayList());
}

void TestProbeJob::followsTheUsersDecision_data()
{
    QTest::addColumn<TrustView>("trust");
    QTest::addColumn<bool>("isAccepted");

    const QByteArray sha256 = m_identity.chain.constFirst().sha256();
    const TrustException right{hostName(u"mail.example.test"_s), port, sha256, {},
        {Finding::Kind::UnknownIssuer, Finding::Kind::NameMismatch},
        QDateTime::currentDateTimeUtc(), TrustException::Duration::ThisRun, {}};
    const auto add = [](const char *name, const TrustView &trust, bool isAccepted) {
        QTest::newRow(name) << trust << isAccepted;
    };
    add("nothing accepted", {}, false);
    add("accepted", {{right}, {}}, true);
    add("accepted for this run", {{}, {sha256}}, true);
    add("another certificate for this run", {{}, {QByteArray(64, '0')}}, false);
    TrustException other = right;
    other.host = hostName(u"imap.example.test"_s);
    add("for another host", {{other}, {}}, false);
    other = right;
    other.port = port + 1;
    add("for another port", {{other}, {}}, false);
    other = right;
    other.sha256 = QByteArray(64, '0');
    add("for another certificate", {{other}, {}}, false);
    other = right;
    other.findings = {Finding::Kind::NameMismatch};
    add("for another finding", {{other}, {}}, false);
    add("among others", {{other, right}, {}}, true);
}

void TestProbeJob::followsTheUsersDecision()
{
    QFETCH(TrustView, trust);
    QFETCH(bool, isAccepted);

    FakeNetwork network;
    const QByteArrayList rows = rowsOf(Protocol::Smtp, Security::ImplicitTls);
    network.addServer(loopback, port, serverWith(rows, m_identity.chain));
    ProbeBench bench({}, &network); // no root is trusted
    bench.trust = trust;
    BenchProbe probe(bench, endpointWith(Protocol::Smtp, Security::ImplicitTls));
    settle();

    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), isAccepted ? u"ok"_s : u"certificate"_s);
    QCOMPARE(report.tls->trust, isAccepted ? Trust::AcceptedByUser : Trust::Unverified);
    QCOMPARE(findingNames(report), QStringList{u"unknown-issuer"_s});
}

void TestProbeJob::noticesAnotherCertificate()
{
    FakeNetwork network;
    const QByteArrayList rows = rowsOf(Protocol::Smtp, Security::ImplicitTls);
    network.addServer(loopback, port, serverWith(rows, m_identity.chain));
    ProbeBench bench({}, &network);
    const TrustException earlier{hostName(u"mail.example.test"_s), port, QByteArray(64, '0'), {},
        {Finding::Kind::UnknownIssuer}, QDateTime::currentDateTimeUtc(),
        TrustException::Duration::UntilWithdrawn, {}};
    bench.trust.exceptions = {earlier};
    BenchProbe probe(bench, endpointWith(Protocol::Smtp, Security::ImplicitTls));
    settle();

    const ProbeReport report = probe.report();
    QCOMPARE(toString(report.outcome), u"certificate"_s);
    QVERIFY(report.tls->isChanged);
    QVERIFY(report.superseded == earlier);

    // One with nothing to complain about is not called changed.
    ProbeBench trusting(m_identity.roots, &network);
    trusting.trust.exceptions = {earlier};
    BenchProbe verified(trusting, endpointWith(Protocol::Smtp, Security::ImplicitTls));
    settle();
    QCOMPARE(toString(verified.report().outcome), u"ok"_s);
    QVERIFY(!verified.report().superseded);
    QVERIFY(!verified.report().tls->isChanged);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestProbeJob)
#include "tst_probejob.moc"
