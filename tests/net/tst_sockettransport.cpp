// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/sockettransport.h"
#include "support/manualclock.h"
#include "support/patience.h"
#include "support/scriptserver.h"
#include "support/testnetwork.h"

#include <QNetworkProxy>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(postern::ServerScript)

namespace postern {

class TestSocketTransport : public QObject
{
    Q_OBJECT

private slots:
    void exchangesLines_data();
    void exchangesLines();
    void agreesOnTls_data();
    void agreesOnTls();
    void saysWhomItExpects_data();
    void saysWhomItExpects();
    void namesTheHandshakeFault_data();
    void namesTheHandshakeFault();
    void namesTheAlert_data();
    void namesTheAlert();
    void noticesThatAClientCertificateIsWanted_data();
    void noticesThatAClientCertificateIsWanted();
    void noticesThatThePeerIsGone_data();
    void noticesThatThePeerIsGone();
    void namesTheAddressThatFailed();
    void stopsAFlood_data();
    void stopsAFlood();
    void refusesALineOverTheLimit_data();
    void refusesALineOverTheLimit();
    void startsNoHandshakeOverUnreadBytes();
    void leavesPolitely_data();
    void leavesPolitely();
    void closesOnceAfterAnAbort_data();
    void closesOnceAfterAnAbort();
    void usesNoProxy();
    void failsAlone();

private:
    TestIdentity m_identity{u"mail.example.test"_s};
};

namespace {

const QHostAddress loopback(QHostAddress::LocalHost);

/// A transport and all that it says. Where it is told to, it starts a handshake once connected.
struct Client
{
    enum class Mode { Plaintext, Tls };

    explicit Client(Mode mode = Mode::Plaintext)
    {
        QObject::connect(&transport, &Transport::opened, &transport, [this, mode] {
            if (mode == Mode::Tls)
                transport.startHandshake(host, {});
        });
    }

    void open(const ScriptServer &server) { transport.open({loopback}, server.serverPort()); }
    bool waitFor(QSignalSpy &spy) { return !spy.isEmpty() || spy.wait(patienceMs); }
    bool waitUntilClosed() { return waitFor(closed); }
    bool waitForLines(qsizetype count)
    {
        while (lines.size() < count && lines.wait(patienceMs)) { }
        return lines.size() >= count;
    }
    QByteArray line(qsizetype i) const { return lines.value(i).value(0).toByteArray(); }
    SeenFault fault() const { return failed.value(0).value(0).value<SeenFault>(); }
    Handshake session() const { return encrypted.value(0).value(0).value<Handshake>(); }

