// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "discovery/discoveryjob.h"
#include "net/probebench.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

class TestDiscoveryJob : public QObject
{
    Q_OBJECT

private slots:
    void offersWhatIsFound_data();
    void offersWhatIsFound();
    void asksNobodyAboutTheAddress();
    void asksNoDatabaseAboutWhatItKnows();
    void asksNoDatabaseThatIsNotWanted();
    void prefersTheSafeFile();
    void asksOnlyTheSourcesThatAreWanted();
    void reportsEachSourceOnce();
    void reportsFailures();
    void isCancelled();
};

namespace {

const QString database = u"https://db.example/v1.1/"_s;

QByteArray fileFor(const QString &host)
{
    return u"<clientConfig><emailProvider id=\"x\"><incomingServer type=\"imap\"><hostname>%1"
           "</hostname><port>993</port><socketType>SSL</socketType></incomingServer>"
           "</emailProvider></clientConfig>"_s.arg(host)
               .toUtf8();
}

const QByteArray autodiscoverAnswer
    = "<Autodiscover><Response><Account><Protocol><Type>IMAP</Type><Server>ex.example.test"
      "</Server><Port>993</Port><SSL>on</SSL></Protocol></Account></Response></Autodiscover>";

/// All but the guess, which asks nobody.
QList<Source> allSources()
{
    QList<Source> sources = searchableSources();
    sources.removeAll(Source::Guess);
    return sources;
}

/// A job with all that it works with, and what it has said so far.
struct JobBench
{
    explicit JobBench(
        const QList<Source> &sources = allSources(), const QString &databaseUrl = database)
        : job({bench.clock, bench.dns, bench.http, bench.providers}, sources, QUrl(databaseUrl))
    {
        QObject::connect(&job, &DiscoveryJob::offered, &job,
            [this](const QList<Offer> &offers) { offered += offers; });
        QObject::connect(&job, &DiscoveryJob::reported, &job,
            [this](const SourceReport &report) { reports.append(report); });
    }

    void run()
    {
        job.start(hostName(u"example.test"_s));
        settle();
    }

    /// One line an offer: source, host, port, security, what is doubtful.
    QStringList lines() const
    {
        QStringList all;
        for (const Offer &offer : offered)
            all.append(
                u"%1 %2:%3 %4%5%6"_s.arg(toString(offer.provenance.source), offer.endpoint.host)
                    .arg(offer.endpoint.port)
                    .arg(toString(offer.endpoint.security),
                        offer.provenance.isUntrusted ? u" untrusted"_s : QString(),
                        offer.provenance.isForeign ? u" foreign"_s : QString()));
        return all;
    }

    QString stateOf(const QString &source) const
    {
        for (const SourceReport &report : reports) {
            if (toString(report.source) == source)
                return toString(report.state);
        }
        return {};
    }

    ProbeBench bench;
    DiscoveryJob job;
    QList<Offer> offered;
    QList<SourceReport> reports;
    QSignalSpy finished{&job, &DiscoveryJob::finished};
};

/// Something published somewhere.
using Publish = std::function<void(ProbeBench &)>;

void publishDocument(ProbeBench &bench, const QString &url, const QByteArray &body)
{
    bench.http.addDocument(url, body, url.startsWith("https"_L1));
}

} // namespace

