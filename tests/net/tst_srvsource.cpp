// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "discovery/srvsource.h"
#include "net/probebench.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

class TestSrvSource : public QObject
{
    Q_OBJECT

private slots:
    void offersEachService_data();
    void offersEachService();
    void ordersByPriorityAndWeight();
    void doesNotOffer_data();
    void doesNotOffer();
    void marksWhatIsForeign_data();
    void marksWhatIsForeign();
    void reportsFailures_data();
    void reportsFailures();
    void offersAsAnswersCome();
    void endsAtItsDeadline_data();
    void endsAtItsDeadline();
    void finishesOnceWhenCancelled();
};

namespace {

const QStringList labels
    = {u"_imaps"_s, u"_imap"_s, u"_pop3s"_s, u"_pop3"_s, u"_submissions"_s, u"_submission"_s};

QString recordName(const QString &label)
{
    return label + u"._tcp.example.test"_s;
}

/// A source, the DNS it asks, and what it said.
struct SourceBench
{
    void run()
    {
        source.start(hostName(u"example.test"_s));
        settle();
    }

    QList<Offer> offers() const
    {
        QList<Offer> all;
        for (const QList<QVariant> &arguments : offered)
            all += arguments.constFirst().value<QList<Offer>>();
        return all;
    }

    /// `host:port` in the order of the offers.
    QStringList places() const
    {
        QStringList all;
        for (const Offer &offer : offers())
            all.append(hostAndPort(offer.endpoint.host, offer.endpoint.port));
        return all;
    }

    SourceReport report() const { return finished.value(0).value(0).value<SourceReport>(); }

    ManualClock clock;
    FakeDns dns;
    SrvSource source{clock, dns};
    QSignalSpy offered{&source, &SrvSource::offered};
    QSignalSpy finished{&source, &SrvSource::finished};
};

} // namespace

void TestSrvSource::offersEachService_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<Endpoint>("endpoint");
    const auto add = [](const QString &label, Protocol protocol, Security security) {
        QTest::newRow(qUtf8Printable(label))
            << label << Endpoint{protocol, hostName(u"mail.example.test"_s), 4711, security};
    };
    add(u"_imaps"_s, Protocol::Imap, Security::ImplicitTls);
    add(u"_imap"_s, Protocol::Imap, Security::StartTls); // never plaintext
    add(u"_pop3s"_s, Protocol::Pop3, Security::ImplicitTls);
    add(u"_pop3"_s, Protocol::Pop3, Security::StartTls);
    add(u"_submissions"_s, Protocol::Smtp, Security::ImplicitTls);
    add(u"_submission"_s, Protocol::Smtp, Security::StartTls);
}

void TestSrvSource::offersEachService()
{
    QFETCH(QString, label);
    QFETCH(Endpoint, endpoint);
    SourceBench bench;
    bench.dns.addSrv(recordName(label), {{u"Mail.Example.TEST."_s, 4711, 0, 0}});
    bench.run();
    QCOMPARE(bench.offers().size(), 1);
    const Offer offer = bench.offers().constFirst();
    QVERIFY(offer.endpoint == endpoint);
    QCOMPARE(toString(offer.provenance.source), u"srv"_s);
    QCOMPARE(offer.provenance.origin, recordName(label));
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(toString(bench.report().state), u"found"_s);
    QCOMPARE(bench.report().origin, recordName(label));
    QStringList asked;
    for (const QString &each : labels)
        asked.append(recordName(each));
    QCOMPARE(bench.dns.questions(), asked);
    QCOMPARE(bench.clock.alarmCount(), 0);
}

void TestSrvSource::ordersByPriorityAndWeight()
{
    SourceBench bench;
    bench.dns.addSrv(recordName(u"_imaps"_s),
        {{u"d.example.test"_s, 993, 20, 100}, {u"c.example.test"_s, 993, 10, 1},
            {u"a.example.test"_s, 993, 0, 5}, {u"b.example.test"_s, 993, 10, 60},
            {u"e.example.test"_s, 993, 20, 0}});
    bench.run();
    QCOMPARE(bench.places(),
        (QStringList{u"a.example.test:993"_s, u"b.example.test:993"_s, u"c.example.test:993"_s,
            u"d.example.test:993"_s, u"e.example.test:993"_s}));
    int preference = 0;
    for (const Offer &offer : bench.offers())
        QCOMPARE(offer.preference, preference++);
}

void TestSrvSource::doesNotOffer_data()
{
    QTest::addColumn<SrvRecord>("record");
    QTest::addColumn<QString>("detail");
    const auto add
        = [](const char *name, const QString &target, quint16 port, const QString &detail) {
              QTest::newRow(name) << SrvRecord{target, port, 0, 0} << detail;
          };
    add("a service that is not there", u"."_s, 0, u"not offered"_s); // RFC 6186, 3.4
    add("the same without its dot", u""_s, 0, u"not offered"_s);
    add("an address", u"127.0.0.1"_s, 993, u"127.0.0.1"_s);
    add("no host name", u"ma il.example.test"_s, 993, u"invalid"_s);
    add("control characters", u"a\u001b[31m.example.test"_s, 993, u"\\x1b"_s);
    add("no port", u"mail.example.test"_s, 0, u"invalid"_s);
}