    QString host = u"mail.example.test"_s;
    ManualClock clock;
    SocketTransport transport{clock};
    QSignalSpy opened{&transport, &Transport::opened};
    QSignalSpy encrypted{&transport, &Transport::encrypted};
    QSignalSpy lines{&transport, &Transport::lineReceived};
    QSignalSpy addressFailed{&transport, &Transport::addressFailed};
    QSignalSpy failed{&transport, &Transport::failed};
    QSignalSpy closed{&transport, &Transport::closed};
};

/// A record with one alert (RFC 8446, 5.1 and 6): warning is 1, fatal 2.
QByteArray alertRecord(int level, int number)
{
    return QByteArray::fromHex("1503030002") + char(level) + char(number);
}

/// The server_name extension for a host (RFC 6066, 3).
QByteArray serverNameExtension(const QByteArray &host)
{
    const auto size = [](qsizetype n) { return QByteArray(1, '\0') + char(n); };
    return size(0) + size(host.size() + 5) + size(host.size() + 3) + '\0' + size(host.size())
        + host;
}

} // namespace

void TestSocketTransport::exchangesLines_data()
{
    QTest::addColumn<bool>("isBytewise");
    QTest::newRow("in one segment") << false;
    QTest::newRow("byte by byte") << true;
}

void TestSocketTransport::exchangesLines()
{
    QFETCH(bool, isBytewise);
    const QByteArray words = "* OK hi\r\na bare LF\n\r\nlast\r\nwithout an end";
    ScriptServer server({isBytewise ? ServerStep(SayBytewise{words}) : ServerStep(Say{words}),
        Await{"a1 NOOP"}, Say{"\r\n"}});
    Client client;
    client.open(server);
    QVERIFY(client.waitForLines(4));
    QCOMPARE(client.line(0), "* OK hi\r\n");
    QCOMPARE(client.line(1), "a bare LF\n");
    QCOMPARE(client.line(2), "\r\n");
    QCOMPARE(client.line(3), "last\r\n");
    QCOMPARE(client.transport.localAddress(), loopback);
    client.transport.sendLine("a1 NOOP");
    QVERIFY(client.waitForLines(5));
    QCOMPARE(client.line(4), "without an end\r\n");
    QCOMPARE(server.lastRecord().plaintext, "a1 NOOP\r\n");
    QVERIFY(!client.transport.hasUnreadData());
    QVERIFY(client.failed.isEmpty());
}

void TestSocketTransport::agreesOnTls_data()
{
    QTest::addColumn<TlsVersions>("versions");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("keyExchange");
    QTest::addColumn<QString>("authentication");
    QTest::newRow("TLS 1.2") << TlsVersions::Tls12 << u"TLSv1.2"_s << u"ECDH"_s << u"ECDSA"_s;
    QTest::newRow("TLS 1.3") << TlsVersions::Tls13 << u"TLSv1.3"_s << u""_s << u""_s;
    QTest::newRow("the better one") << TlsVersions::Usual << u"TLSv1.3"_s << u""_s << u""_s;
}

void TestSocketTransport::agreesOnTls()
{
    QFETCH(TlsVersions, versions);
    QFETCH(QString, version);
    QFETCH(QString, keyExchange);
    QFETCH(QString, authentication);

    // What the server sends is told as it is: here with a stranger behind the chain.
    TestIdentity identity = m_identity;
    identity.chain += TestIdentity(u"stranger.example.test"_s).chain.constFirst();
    ScriptServer server(
        {SpeakTls{}, Say{"* OK hi\r\n"}, Await{"a1 NOOP"}}, identity.serverTls(versions));
    QSignalSpy played(&server, &ScriptServer::played);
    Client client(Client::Mode::Tls);
    client.open(server);
    QVERIFY(client.waitForLines(1));
    QCOMPARE(client.line(0), "* OK hi\r\n");

    const Handshake session = client.session();
    QCOMPARE(toString(session.version), version);
    QVERIFY(!session.cipher.isEmpty());
    QCOMPARE(session.keyExchange, keyExchange);
    QCOMPARE(session.authentication, authentication);
    QCOMPARE(session.keyExchangeGroup, u"x25519"_s);
    QCOMPARE(session.peerSignature, u"ECDSA with SHA256"_s);
    QCOMPARE(session.isResumed, std::optional(false));
    QVERIFY(session.ocspResponse.isEmpty());
    QVERIFY(session.usedBits >= 128);
    QCOMPARE(session.hasForwardSecrecy, std::optional(true));
    QCOMPARE(session.serverName, u"mail.example.test"_s);
    QCOMPARE(session.chain, identity.chain);
    QVERIFY(session.findings.isEmpty()); // not its business
    QCOMPARE(session.trust, Trust::Unverified);

    client.transport.sendLine("a1 NOOP");
    QVERIFY(client.waitFor(played));
    QCOMPARE(server.lastRecord().encrypted, "a1 NOOP\r\n");
    QCOMPARE(server.lastRecord().plaintext, "");
}

void TestSocketTransport::saysWhomItExpects_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isNamed");
    QTest::newRow("a name") << u"imap.example.test"_s << true;
    QTest::newRow("an A-label") << u"xn--mller-kva.example.test"_s << true;
    QTest::newRow("IPv4") << u"127.0.0.1"_s << false; // RFC 6066, 3: no address literals
    QTest::newRow("IPv6") << u"2001:db8::1"_s << false;
}

