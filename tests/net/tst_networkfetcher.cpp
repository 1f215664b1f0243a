// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/networkfetcher.h"
#include "net/probebench.h"
#include "support/patience.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

class TestNetworkFetcher : public QObject
{
    Q_OBJECT

private slots:
    void fetches_data();
    void fetches();
    void posts();
    void believesNoBadCertificate_data();
    void believesNoBadCertificate();
    void fails_data();
    void fails();
    void followsRedirects_data();
    void followsRedirects();
    void goesOnToTheNextAddress();
    void endsAtItsDeadline();
    void servesOnlyTheLiving();

private:
    TestIdentity m_identity{u"web.example.test"_s};
};

namespace {

using Answer = Result<HttpReply, HttpFailure>;

QByteArray response(const QByteArray &status, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + more + "\r\n" + body;
}

/// A web server's answer to one request, whatever it is.
ServerScript answering(const QByteArray &bytes, bool isHttps = false)
{
    ServerScript script;
    if (isHttps)
        script << SpeakTls{};
    return script << AwaitBytes{} << Say{bytes} << HangUp{};
}

/// A fetcher with all that it works with; time stands still.
struct FetchBench
{
    explicit FetchBench(const QList<Certificate> &roots = {}) : bench(roots)
    {
        bench.dns.addHost(u"web.example.test"_s, {QHostAddress(QHostAddress::LocalHost)});
        bench.dns.addHost(u"other.example.test"_s, {QHostAddress(QHostAddress::LocalHost)});
    }

    void start(const QUrl &url, const QByteArray &body = {})
    {
        fetcher.fetch({url, body}, &context, [this](const Answer &answer) {
            answers.append(answer);
            loop.quit();
        });
    }

    Answer fetch(const QUrl &url, const QByteArray &body = {})
    {
        start(url, body);
        if (answers.isEmpty())
            loop.exec(); // until the answer; ctest ends a test that gets none
        return answers.constLast();
    }

    ProbeBench bench;
    NetworkFetcher fetcher{bench.clock, bench.dns, bench.verifier};
    QObject context;
    QEventLoop loop;
    QList<Answer> answers;
};

QUrl urlOf(
    const ScriptServer &server, const QString &scheme, const QString &host = u"web.example.test"_s)
{
    return QUrl(u"%1://%2:%3/mail/config.xml"_s.arg(scheme, host).arg(server.serverPort()));
}

} // namespace

void TestNetworkFetcher::fetches_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("isTamperProof");
    QTest::newRow("HTTP") << u"http"_s << false;
    QTest::newRow("HTTPS") << u"https"_s << true;
}

void TestNetworkFetcher::fetches()
{
    QFETCH(QString, scheme);
    const bool isHttps = scheme == "https"_L1;
    ScriptServer server(answering(response("200 OK", "<a/>"), isHttps), m_identity.serverTls());
    FetchBench rig(m_identity.roots);
    const Answer answer = rig.fetch(urlOf(server, scheme));
    QVERIFY2(answer.has_value(), answer ? "" : qUtf8Printable(answer.error().evidence));
    QCOMPARE(answer->body, QByteArray("<a/>"));
    QCOMPARE(answer->url, urlOf(server, scheme));
    QTEST(answer->isTamperProof, "isTamperProof");
    const ScriptRecord record = server.lastRecord();
    const QByteArray sent = isHttps ? record.encrypted : record.plaintext;
    QVERIFY2(sent.startsWith("GET /mail/config.xml HTTP/1.1\r\n"), sent);
    const QByteArray host = "Host: web.example.test:" + QByteArray::number(server.serverPort());
    QVERIFY2(sent.contains(host + "\r\n"), sent);
    QVERIFY2(!sent.contains("Cookie") && !sent.contains("Authorization"), sent);
}

void TestNetworkFetcher::posts()
{
    ScriptServer server(answering(response("200 OK", "<b/>")));
    FetchBench rig;
    const Answer answer = rig.fetch(urlOf(server, u"http"_s), "<question/>");
    QVERIFY(answer.has_value());
    const QByteArray sent = server.lastRecord().plaintext;
    QVERIFY2(sent.startsWith("POST ") && sent.contains("Content-Type: text/xml"), sent);
}

void TestNetworkFetcher::believesNoBadCertificate_data()
{
    QTest::addColumn<bool>("isKnownIssuer");
    QTest::addColumn<QString>("host");
    QTest::newRow("unknown issuer") << false << u"web.example.test"_s;
    QTest::newRow("another name") << true << u"other.example.test"_s;
}

void TestNetworkFetcher::believesNoBadCertificate()
{
    QFETCH(bool, isKnownIssuer);
    QFETCH(QString, host);
    ScriptServer server(answering(response("200 OK", "<a/>"), true), m_identity.serverTls());
    FetchBench rig(isKnownIssuer ? m_identity.roots : QList<Certificate>());
    const Answer answer = rig.fetch(urlOf(server, u"https"_s, host));
    QVERIFY(!answer.has_value());
    QVERIFY(answer.error().fault == HttpFault::BadCertificate);
    QVERIFY(!answer.error().evidence.isEmpty());
}

