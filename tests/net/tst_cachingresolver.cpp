// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/cachingresolver.h"
#include "net/probebench.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestCachingResolver : public QObject
{
    Q_OBJECT

private slots:
    void asksOnce();
    void remembersAnswersOnly_data();
    void remembersAnswersOnly();
    void answersFromTheEventLoop();
    void forgets();
    void sparesTheDead();
    void passesServiceRecordsOn();
};

namespace {

using Answer = Result<DnsResolver::Addresses, SeenFault>;

/// Somebody who asks, and the answers that came.
struct Asker
{
    explicit Asker(DnsResolver &of) : resolver(of) { }

    void ask(const QString &host)
    {
        resolver.lookUpHost(
            host, &context, [this](const Answer &answer) { answers.append(answer); });
    }

    DnsResolver &resolver;
    QList<Answer> answers;
    QObject context;
};

} // namespace

void TestCachingResolver::asksOnce()
{
    ManualClock clock;
    FakeDns dns;
    const QList<QHostAddress> addresses = {QHostAddress(u"127.0.0.1"_s), QHostAddress(u"::1"_s)};
    dns.addHost(u"a.example.test"_s, addresses);
    dns.addHost(u"b.example.test"_s, addresses.first(1));
    CachingResolver cache(clock, dns);
    Asker one(cache);
    Asker other(cache);
    one.ask(u"a.example.test"_s);
    other.ask(u"a.example.test"_s);
    other.ask(u"b.example.test"_s);
    settle();
    one.ask(u"a.example.test"_s);
    settle();

    QCOMPARE(dns.questions(), (QStringList{u"a.example.test"_s, u"b.example.test"_s}));
    QCOMPARE(one.answers.size(), 2);
    QCOMPARE(other.answers.size(), 2);
    QCOMPARE(*one.answers.at(0), addresses);
    QCOMPARE(*one.answers.at(1), addresses);
    QCOMPARE(*other.answers.at(1), addresses.first(1));
}

void TestCachingResolver::remembersAnswersOnly_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("questions");
    QTest::newRow("no such name") << Fault::NoSuchName << 1;
    QTest::newRow("no address") << Fault::NoAddress << 1;
    QTest::newRow("silence, which may be over") << Fault::DnsTimeout << 2;
    QTest::newRow("failure") << Fault::DnsFailure << 2;
}

void TestCachingResolver::remembersAnswersOnly()
{
    QFETCH(Fault, fault);
    QFETCH(int, questions);
    ManualClock clock;
    FakeDns dns;
    dns.setFault(u"a.example.test"_s, fault);
    CachingResolver cache(clock, dns);
    Asker asker(cache);
    asker.ask(u"a.example.test"_s);
    settle();
    asker.ask(u"a.example.test"_s);
    settle();
    QCOMPARE(dns.questions().size(), questions);
    QCOMPARE(asker.answers.size(), 2);
    QCOMPARE(asker.answers.at(1).error().fault, fault);
}

void TestCachingResolver::answersFromTheEventLoop()
{
    ManualClock clock;
    FakeDns dns;
    dns.addHost(u"a.example.test"_s, {QHostAddress(u"127.0.0.1"_s)});
    CachingResolver cache(clock, dns);
    Asker asker(cache);
    asker.ask(u"a.example.test"_s);
    QCOMPARE(asker.answers.size(), 0);
    settle();
    QCOMPARE(asker.answers.size(), 1);
    asker.ask(u"a.example.test"_s); // known by now
    QCOMPARE(asker.answers.size(), 1);
    settle();
    QCOMPARE(asker.answers.size(), 2);
}

/// Who has mended a record does not want to wait for it.
void TestCachingResolver::forgets()
{
    ManualClock clock;
    FakeDns dns;
    CachingResolver cache(clock, dns);
    Asker asker(cache);
    asker.ask(u"a.example.test"_s);
    settle();
    dns.addHost(u"a.example.test"_s, {QHostAddress(u"127.0.0.1"_s)});
    clock.advance(std::chrono::milliseconds(9999));
    asker.ask(u"a.example.test"_s);
    settle();
    QVERIFY(!asker.answers.last().has_value());
    clock.advance(std::chrono::milliseconds(1));
    asker.ask(u"a.example.test"_s);
    settle();
    QVERIFY(asker.answers.last().has_value());
    QCOMPARE(dns.questions().size(), 2);
}

void TestCachingResolver::sparesTheDead()
{
    ManualClock clock;
    FakeDns dns;
    dns.addHost(u"a.example.test"_s, {QHostAddress(u"127.0.0.1"_s)});
    CachingResolver cache(clock, dns);
    Asker living(cache);
    {
        Asker gone(cache);
        gone.ask(u"a.example.test"_s);
        living.ask(u"a.example.test"_s);
    }
    settle();
    QCOMPARE(living.answers.size(), 1);
    {
        Asker gone(cache);
        gone.ask(u"a.example.test"_s); // known, but its answer is still on the way
    }
    settle();
    {
        CachingResolver shortLived(clock, dns);
        shortLived.lookUpHost(u"a.example.test"_s, &living.context,
            [](const Answer &) { QFAIL("the resolver is gone"); });
    }
    settle();
}

void TestCachingResolver::passesServiceRecordsOn()
{
    ManualClock clock;
    FakeDns dns;
    const QList<SrvRecord> records = {{u"imap.example.test"_s, 993, 0, 1}};
    dns.addSrv(u"_imaps._tcp.example.test"_s, records);
    CachingResolver cache(clock, dns);
    QObject context;
    QList<Result<DnsResolver::SrvRecords, SeenFault>> answers;
    for (const QString &name : {u"_imaps._tcp.example.test"_s, u"_imap._tcp.example.test"_s}) {
        cache.lookUpSrv(name, &context, [&answers](const auto &answer) { answers.append(answer); });
    }
    settle();
    QCOMPARE(answers.size(), 2);
    QVERIFY(*answers.at(0) == records);
    QCOMPARE(answers.at(1).error().fault, Fault::NoSuchName);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestCachingResolver)
#include "tst_cachingresolver.moc"