void TestSocketTransport::saysWhomItExpects()
{
    QFETCH(QString, host);
    QFETCH(bool, isNamed);
    ScriptServer server({AwaitBytes{}, HangUp{}});
    Client client(Client::Mode::Tls);
    client.host = host;
    client.open(server);
    QVERIFY(client.waitUntilClosed());
    const QByteArray hello = server.lastRecord().plaintext;
    QCOMPARE(hello.contains(serverNameExtension(host.toLatin1())), isNamed);
    QCOMPARE(hello.contains(host.toLatin1()), isNamed);
    // RFC 8997: TLS 1.3 and 1.2 (supported_versions), and nothing older.
    QVERIFY(hello.contains(QByteArray::fromHex("002b00050403040303")));
}

void TestSocketTransport::namesTheHandshakeFault_data()
{
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<Fault>("fault");
    const auto add = [](const char *name, const ServerScript &script, Fault fault) {
        QTest::newRow(name) << script << QSslConfiguration() << fault;
    };
    const auto says = [](const QByteArray &bytes) { return ServerScript{Say{bytes}}; };
    const auto answers = [](const QByteArray &bytes) {
        return ServerScript{AwaitBytes{}, Say{bytes}};
    };

    QTest::newRow("TLS 1.0 only") << ServerScript{SpeakTls{}}
                                  << m_identity.serverTls(TlsVersions::Tls10)
                                  << Fault::TlsVersionTooOld;
    QSslConfiguration rsaOnly = m_identity.serverTls(TlsVersions::Tls12);
    rsaOnly.setCiphers(u"ECDHE-RSA-AES128-GCM-SHA256"_s); // the certificate's key is not RSA
    QTest::newRow("no cipher in common")
        << ServerScript{SpeakTls{}} << rsaOnly << Fault::NoCommonCipher;
    // RFC 8446, 4.1.3: ServerHello with TLS 1.1's version
    add("a ServerHello of TLS 1.1",
        answers(QByteArray::fromHex("160302002a020000260302") + QByteArray(32, 'r')
            + QByteArray::fromHex("00002f00")),
        Fault::TlsVersionTooOld);
    add("an IMAP greeting", says("* OK ready\r\n"), Fault::PlaintextOnTlsPort);
    add("a POP3 greeting", says("+OK ready\r\n"), Fault::PlaintextOnTlsPort);
    add("an SMTP greeting", says("220 ready\r\n"), Fault::PlaintextOnTlsPort);
    add("SSH", says("SSH-2.0-OpenSSH_9.2p1\r\n"), Fault::PlaintextOnTlsPort);
    add("HTTP", answers("HTTP/1.1 400 Bad Request\r\n\r\n"), Fault::PlaintextOnTlsPort);
    add("hangs up at once", {HangUp{}}, Fault::Closed);
    add("hangs up at the ClientHello", {AwaitBytes{}, HangUp{}}, Fault::Closed);
    add("resets at the ClientHello", {AwaitBytes{}, Reset{}}, Fault::ConnectReset);
    add("half a record", {AwaitBytes{}, Say{QByteArray::fromHex("160303")}, HangUp{}},
        Fault::Closed);
    add("a record that is too long", answers(QByteArray::fromHex("160303ffff") + "x"),
        Fault::HandshakeFailed);
    add("close_notify", {AwaitBytes{}, Say{alertRecord(1, 0)}, HangUp{}}, Fault::Closed);
}