void TestDiscoveryJob::offersWhatIsFound_data()
{
    QTest::addColumn<Publish>("publish");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("source");
    const auto document = [](const char *name, const QString &url, const QByteArray &body,
                              const QStringList &lines, const QString &source) {
        QTest::newRow(name) << Publish([url, body](ProbeBench &bench) {
            publishDocument(bench, url, body);
        }) << lines << source;
    };
    const QByteArray own = fileFor(u"box.example.test"_s);
    const QByteArray foreign = fileFor(u"imap.hoster.example"_s);
    document("autoconfig", u"https://autoconfig.example.test/mail/config-v1.1.xml"_s, own,
        {u"autoconfig box.example.test:993 tls"_s}, u"autoconfig"_s);
    document("autoconfig of a customer", u"https://autoconfig.example.test/mail/config-v1.1.xml"_s,
        foreign, {u"autoconfig imap.hoster.example:993 tls foreign"_s}, u"autoconfig"_s);
    document("well-known autoconfig",
        u"https://example.test/.well-known/autoconfig/mail/config-v1.1.xml"_s, own,
        {u"autoconfig box.example.test:993 tls"_s}, u"autoconfig"_s);
    document("autoconfig without HTTPS", u"http://autoconfig.example.test/mail/config-v1.1.xml"_s,
        own, {u"autoconfig box.example.test:993 tls untrusted"_s}, u"autoconfig"_s);
    document("database", database + u"example.test"_s, foreign,
        {u"database imap.hoster.example:993 tls foreign"_s}, u"database"_s);
    document("Autodiscover", u"https://autodiscover.example.test/autodiscover/autodiscover.xml"_s,
        autodiscoverAnswer, {u"autodiscover ex.example.test:993 tls"_s}, u"autodiscover"_s);

    QTest::newRow("SRV") << Publish([](ProbeBench &bench) {
        bench.dns.addSrv(u"_imaps._tcp.example.test"_s, {{u"box.example.test"_s, 1993, 0, 0}});
    }) << QStringList{u"srv box.example.test:1993 tls"_s}
                         << u"srv"_s;
    QTest::newRow("MX of the domain itself")
        << Publish([](ProbeBench &bench) {
               bench.dns.addMx(u"example.test"_s,
                   {{u"backup.hoster.example"_s, 20}, {u"mx.example.test"_s, 10}});
           })
        << QStringList{u"mx mx.example.test:993 tls"_s, u"mx mx.example.test:143 starttls"_s,
               u"mx mx.example.test:465 tls"_s, u"mx mx.example.test:587 starttls"_s,
               u"mx mx.example.test:995 tls"_s, u"mx mx.example.test:110 starttls"_s}
        << u"mx"_s;
    for (const QString &publisher : {u"mail.hoster.example"_s, u"hoster.example"_s}) {
        QTest::addRow("MX, autoconfig at %s", qPrintable(publisher))
            << Publish([publisher, foreign](ProbeBench &bench) {
                   bench.dns.addMx(u"example.test"_s, {{u"mx1.mail.hoster.example"_s, 10}});
                   publishDocument(bench,
                       u"https://autoconfig.%1/mail/config-v1.1.xml"_s.arg(publisher), foreign);
               })
            << QStringList{u"mx imap.hoster.example:993 tls untrusted foreign"_s} << u"mx"_s;
    }
    QTest::newRow("MX of a known provider") << Publish([](ProbeBench &bench) {
        bench.dns.addMx(u"example.test"_s, {{u"mx1.big.example"_s, 10}});
        bench.providers = *KnownProviders::read(R"({"schema": "postern.providers/1", "providers":
            [{"id": "b", "name": "Big", "mx": ["big.example"], "servers": [{"service": "imap",
            "host": "imap.big.example", "port": 993, "security": "tls",
            "username": "%EMAILADDRESS%"}]}]})");
    }) << QStringList{u"mx imap.big.example:993 tls untrusted foreign"_s}
                                            << u"mx"_s;
    QTest::newRow("no mail is received") << Publish([](ProbeBench &bench) {
        bench.dns.addMx(u"example.test"_s, {{u"."_s, 0}}); // RFC 7505
    }) << QStringList() << QString();
}

void TestDiscoveryJob::offersWhatIsFound()
{
    QFETCH(Publish, publish);
    QFETCH(QStringList, lines);
    QFETCH(QString, source);
    JobBench rig;
    publish(rig.bench);
    rig.run();
    QCOMPARE(rig.lines(), lines);
    QCOMPARE(rig.finished.size(), 1);
    for (const SourceReport &report : std::as_const(rig.reports))
        QCOMPARE(
            toString(report.state), toString(report.source) == source ? u"found"_s : u"none"_s);
}

/// Only the domain leaves; Autodiscover's question has an address, but a made-up one.
void TestDiscoveryJob::asksNobodyAboutTheAddress()
{
    JobBench rig;
    rig.run();
    QVERIFY(rig.bench.http.requests().size() >= 7);
    for (const HttpRequest &request : rig.bench.http.requests())
        QVERIFY(!request.url.toString().contains(u'@') && !request.url.hasQuery());
}

