// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "net/probebench.h"
#include "probe/candidateplanner.h"
#include "probe/proberunner.h"
#include "support/faketransport.h"
#include "support/names.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

class TestProbeRunner : public QObject
{
    Q_OBJECT

private slots:
    void keepsToItsBounds_data();
    void keepsToItsBounds();
    void looksEachNameUpOnce();
    void reportsNamesThatDoNotResolve_data();
    void reportsNamesThatDoNotResolve();
    void givesUpOnASilentNameServer();
    void blamesTheSilentNameServerWhenStopped();
    void tellsTheModesOfAPortApart_data();
    void tellsTheModesOfAPortApart();
    void doesNotWaitForASilentPort();
    void startsInTheOrderOfThePlan();
    void addsEachEndpointOnce();
    void finishesWhenThePlanIsComplete();
    void stopsAtOnce_data();
    void stopsAtOnce();
    void triesAgainWithANewDecision();

private:
    TestIdentity m_identity{u"mail.example.test"_s};
};

namespace {

/// A runner with all that it works with, and what it has said so far.
struct RunnerBench
{
    explicit RunnerBench(const QList<Certificate> &roots = {}) : bench(roots, &network) { }

    QList<ProbeReport> reports() const
    {
        QList<ProbeReport> all;
        for (const QList<QVariant> &arguments : reported)
            all.append(arguments.constFirst().value<ProbeReport>());
        return all;
    }

    QString outcomeOf(const Endpoint &endpoint) const
    {
        for (const ProbeReport &report : reports()) {
            if (report.candidate.endpoint == endpoint)
                return toString(report.outcome);
        }
        return {};
    }

    FakeNetwork network;
    ProbeBench bench;
    ProbeRunner runner{bench.context()};
    QSignalSpy reported{&runner, &ProbeRunner::reported};
    QSignalSpy finished{&runner, &ProbeRunner::finished};
    QSignalSpy idle{&runner, &ProbeRunner::idle};
};

QHostAddress addressNumber(int n)
{
    return QHostAddress(0x7f000100u + static_cast<quint32>(n));
}

Candidate candidateFor(const QString &host, quint16 port, int order = 0)
{
    return {{Protocol::Imap, hostName(host), port, Security::ImplicitTls}, Candidate::Start::AtOnce,
        {Source::Guess, host}, order};
}

} // namespace

void TestProbeRunner::keepsToItsBounds_data()
{
    QTest::addColumn<int>("addressCount"); // that the names share
    QTest::addColumn<bool>("isFirstDead"); // each name has a dead address of its own in front
    QTest::addColumn<int>("mostInAll");
    QTest::addColumn<int>("mostToOne");
    QTest::newRow("an address for each name") << 60 << false << 24 << 1;
    QTest::newRow("ten names to an address") << 6 << false << 24 << 6;
    QTest::newRow("one address for all") << 1 << false << 6 << 6;
    QTest::newRow("one address behind dead ones") << 1 << true << 24 << 6;
}

void TestProbeRunner::keepsToItsBounds()
{
    QFETCH(int, addressCount);
    QFETCH(bool, isFirstDead);
    QFETCH(int, mostInAll);
    QFETCH(int, mostToOne);

    RunnerBench rig;
    QList<Candidate> plan;
    for (int i = 0; i < 60; ++i) {
        const QString host = u"host%1.example.test"_s.arg(i);
        const QHostAddress address = addressNumber(i % addressCount);
        const QList<QHostAddress> dead = {QHostAddress(u"::%1"_s.arg(i + 1))};
        rig.bench.dns.addHost(host, (isFirstDead ? dead : QList<QHostAddress>()) + QList{address});
        rig.network.addServer(address, 993, {}); // silent
        plan.append(candidateFor(host, 993, i));
    }
    rig.runner.add(plan);
    rig.runner.setComplete();
    settle();
    QVERIFY(rig.finished.isEmpty());
    for (int round = 0; round < 20 && rig.idle.isEmpty(); ++round) {
        rig.bench.clock.advance(10s);
        settle();
    }

    QCOMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.reported.size(), 60);
    QVERIFY(rig.network.traffic().mostOpen <= mostInAll);
    for (const int most : rig.network.traffic().mostOpenTo)
        QVERIFY2(most <= mostToOne, QByteArray::number(most).constData());
}