void TestSocketTransport::namesTheHandshakeFault()
{
    QFETCH(ServerScript, script);
    QFETCH(QSslConfiguration, tls);
    QFETCH(Fault, fault);

    ScriptServer server(script, tls);
    Client client(Client::Mode::Tls);
    client.open(server);
    QVERIFY(client.waitUntilClosed());
    QCOMPARE(client.failed.size(), 1);
    QVERIFY2(client.fault().fault == fault, qUtf8Printable(client.fault().evidence));
    QVERIFY(!client.fault().evidence.isEmpty());
    QVERIFY(client.encrypted.isEmpty());
    QVERIFY(client.lines.isEmpty());
}

void TestSocketTransport::namesTheAlert_data()
{
    QTest::addColumn<int>("alert");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("name");
    const auto add = [](int alert, Fault fault, const QString &name) {
        QTest::addRow("%d", alert) << alert << fault << name;
    };
    // 42 to 49 and 116 are about the client's certificate, which it has none of.
    add(10, Fault::HandshakeFailed, u"unexpected_message"_s);
    add(40, Fault::NoCommonCipher, u"handshake_failure"_s);
    add(42, Fault::HandshakeFailed, u"bad_certificate"_s);
    add(48, Fault::HandshakeFailed, u"unknown_ca"_s);
    add(70, Fault::TlsVersionTooOld, u"protocol_version"_s);
    add(71, Fault::NoCommonCipher, u"insufficient_security"_s);
    add(80, Fault::HandshakeFailed, u"internal_error"_s);
    add(112, Fault::HandshakeFailed, u"unrecognized_name"_s);
    add(116, Fault::ClientCertificateRequired, u"certificate_required"_s);
    add(255, Fault::HandshakeFailed, u"255"_s);
}

void TestSocketTransport::namesTheAlert()
{
    QFETCH(int, alert);
    QFETCH(Fault, fault);
    QFETCH(QString, name);

    ScriptServer server({AwaitBytes{}, Say{alertRecord(2, alert)}});
    Client client(Client::Mode::Tls);
    client.open(server);
    QVERIFY(client.waitUntilClosed());
    QCOMPARE(client.fault().fault, fault);
    QVERIFY2(client.fault().evidence.contains(name), qUtf8Printable(client.fault().evidence));
}

void TestSocketTransport::noticesThatAClientCertificateIsWanted_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("TLS 1.2") << u"-tls1_2"_s; // alert 40, but behind a ServerHello
    QTest::newRow("TLS 1.3") << u"-tls1_3"_s; // alert 116, behind the client's Finished
}

void TestSocketTransport::noticesThatAClientCertificateIsWanted()
{
    QFETCH(QString, version);
    // Qt's own server asks for a certificate, but sends no alert where there is none.
    const QString program = QStandardPaths::findExecutable(u"openssl"_s);
    if (program.isEmpty() && !TestNetwork::mustNotSkip())
        QSKIP("openssl is not installed");
    QTemporaryDir folder;
    QFile pem(folder.filePath(u"server.pem"_s));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(m_identity.keyPem + m_identity.chain.constFirst().toPem());
    pem.close();
    QProcess server;
    QSignalSpy readyRead(&server, &QProcess::readyRead);
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(program,
        {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, pem.fileName(), u"-key"_s,
            pem.fileName(), u"-Verify"_s, u"1"_s, version});
    const auto end = qScopeGuard([&server] {
        server.kill();
        server.waitForFinished();
    });
    const QRegularExpression listening(u"ACCEPT \\S+:(\\d+)\\s"_s);
    QString said;
    while (!listening.match(said).hasMatch()) {
        QVERIFY2(readyRead.wait(patienceMs), qUtf8Printable(said));
        said += QString::fromLatin1(server.readAll());
    }

    Client client(Client::Mode::Tls);
    client.transport.open({loopback}, listening.match(said).captured(1).toUShort());
    QVERIFY(client.waitUntilClosed());
    QVERIFY2(client.fault().fault == Fault::ClientCertificateRequired,
        qUtf8Printable(client.fault().evidence));
    QCOMPARE(client.failed.size(), 1);
}