void TestSrvSource::doesNotOffer()
{
    QFETCH(SrvRecord, record);
    QFETCH(QString, detail);
    SourceBench bench;
    bench.dns.addSrv(recordName(u"_imaps"_s), {record});
    bench.run();
    QVERIFY(bench.offers().isEmpty());
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(toString(bench.report().state), u"none"_s);
    QVERIFY2(bench.report().detail.contains(detail), qUtf8Printable(bench.report().detail));

    // It does not stand in the way of a good one.
    SourceBench other;
    other.dns.addSrv(
        recordName(u"_imaps"_s), {record, SrvRecord{u"imap.example.test"_s, 993, 5, 0}});
    other.run();
    QCOMPARE(other.places(), QStringList{u"imap.example.test:993"_s});
}

void TestSrvSource::marksWhatIsForeign_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isForeign"); // RFC 6186, 6
    QTest::newRow("the domain itself") << u"example.test"_s << u"example.test"_s << false;
    QTest::newRow("below it") << u"example.test"_s << u"a.mail.example.test"_s << false;
    QTest::newRow("beside it") << u"staff.example.test"_s << u"mail.example.test"_s << false;
    QTest::newRow("another domain") << u"example.test"_s << u"mail.example.org"_s << true;
    QTest::newRow("the same end") << u"example.test"_s << u"mail.notexample.test"_s << true;
    QTest::newRow("the domain above") << u"example.test"_s << u"test"_s << true;
    QTest::newRow("neighbours below a public suffix")
        << u"alice.co.uk"_s << u"mail.mallory.co.uk"_s << true;
}

void TestSrvSource::marksWhatIsForeign()
{
    QFETCH(QString, domain);
    QFETCH(QString, target);
    SourceBench bench;
    bench.dns.addSrv(u"_imaps._tcp."_s + domain, {{target, 993, 0, 0}});
    bench.source.start(hostName(domain));
    settle();
    QCOMPARE(bench.offers().size(), 1);
    QTEST(bench.offers().constFirst().provenance.isForeign, "isForeign");
    QVERIFY(!bench.offers().constFirst().provenance.isUntrusted);
}

void TestSrvSource::reportsFailures_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("hasOffer"); // one of the six is there all the same
    QTest::addColumn<QString>("state");
    QTest::newRow("no such name") << Fault::NoSuchName << false << u"none"_s;
    QTest::newRow("no record") << Fault::NoAddress << false << u"none"_s;
    QTest::newRow("no answer") << Fault::DnsTimeout << false << u"failed"_s;
    QTest::newRow("a failure") << Fault::DnsFailure << false << u"failed"_s;
    QTest::newRow("a failure of five") << Fault::DnsFailure << true << u"found"_s;
}

void TestSrvSource::reportsFailures()
{
    QFETCH(Fault, fault);
    QFETCH(bool, hasOffer);
    QFETCH(QString, state);
    SourceBench bench;
    for (const QString &label : labels.sliced(hasOffer ? 1 : 0))
        bench.dns.setFault(recordName(label), fault);
    if (hasOffer)
        bench.dns.addSrv(recordName(labels.at(0)), {{u"imap.example.test"_s, 993, 0, 0}});
    bench.run();
    QCOMPARE(bench.offers().size(), hasOffer ? 1 : 0);
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(toString(bench.report().state), state);
}

void TestSrvSource::offersAsAnswersCome()
{
    SourceBench bench;
    bench.dns.addSrv(recordName(u"_imaps"_s), {{u"imap.example.test"_s, 993, 0, 0}});
    bench.dns.setSilent(recordName(u"_submission"_s));
    bench.source.start(hostName(u"example.test"_s));
    QCOMPARE(bench.offered.size(), 0); // from the event loop only
    settle();
    QCOMPARE(bench.offered.size(), 1);
    QCOMPARE(bench.finished.size(), 0);
}

void TestSrvSource::endsAtItsDeadline_data()
{
    QTest::addColumn<bool>("hasOffer");
    QTest::addColumn<QString>("state");
    QTest::newRow("nothing answered") << false << u"failed"_s;
    QTest::newRow("one answered") << true << u"found"_s; // what it offered is being tried
}

void TestSrvSource::endsAtItsDeadline()
{
    QFETCH(bool, hasOffer);
    QFETCH(QString, state);
    SourceBench bench;
    for (const QString &label : labels.sliced(hasOffer ? 1 : 0))
        bench.dns.setSilent(recordName(label));
    if (hasOffer)
        bench.dns.addSrv(recordName(labels.at(0)), {{u"imap.example.test"_s, 993, 0, 0}});
    bench.run();
    bench.clock.advance(4999ms);
    QCOMPARE(bench.finished.size(), 0);
    bench.clock.advance(1ms);
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.offers().size(), hasOffer ? 1 : 0);
    QCOMPARE(toString(bench.report().state), state);
    QCOMPARE(bench.report().elapsedMs, 5000.0);
    bench.clock.advance(60s);
    settle();
    QCOMPARE(bench.finished.size(), 1);
}

void TestSrvSource::finishesOnceWhenCancelled()
{
    SourceBench bench;
    bench.dns.addSrv(recordName(u"_imaps"_s), {{u"imap.example.test"_s, 993, 0, 0}});
    bench.source.start(hostName(u"example.test"_s));
    bench.source.cancel();
    settle(); // the answers come, and nobody listens
    bench.source.cancel();
    bench.clock.advance(60s);
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(toString(bench.report().state), u"cancelled"_s);
    QCOMPARE(bench.offered.size(), 0);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestSrvSource)
#include "tst_srvsource.moc"