void TestProbeRunner::looksEachNameUpOnce()
{
    RunnerBench rig;
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.addHost(host, {addressNumber(1)});
    rig.runner.add(planInspection(Protocol::Imap, {host, {}, {}}));
    rig.runner.add(planInspection(Protocol::Smtp, {host, {}, {}}));
    settle();
    rig.runner.add(planInspection(Protocol::Pop3, {host, {}, {}}));
    settle();
    QCOMPARE(rig.bench.dns.questions(), QStringList{host});
    for (const ProbeReport &report : rig.reports())
        QCOMPARE(report.addresses, QList{addressNumber(1)});
}

void TestProbeRunner::reportsNamesThatDoNotResolve_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("no such name") << Fault::NoSuchName;
    QTest::newRow("no address") << Fault::NoAddress;
    QTest::newRow("no answer") << Fault::DnsTimeout;
    QTest::newRow("failure") << Fault::DnsFailure;
}

void TestProbeRunner::reportsNamesThatDoNotResolve()
{
    QFETCH(Fault, fault);
    RunnerBench rig;
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.setFault(host, fault);
    const QList<Candidate> plan = planInspection(Protocol::Imap, {host, {}, {}});
    rig.runner.add(plan);
    rig.runner.setComplete();
    settle();

    QCOMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.reported.size(), plan.size());
    for (const ProbeReport &report : rig.reports()) {
        const bool isFirstChoice = report.candidate.start == Candidate::Start::AtOnce;
        QCOMPARE(toString(report.outcome), isFirstChoice ? u"failed"_s : u"skipped"_s);
        QCOMPARE(report.fault.has_value(), isFirstChoice);
        QVERIFY(!report.fault || report.fault->fault == fault);
        QCOMPARE(toString(report.lastStage), u"resolve"_s);
    }
    QCOMPARE(rig.network.traffic().records.size(), 0);
}

void TestProbeRunner::givesUpOnASilentNameServer()
{
    RunnerBench rig;
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.setSilent(host);
    rig.runner.add({candidateFor(host, 993)});
    rig.runner.setComplete();
    settle();
    rig.bench.clock.advance(4999ms);
    settle();
    QCOMPARE(rig.reported.size(), 0);
    rig.bench.clock.advance(1ms);
    settle();
    QCOMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.reports().value(0).fault.value_or(SeenFault()).fault, Fault::DnsTimeout);
    QCOMPARE(rig.reports().value(0).endMs(), 5000.0);
    QCOMPARE(rig.bench.clock.alarmCount(), 0);
}

/// Who waited for the DNS as long as is fair knows why nothing was tried.
void TestProbeRunner::blamesTheSilentNameServerWhenStopped()
{
    RunnerBench rig;
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.setSilent(host);
    rig.runner.add({candidateFor(host, 993)});
    settle();
    rig.bench.clock.advance(2s);
    rig.runner.stop();
    settle();
    QCOMPARE(rig.outcomeOf(candidateFor(host, 993).endpoint), u"failed"_s);
    QCOMPARE(rig.reports().value(0).fault.value_or(SeenFault()),
        (SeenFault{Fault::DnsTimeout, u"mail.example.test: no answer within 2.0 s"_s}));
}

void TestProbeRunner::tellsTheModesOfAPortApart_data()
{
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<QString>("implicitTls");
    QTest::addColumn<QString>("startTls");
    QTest::addColumn<QString>("plaintext");

    const QByteArrayList greeted = {"S: * OK hi", "C: <tag> CAPABILITY"};
    const QByteArrayList answered = {"S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: <tag> OK"};
    const QByteArrayList tls = QByteArrayList{"TLS"} + greeted + answered;
    const QByteArrayList startTls = greeted
        + QByteArrayList{"S: * CAPABILITY IMAP4rev1 STARTTLS", "S: <tag> OK", "C: <tag> STARTTLS",
            "S: <tag> OK", "TLS", "C: <tag> CAPABILITY"}
        + answered;
    const QByteArrayList refusing = greeted
        + QByteArrayList{"S: * CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN", "S: <tag> OK",
            "C: <tag> *", "S: <tag> NO"};
    const QByteArrayList plain = greeted + answered;
    const auto add
        = [](const char *name, int port, const QByteArrayList &rows, const QStringList &outcomes) {
              QTest::newRow(name) << quint16(port) << rows << outcomes.at(0) << outcomes.at(1)
                                  << outcomes.at(2);
          };
    add("993 as it should be", 993, tls, {u"ok"_s, u"skipped"_s, u"skipped"_s});
    add("143 as it should be", 143, startTls, {u"skipped"_s, u"ok"_s, u"skipped"_s});
    add("STARTTLS on 993", 993, startTls, {u"failed"_s, u"ok"_s, u"skipped"_s});
    add("TLS on 143", 143, tls, {u"ok"_s, u"failed"_s, u"skipped"_s});
    add("plaintext on 993", 993, plain, {u"failed"_s, u"failed"_s, u"ok"_s});
    add("plaintext on 143", 143, plain, {u"skipped"_s, u"failed"_s, u"ok"_s});
    add("TLS on an odd port", 1993, tls, {u"ok"_s, u"failed"_s, u"skipped"_s});
    add("STARTTLS on an odd port", 1143, startTls, {u"failed"_s, u"ok"_s, u"skipped"_s});
    add("nobody on 993", 993, {"REFUSED"}, {u"failed"_s, u"skipped"_s, u"skipped"_s});
    add("nobody on 143", 143, {"REFUSED"}, {u"skipped"_s, u"failed"_s, u"skipped"_s});
    add("filtered", 993, {"NEVER"}, {u"failed"_s, u"skipped"_s, u"skipped"_s});
    add("silent 993", 993, {}, {u"failed"_s, u"skipped"_s, u"skipped"_s});
    add("silent 143", 143, {}, {u"failed"_s, u"failed"_s, u"skipped"_s});
    add("143 hangs up", 143, {"CLOSE"}, {u"failed"_s, u"failed"_s, u"skipped"_s});
    add("143 refuses its STARTTLS", 143, refusing, {u"skipped"_s, u"failed"_s, u"ok"_s});
}