void TestSocketTransport::noticesThatThePeerIsGone_data()
{
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<Client::Mode>("mode");
    QTest::addColumn<QString>("evidence");
    QTest::addColumn<Fault>("fault");
    constexpr auto none = Client::Mode::Plaintext;
    constexpr auto tls = Client::Mode::Tls;
    QTest::newRow("FIN before a word")
        << ServerScript{HangUp{}} << none << u"closed"_s << Fault::Closed;
    QTest::newRow("RST before a word")
        << ServerScript{AwaitRelease{}, Reset{}} << none << u"reset"_s << Fault::ConnectReset;
    QTest::newRow("after a line") << ServerScript{Say{"hi\r\n"}, HangUp{}} << none << u"closed"_s
                                  << Fault::Closed;
    QTest::newRow("RST after a line")
        << ServerScript{Say{"hi\r\n"}, AwaitRelease{}, Reset{}} << none << u""_s << Fault::Closed;
    QTest::newRow("within a line")
        << ServerScript{Say{"hi\r\nhal"}, HangUp{}} << none << u"hal"_s << Fault::Closed;
    QTest::newRow("under TLS") << ServerScript{SpeakTls{}, HangUp{}} << tls << u"closed"_s
                               << Fault::Closed;
    QTest::newRow("RST under TLS")
        << ServerScript{SpeakTls{}, Reset{}} << tls << u"closed"_s << Fault::Closed;
    QTest::newRow("within a line under TLS")
        << ServerScript{SpeakTls{}, Say{"hi\r\nhal"}, HangUp{}} << tls << u"hal"_s << Fault::Closed;
    // Qt tells of the error and stays connected.
    QTest::newRow("close_notify alone")
        << ServerScript{SpeakTls{}, NotifyClose{}} << tls << u"closed"_s << Fault::Closed;
}

void TestSocketTransport::noticesThatThePeerIsGone()
{
    QFETCH(ServerScript, script);
    QFETCH(Client::Mode, mode);
    QFETCH(QString, evidence);
    QFETCH(Fault, fault);

    ScriptServer server(script, m_identity.serverTls());
    Client client(mode);
    QObject::connect(&client.transport, &Transport::opened, &server, &ScriptServer::release);
    client.open(server);
    QVERIFY(client.waitUntilClosed()); // long before the clock has moved
    QCOMPARE(client.failed.size(), 1);
    QVERIFY(client.fault().fault == fault);
    QVERIFY2(client.fault().evidence.contains(evidence), qUtf8Printable(client.fault().evidence));
    QCOMPARE(client.encrypted.size(), mode == Client::Mode::Tls ? 1 : 0);
    for (const QList<QVariant> &line : std::as_const(client.lines))
        QCOMPARE(line.constFirst().toByteArray(), "hi\r\n");
    QCOMPARE(client.closed.size(), 1);
}

void TestSocketTransport::namesTheAddressThatFailed()
{
    quint16 port = 0;
    {
        const ScriptServer gone({});
        port = gone.serverPort();
    }
    Client client;
    client.transport.open({loopback}, port);
    QVERIFY(client.waitUntilClosed());
    QCOMPARE(client.fault().fault, Fault::Refused);
    QCOMPARE(client.addressFailed.size(), 1);
    QCOMPARE(client.addressFailed.at(0).at(0).value<QHostAddress>(), loopback);
    const QString evidence = client.fault().evidence;
    QVERIFY2(evidence.contains(u"127.0.0.1"_s), qUtf8Printable(evidence));
}

void TestSocketTransport::stopsAFlood_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isTls");
    QTest::newRow("a line without end") << QByteArray(4096, 'A') << false;
    QTest::newRow("a line without end under TLS") << QByteArray(4096, 'A') << true;
    QTest::newRow("lines without end") << QByteArray("* 1 EXISTS\r\n").repeated(300) << false;
    QTest::newRow("lines without end under TLS") << QByteArray("250-x\r\n").repeated(500) << true;
    QTest::newRow("empty lines without end") << QByteArray(4096, '\n') << false;
}