void TestNetworkFetcher::fails_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<HttpFault>("fault");
    QTest::newRow("not found") << response("404 Not Found", "no") << HttpFault::NotFound;
    QTest::newRow("an error") << response("500 Oops", "no") << HttpFault::NotFound;
    QTest::newRow("empty") << response("204 No Content", {}) << HttpFault::NotFound;
    QTest::newRow("a password is asked for")
        << response("401 Unauthorized", "no", "WWW-Authenticate: Basic realm=\"x\"\r\n")
        << HttpFault::NotFound;
    QTest::newRow("too large") << response("200 OK", QByteArray(HttpFetcher::maxBodyBytes + 1, 'x'))
                               << HttpFault::TooLarge;
    QTest::newRow("too large, and it does not say so")
        << QByteArray("HTTP/1.0 200 OK\r\n\r\n") + QByteArray(200'000, 'x') << HttpFault::TooLarge;
    QTest::newRow("no HTTP") << QByteArray("* OK IMAP4rev1 ready\r\n") << HttpFault::Unreachable;
    QTest::newRow("nothing") << QByteArray() << HttpFault::Unreachable;
}

void TestNetworkFetcher::fails()
{
    QFETCH(QByteArray, said);
    QFETCH(HttpFault, fault);
    ScriptServer server(answering(said));
    FetchBench rig;
    const Answer answer = rig.fetch(urlOf(server, u"http"_s));
    QVERIFY(!answer.has_value());
    QCOMPARE(static_cast<int>(answer.error().fault), static_cast<int>(fault));
}

void TestNetworkFetcher::followsRedirects_data()
{
    QTest::addColumn<QString>("target"); // PORT is that of a server with the document
    QTest::addColumn<bool>("isFollowed");
    QTest::newRow("another path") << u"http://web.example.test:PORT/b"_s << true;
    QTest::newRow("another host") << u"http://other.example.test:PORT/b"_s << true;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("another protocol") << u"ftp://web.example.test:PORT/"_s << false;
    QTest::newRow("no host") << u"http://"_s << false;
}

void TestNetworkFetcher::followsRedirects()
{
    QFETCH(QString, target);
    QFETCH(bool, isFollowed);
    ScriptServer document(answering(response("200 OK", "<a/>")));
    const QByteArray location
        = target.replace(u"PORT"_s, QString::number(document.serverPort())).toLatin1();
    ScriptServer server(answering(response("302 Found", "here", "Location: " + location + "\r\n")));
    FetchBench rig;
    const Answer answer = rig.fetch(urlOf(server, u"http"_s));
    QCOMPARE(answer.has_value(), isFollowed);
    if (isFollowed)
        QCOMPARE(answer->url, QUrl(target));
    else
        QVERIFY(answer.error().fault == HttpFault::BadRedirect);
}

void TestNetworkFetcher::goesOnToTheNextAddress()
{
    ScriptServer server(answering(response("200 OK", "<a/>")));
    FetchBench rig;
    rig.bench.dns.addHost(u"web.example.test"_s, // nobody listens at the first
        {QHostAddress(u"127.0.0.9"_s), QHostAddress(QHostAddress::LocalHost)});
    QVERIFY(rig.fetch(urlOf(server, u"http"_s)).has_value());
}

void TestNetworkFetcher::endsAtItsDeadline()
{
    ScriptServer server(ServerScript{AwaitBytes{}}); // and then silent
    FetchBench rig;
    QSignalSpy played(&server, &ScriptServer::played);
    rig.start(urlOf(server, u"http"_s));
    QVERIFY(!played.isEmpty() || played.wait(patienceMs));
    rig.bench.clock.advance(5999ms);
    settle();
    QVERIFY(rig.answers.isEmpty());
    rig.bench.clock.advance(1ms);
    settle();
    QCOMPARE(rig.answers.size(), 1);
    QVERIFY(rig.answers.constFirst().error().fault == HttpFault::TimedOut);
}

void TestNetworkFetcher::servesOnlyTheLiving()
{
    ScriptServer server(ServerScript{AwaitBytes{}});
    FetchBench rig;
    QSignalSpy played(&server, &ScriptServer::played);
    QSignalSpy over(&server, &ScriptServer::over);
    auto context = std::make_unique<QObject>();
    rig.fetcher.fetch({urlOf(server, u"http"_s), {}}, context.get(),
        [](const Answer &) { QFAIL("nobody is there to be answered"); });
    QVERIFY(!played.isEmpty() || played.wait(patienceMs));
    context.reset();
    QVERIFY(!over.isEmpty() || over.wait(patienceMs)); // the connection goes with whom it served
    rig.bench.clock.advance(60s);
    settle();
}

} // namespace postern

Q_DECLARE_METATYPE(postern::HttpFault)
QTEST_GUILESS_MAIN(postern::TestNetworkFetcher)
#include "tst_networkfetcher.moc"