void TestProbeRunner::tellsTheModesOfAPortApart()
{
    QFETCH(quint16, port);
    QFETCH(QByteArrayList, rows);
    QFETCH(QString, implicitTls);
    QFETCH(QString, startTls);
    QFETCH(QString, plaintext);

    RunnerBench rig(m_identity.roots);
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.addHost(host, {addressNumber(1)});
    FakeServer server{rows, {}};
    server.session.chain = m_identity.chain;
    rig.network.addServer(addressNumber(1), port, server);
    rig.runner.add(planInspection(Protocol::Imap, {host, port, {}}));
    rig.runner.setComplete();
    settle();
    for (int seconds = 0; seconds < 60 && rig.finished.isEmpty(); ++seconds) {
        rig.bench.clock.advance(1s);
        settle();
    }

    QCOMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.reported.size(), 3);
    Endpoint endpoint{Protocol::Imap, host, port, Security::ImplicitTls};
    QCOMPARE(rig.outcomeOf(endpoint), implicitTls);
    endpoint.security = Security::StartTls;
    QCOMPARE(rig.outcomeOf(endpoint), startTls);
    endpoint.security = Security::Plaintext;
    QCOMPARE(rig.outcomeOf(endpoint), plaintext);
}

/// TLS behind a port for STARTTLS is found a moment after the silence was noticed, and the probe
/// that waits for a greeting ends with it.
void TestProbeRunner::doesNotWaitForASilentPort()
{
    RunnerBench rig(m_identity.roots);
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.addHost(host, {addressNumber(1)});
    FakeServer server{{"TLS", "S: 220 hi", "C: EHLO *", "S: 250-hi", "S: 250 AUTH PLAIN"}, {}};
    server.session.chain = m_identity.chain;
    rig.network.addServer(addressNumber(1), 587, server);
    rig.runner.add(planInspection(Protocol::Smtp, {host, 587, {}}));
    rig.runner.setComplete();
    settle();
    rig.bench.clock.advance(1500ms);
    settle();

    QCOMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.outcomeOf({Protocol::Smtp, host, 587, Security::ImplicitTls}), u"ok"_s);
    for (const ProbeReport &report : rig.reports()) {
        if (report.candidate.endpoint.security == Security::StartTls)
            QCOMPARE(report.fault->fault, Fault::TlsOnPlaintextPort);
    }
}

void TestProbeRunner::startsInTheOrderOfThePlan()
{
    RunnerBench rig;
    rig.bench.dns.addHost(u"a.example.test"_s, {addressNumber(1)});
    QList<Candidate> plan;
    for (int i = 0; i < 10; ++i) {
        const quint16 port = quint16(2000 + i);
        rig.network.addServer(addressNumber(1), port, {});
        plan.prepend(candidateFor(u"a.example.test"_s, port, i));
    }
    rig.runner.add(plan);
    settle();
    QList<quint16> opened;
    for (const auto &record : rig.network.traffic().records)
        opened.append(record->port);
    QCOMPARE(opened, (QList<quint16>{2000, 2001, 2002, 2003, 2004, 2005}));
    QCOMPARE(rig.runner.pendingCount(), 10);
    QCOMPARE(rig.runner.pendingCandidates().size(), 10);
}