void TestSocketTransport::stopsAFlood()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isTls);
    constexpr qint64 plenty = 64 * 1024 * 1024;
    ServerScript script = {SayEndlessly{bytes, plenty}};
    if (isTls)
        script.prepend(SpeakTls{});
    ScriptServer server(script, m_identity.serverTls());
    Client client(isTls ? Client::Mode::Tls : Client::Mode::Plaintext);
    client.transport.setLineLimit(8 * 1024);
    client.open(server);
    QVERIFY(client.waitUntilClosed());
    QCOMPARE(client.fault().fault, Fault::TooMuchData);
    QVERIFY(client.fault().evidence.size() <= 300);
    // What the kernels of both sides hold comes on top of what was read.
    QVERIFY(server.lastRecord().bytesSaid < plenty / 4);
    for (const QList<QVariant> &line : std::as_const(client.lines))
        QVERIFY(line.constFirst().toByteArray().size() <= 8 * 1024);
}

void TestSocketTransport::refusesALineOverTheLimit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isOver");
    QTest::newRow("just within") << QByteArray(98, 'A') + "\r\n" << false;
    QTest::newRow("one byte over") << QByteArray(99, 'A') + "\r\n" << true;
    QTest::newRow("far over, with its end") << QByteArray(2000, 'A') + "\r\n" << true;
    QTest::newRow("over, without an end") << QByteArray(101, 'A') << true;
    QTest::newRow("after an honest line") << "hi\r\n" + QByteArray(200, 'A') + "\r\n" << true;
}

void TestSocketTransport::refusesALineOverTheLimit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isOver);
    ScriptServer server({Say{bytes}, HangUp{}});
    Client client;
    client.transport.setLineLimit(100);
    client.open(server);
    QVERIFY(client.waitUntilClosed());
    QCOMPARE(client.fault().fault, isOver ? Fault::TooMuchData : Fault::Closed);
    for (const QList<QVariant> &line : std::as_const(client.lines)) {
        QVERIFY(line.constFirst().toByteArray().endsWith("\r\n"));
        QVERIFY(line.constFirst().toByteArray().size() <= 100);
    }
}

void TestSocketTransport::startsNoHandshakeOverUnreadBytes()
{
    ScriptServer server({Say{"go\r\nha"}});
    QSignalSpy over(&server, &ScriptServer::over);
    Client client;
    QObject::connect(&client.transport, &Transport::lineReceived, &client.transport, [&client] {
        QVERIFY(client.transport.hasUnreadData());
        client.transport.startHandshake(client.host, {});
    });
    client.open(server);
    QVERIFY(client.waitUntilClosed());
    QVERIFY(client.waitFor(over));
    QCOMPARE(client.fault().fault, Fault::InjectedData);
    QVERIFY(client.fault().evidence.contains(u"ha"_s));
    QCOMPARE(server.lastRecord().plaintext, "");
}

void TestSocketTransport::leavesPolitely_data()
{
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<bool>("mustWait");
    const ServerScript asked = {Say{"hi\r\n"}, Await{"QUIT"}};
    QTest::newRow("the server answers") << asked + ServerScript{Say{"+OK bye\r\n"}} << false;
    QTest::newRow("the server hangs up") << asked + ServerScript{HangUp{}} << false;
    QTest::newRow("the server resets") << asked + ServerScript{Reset{}} << false;
    QTest::newRow("the server is silent") << asked << true;
}