void TestDiscoveryJob::asksNoDatabaseAboutWhatItKnows()
{
    JobBench rig({Source::Database});
    rig.bench.providers = *KnownProviders::read(R"({"schema": "postern.providers/1", "providers":
        [{"id": "b", "name": "Big", "domains": ["example.test"], "servers": [{"service": "imap",
        "host": "imap.big.example", "port": 993, "security": "tls",
        "username": "%EMAILADDRESS%"}]}]})");
    QSignalSpy known(&rig.job, &DiscoveryJob::providerKnown);
    rig.run();
    // Bundled facts are vouched for, so the host is not foreign.
    QCOMPARE(rig.lines(), QStringList{u"database imap.big.example:993 tls"_s});
    QCOMPARE(known.size(), 1);
    QVERIFY(rig.bench.http.requests().isEmpty());
}

void TestDiscoveryJob::asksNoDatabaseThatIsNotWanted()
{
    JobBench rig({Source::Database}, {});
    rig.run();
    QVERIFY(rig.bench.http.requests().isEmpty());
    QCOMPARE(rig.stateOf(u"database"_s), u"none"_s);
}

void TestDiscoveryJob::prefersTheSafeFile()
{
    JobBench rig({Source::Autoconfig});
    for (const QString &scheme : {u"https"_s, u"http"_s})
        publishDocument(rig.bench, scheme + u"://autoconfig.example.test/mail/config-v1.1.xml"_s,
            fileFor(scheme + u".example.test"_s));
    rig.run();
    QCOMPARE(rig.lines(), QStringList{u"autoconfig https.example.test:993 tls"_s});
}

void TestDiscoveryJob::asksOnlyTheSourcesThatAreWanted()
{
    JobBench rig({Source::Srv});
    rig.run();
    QVERIFY(rig.bench.http.requests().isEmpty());
    QCOMPARE(rig.reports.size(), 1);
    JobBench none(QList<Source>{});
    QVERIFY(none.job.isFinished());
}

void TestDiscoveryJob::reportsEachSourceOnce()
{
    JobBench rig;
    rig.job.start(hostName(u"example.test"_s));
    QVERIFY(!rig.job.isFinished());
    QCOMPARE(rig.reports.size(), 0); // from the event loop only
    settle();
    rig.bench.clock.advance(60s);
    settle();
    QVERIFY(rig.job.isFinished());
    QCOMPARE(rig.finished.size(), 1);
    QStringList names;
    for (const SourceReport &report : std::as_const(rig.reports))
        names.append(toString(report.source));
    names.sort();
    QCOMPARE(
        names, (QStringList{u"autoconfig"_s, u"autodiscover"_s, u"database"_s, u"mx"_s, u"srv"_s}));
}

void TestDiscoveryJob::reportsFailures()
{
    JobBench rig({Source::Autoconfig, Source::Mx});
    rig.bench.dns.setFault(u"example.test"_s, Fault::DnsFailure);
    rig.bench.http.setFault(
        u"https://autoconfig.example.test/mail/config-v1.1.xml"_s, HttpFault::BadCertificate);
    rig.run();
    QCOMPARE(rig.stateOf(u"autoconfig"_s), u"failed"_s);
    QCOMPARE(rig.stateOf(u"mx"_s), u"failed"_s);
}

void TestDiscoveryJob::isCancelled()
{
    JobBench rig;
    rig.job.start(hostName(u"example.test"_s));
    rig.job.cancel();
    QCOMPARE(rig.finished.size(), 1);
    settle(); // the answers come, and nobody listens
    QCOMPARE(rig.finished.size(), 1);
    QVERIFY(rig.offered.isEmpty());
    for (const SourceReport &report : std::as_const(rig.reports))
        QCOMPARE(toString(report.state), u"cancelled"_s);
}

} // namespace postern

Q_DECLARE_METATYPE(postern::Publish)
QTEST_GUILESS_MAIN(postern::TestDiscoveryJob)
#include "tst_discoveryjob.moc"