void TestProbeRunner::addsEachEndpointOnce()
{
    RunnerBench rig;
    QSignalSpy planned(&rig.runner, &ProbeRunner::planned);
    const QList<Candidate> plan = {candidateFor(u"a.example.test"_s, 993)};
    rig.runner.add(plan + plan);
    settle();
    rig.runner.add(plan); // it has been reported by now
    settle();
    QCOMPARE(planned.size(), 1);
    QCOMPARE(rig.reported.size(), 1);
}

void TestProbeRunner::finishesWhenThePlanIsComplete()
{
    RunnerBench rig;
    rig.runner.add({candidateFor(u"a.example.test"_s, 993)});
    settle();
    QCOMPARE(rig.reported.size(), 1);
    QCOMPARE(rig.finished.size(), 0); // more may come
    rig.runner.setComplete();
    settle();
    QCOMPARE(rig.finished.size(), 1);

    RunnerBench empty;
    empty.runner.setComplete();
    settle();
    QCOMPARE(empty.finished.size(), 1);
    QVERIFY(!empty.idle.isEmpty());
}

void TestProbeRunner::stopsAtOnce_data()
{
    QTest::addColumn<bool>("isResolved");
    QTest::newRow("while names are looked up") << false;
    QTest::newRow("while some are tried and some wait") << true;
}

void TestProbeRunner::stopsAtOnce()
{
    QFETCH(bool, isResolved);
    RunnerBench rig;
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.addHost(host, {addressNumber(1)});
    if (!isResolved)
        rig.bench.dns.setSilent(host);
    QList<Candidate> plan = planInspection(Protocol::Imap, {host, {}, {}});
    for (int i = 0; i < 10; ++i)
        plan.append(candidateFor(host, quint16(2000 + i), 100 + i));
    for (const Candidate &candidate : plan)
        rig.network.addServer(addressNumber(1), candidate.endpoint.port, {});
    rig.runner.add(plan);
    settle();
    QCOMPARE(rig.network.traffic().records.size(), isResolved ? 6 : 0);
    QCOMPARE(rig.reported.size(), 0);

    rig.runner.stop();
    rig.runner.stop();
    settle(); // the clock stands still
    QCOMPARE(rig.finished.size(), 1);
    QVERIFY(!rig.idle.isEmpty());
    QCOMPARE(rig.runner.pendingCount(), 0);
    QCOMPARE(rig.reported.size(), plan.size());
    for (const Candidate &candidate : std::as_const(plan)) { // nobody says of a mere possibility
        const bool isFirstChoice = candidate.start == Candidate::Start::AtOnce; // that it was tried
        QCOMPARE(rig.outcomeOf(candidate.endpoint), isFirstChoice ? u"cancelled"_s : u"skipped"_s);
    }
    for (const auto &record : rig.network.traffic().records)
        QVERIFY(record->isClosed);

    rig.runner.add({candidateFor(u"late.example.test"_s, 993)});
    rig.bench.clock.advance(60s);
    settle();
    QCOMPARE(rig.reported.size(), plan.size());
    QCOMPARE(rig.finished.size(), 1);
}

void TestProbeRunner::triesAgainWithANewDecision()
{
    RunnerBench rig; // trusts no root
    const HostName host = hostName(u"mail.example.test"_s);
    rig.bench.dns.addHost(host, {addressNumber(1)});
    FakeServer server{
        {"TLS", "S: * OK hi", "C: <tag> CAPABILITY", "S: * CAPABILITY AUTH=PLAIN", "S: <tag> OK"},
        {}};
    server.session.chain = m_identity.chain;
    rig.network.addServer(addressNumber(1), 993, server);
    const Candidate candidate = candidateFor(host, 993);
    rig.runner.add({candidate});
    rig.runner.setComplete();
    settle();
    QCOMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.outcomeOf(candidate.endpoint), u"certificate"_s);

    rig.runner.retry(candidate, {{}, {m_identity.chain.constFirst().sha256()}});
    settle();
    QCOMPARE(rig.finished.size(), 2);
    QCOMPARE(rig.reported.size(), 2);
    QCOMPARE(toString(rig.reports().constLast().outcome), u"ok"_s);
    QCOMPARE(rig.bench.dns.questions().size(), 1);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestProbeRunner)
#include "tst_proberunner.moc"