void TestSocketTransport::leavesPolitely()
{
    QFETCH(ServerScript, script);
    QFETCH(bool, mustWait);
    ScriptServer server(script);
    QSignalSpy played(&server, &ScriptServer::played);
    Client client;
    client.open(server);
    QVERIFY(client.waitForLines(1));
    client.transport.closePolitely("QUIT");
    QVERIFY(client.waitFor(played));
    if (mustWait) {
        client.clock.advance(499ms);
        QVERIFY(client.closed.isEmpty());
        client.clock.advance(1ms);
    }
    QVERIFY(client.waitUntilClosed());
    QVERIFY(client.failed.isEmpty());
    QCOMPARE(client.closed.size(), 1);
    QCOMPARE(client.lines.size(), 1); // nobody listens any more
    QCOMPARE(client.clock.alarmCount(), 0);
}

void TestSocketTransport::closesOnceAfterAnAbort_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"opening", "opened", "handshake", "encrypted", "line"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestSocketTransport::closesOnceAfterAnAbort()
{
    QFETCH(QString, when);
    ScriptServer server({SpeakTls{}, Say{"hi\r\n"}}, m_identity.serverTls());
    Client client(when == u"opened"_s ? Client::Mode::Plaintext : Client::Mode::Tls);
    const auto abort = [&client] {
        client.transport.abort();
        QVERIFY(client.closed.isEmpty()); // never from inside the call
        client.transport.abort();
    };
    if (when == u"opened"_s || when == u"handshake"_s)
        QObject::connect(&client.transport, &Transport::opened, &client.transport, abort);
    if (when == u"encrypted"_s)
        QObject::connect(&client.transport, &Transport::encrypted, &client.transport, abort);
    if (when == u"line"_s)
        QObject::connect(&client.transport, &Transport::lineReceived, &client.transport, abort);
    client.open(server);
    if (when == u"opening"_s)
        abort();
    QVERIFY(client.waitUntilClosed());
    const qsizetype opened = client.opened.size();
    QSignalSpy over(&server, &ScriptServer::over);
    if (when != u"opening"_s)
        QVERIFY(
            !server.records().isEmpty() && (server.lastRecord().isOver || over.wait(patienceMs)));
    QCOMPARE(client.closed.size(), 1);
    QCOMPARE(client.opened.size(), opened);
    QVERIFY(client.failed.isEmpty());
    QCOMPARE(client.lines.size(), when == u"line"_s ? 1 : 0);
}

void TestSocketTransport::usesNoProxy()
{
    ScriptServer proxy({Say{"HTTP/1.1 502 no\r\n\r\n"}, HangUp{}});
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(proxy.serverPort());
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"})
        qputenv(name, url);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()));
    const auto restore = qScopeGuard([] {
        for (const char *name :
            {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"})
            qunsetenv(name);
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    });

    ScriptServer server({Say{"hi\r\n"}});
    Client client;
    // Linux takes 0.0.0.0 for loopback; Qt does not, and would ask for a proxy.
    client.transport.open({QHostAddress(QHostAddress::AnyIPv4)}, server.serverPort());
    QVERIFY(client.waitForLines(1));
    QCOMPARE(client.line(0), "hi\r\n");
    QVERIFY(proxy.records().isEmpty());
}

/// OpenSSL's queue of errors belongs to a thread, not to a session (CVE-2020-13962 in older Qt).
void TestSocketTransport::failsAlone()
{
    ScriptServer good(
        {SpeakTls{}, Say{"hi\r\n"}, AwaitRelease{}, Say{"again\r\n"}}, m_identity.serverTls());
    ScriptServer bad({Say{"* OK plaintext\r\n"}});
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<Client>(Client::Mode::Tls));
        clients.back()->open(good);
    }
    Client failing(Client::Mode::Tls);
    failing.open(bad);
    QVERIFY(failing.waitUntilClosed());
    for (const auto &client : clients)
        QVERIFY(client->waitForLines(1));
    Client failingLater(Client::Mode::Tls);
    failingLater.open(bad);
    QVERIFY(failingLater.waitUntilClosed());
    good.release();
    for (const auto &client : clients) {
        QVERIFY(client->waitForLines(2));
        QVERIFY(client->failed.isEmpty());
    }
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestSocketTransport)
#include "tst_sockettransport.moc"
