// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/systemclock.h"
#include "demo/demonameserver.h"
#include "net/aresresolver.h"

#include "support/patience.h"

#include <QNetworkDatagram>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

/// Receives the answers to one question.
class Receiver : public QObject
{
    Q_OBJECT
public:
    void takeHost(const Result<DnsResolver::Addresses, SeenFault> &answer)
    {
        hostAnswers.append(answer);
        emit answered();
    }
    void takeSrv(const Result<DnsResolver::SrvRecords, SeenFault> &answer)
    {
        srvAnswers.append(answer);
        emit answered();
    }

    QList<Result<DnsResolver::Addresses, SeenFault>> hostAnswers;
    QList<Result<DnsResolver::SrvRecords, SeenFault>> srvAnswers;

signals:
    void answered();
};

class TestAresResolver : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsAddresses_data();
    void findsAddresses();
    void findsServiceRecords();
    void tellsFailuresApart_data();
    void tellsFailuresApart();
    void takesAnAddressForItself_data();
    void takesAnAddressForItself();
    void answersOnlyTheLiving();
    void answersManyAtOnce();
    void doesNotAskForTheSearchList();
    void understandsItsNameServer_data();
    void understandsItsNameServer();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void doesNotWaitForTheOtherFamily();
    void givesUpOnASilentServer();

private:
    QString nameServer() const { return u"127.0.0.1:%1"_s.arg(m_server->port()); }

    SystemClock m_clock;
    std::unique_ptr<DemoNameServer> m_server;
};

namespace {

/// Asks, and waits for the answer of a server on loopback.
void lookUpHost(DnsResolver &resolver, const QString &host, Receiver &receiver)
{
    QSignalSpy answered(&receiver, &Receiver::answered);
    resolver.lookUpHost(host, &receiver, [&receiver](const auto &a) { receiver.takeHost(a); });
    QVERIFY(receiver.hostAnswers.isEmpty()); // from the event loop only
    QVERIFY(answered.wait(patienceMs));
    QCOMPARE(receiver.hostAnswers.size(), 1);
}

void lookUpSrv(DnsResolver &resolver, const QString &name, Receiver &receiver)
{
    QSignalSpy answered(&receiver, &Receiver::answered);
    resolver.lookUpSrv(name, &receiver, [&receiver](const auto &a) { receiver.takeSrv(a); });
    QVERIFY(receiver.srvAnswers.isEmpty());
    QVERIFY(answered.wait(patienceMs));
    QCOMPARE(receiver.srvAnswers.size(), 1);
}

/// A name server that answers with the question itself, made into whatever a test wants.
class OddNameServer
{
public:
    using Edit = std::function<QByteArray(QByteArray)>;

    explicit OddNameServer(const Edit &edit)
    {
        if (!m_socket.bind(QHostAddress::LocalHost, 0))
            qFatal("OddNameServer: cannot listen");
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this, edit] {
            while (m_socket.hasPendingDatagrams()) {
                const QNetworkDatagram query = m_socket.receiveDatagram();
                asked += query.data();
                const QByteArray answer = edit(query.data());
                if (!answer.isEmpty())
                    m_socket.writeDatagram(query.makeReply(answer));
            }
        });
    }

    QString place() const { return u"127.0.0.1:%1"_s.arg(m_socket.localPort()); }

    QByteArray asked;

private:
    QUdpSocket m_socket;
};

/// The question as its answer (RFC 1035, 4.1.1): QR and RD set, and a response code.
QByteArray withCode(QByteArray query, int code)
{
    query[2] = char(0x81);
    query[3] = char(0x80 | code);
    return query;
}

} // namespace

void TestAresResolver::init()
{
    m_server = std::make_unique<DemoNameServer>();
    QVERIFY(m_server->listen());
    m_server->setRecords({
        {u"mail.example.test"_s, QHostAddress(u"127.0.0.7"_s)},
        {u"many.example.test"_s, QHostAddress(u"127.0.0.8"_s)},
        {u"many.example.test"_s, QHostAddress(u"127.0.0.9"_s)},
        {u"_imaps._tcp.example.test"_s, DemoService{u"mail.example.test"_s, 993, 10}},
        {u"_imaps._tcp.example.test"_s, DemoService{u"many.example.test"_s, 1993, 0}},
    });
}

void TestAresResolver::findsAddresses_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("one") << u"mail.example.test"_s << QStringList{u"127.0.0.7"_s};
    QTest::newRow("two") << u"many.example.test"_s << QStringList{u"127.0.0.8"_s, u"127.0.0.9"_s};
}

void TestAresResolver::findsAddresses()
{
    QFETCH(QString, host);
    QFETCH(QStringList, addresses);
    AresResolver resolver(m_clock, nameServer());
    QVERIFY(resolver.isUsable());
    Receiver receiver;
    lookUpHost(resolver, host, receiver);
    QVERIFY(receiver.hostAnswers.at(0));
    QStringList found;
    for (const QHostAddress &address : *receiver.hostAnswers.at(0))
        found.append(address.toString());
    found.sort(); // RFC 6724's order among equals is the system's business
    QCOMPARE(found, addresses);
}

void TestAresResolver::findsServiceRecords()
{
    AresResolver resolver(m_clock, nameServer());
    Receiver receiver;
    lookUpSrv(resolver, u"_imaps._tcp.example.test"_s, receiver);
    QVERIFY(receiver.srvAnswers.at(0));
    const QList<SrvRecord> expected
        = {{u"many.example.test"_s, 1993, 0, 0}, {u"mail.example.test"_s, 993, 10, 0}};
    QVERIFY(*receiver.srvAnswers.at(0) == expected);
}

void TestAresResolver::tellsFailuresApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSrv");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("no such host") << u"nobody.example.test"_s << false << Fault::NoSuchName;
    QTest::newRow("a name without an address")
        << u"_imaps._tcp.example.test"_s << false << Fault::NoAddress;
    QTest::newRow("no such service") << u"_pop3._tcp.example.test"_s << true << Fault::NoSuchName;
    QTest::newRow("a name without a service") << u"mail.example.test"_s << true << Fault::NoAddress;
}

void TestAresResolver::tellsFailuresApart()
{
    QFETCH(QString, name);
    QFETCH(bool, isSrv);
    QFETCH(Fault, fault);
    AresResolver resolver(m_clock, nameServer());
    Receiver receiver;
    isSrv ? lookUpSrv(resolver, name, receiver) : lookUpHost(resolver, name, receiver);
    const SeenFault report
        = isSrv ? receiver.srvAnswers.at(0).error() : receiver.hostAnswers.at(0).error();
    QCOMPARE(report.fault, fault);
    QVERIFY(report.evidence.contains(name));
}

void TestAresResolver::takesAnAddressForItself_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u"2001:db8::1"_s;
}

void TestAresResolver::takesAnAddressForItself()
{
    QFETCH(QString, host);
    OddNameServer server([](const QByteArray &) { return QByteArray(); });
    AresResolver resolver(m_clock, server.place());
    Receiver receiver;
    lookUpHost(resolver, host, receiver);
    QVERIFY(*receiver.hostAnswers.at(0) == QList{QHostAddress(host)});
    QCOMPARE(server.asked, "");
}

void TestAresResolver::answersOnlyTheLiving()
{
    AresResolver resolver(m_clock, nameServer());
    {
        Receiver gone;
        const auto fail = [](const auto &) { QFAIL("nobody is there to be answered"); };
        resolver.lookUpHost(u"mail.example.test"_s, &gone, fail);
        resolver.lookUpSrv(u"_imaps._tcp.example.test"_s, &gone, fail);
    }
    Receiver receiver;
    lookUpHost(resolver, u"many.example.test"_s, receiver);

    // And the other way round: the resolver goes first.
    auto shortLived = std::make_unique<AresResolver>(m_clock, nameServer());
    bool isAnswered = false;
    shortLived->lookUpHost(
        u"mail.example.test"_s, &receiver, [&isAnswered](const auto &) { isAnswered = true; });
    shortLived.reset();
    Receiver another;
    lookUpHost(resolver, u"mail.example.test"_s, another);
    QVERIFY(!isAnswered);
}

void TestAresResolver::answersManyAtOnce()
{
    AresResolver resolver(m_clock, nameServer());
    Receiver receiver;
    QSignalSpy answered(&receiver, &Receiver::answered);
    constexpr int many = 40;
    for (int i = 0; i < many; ++i) {
        const QString host = i % 2 ? u"mail.example.test"_s : u"nobody%1.example.test"_s.arg(i);
        resolver.lookUpHost(
            host, &receiver, [&receiver](const auto &answer) { receiver.takeHost(answer); });
        resolver.lookUpSrv(u"_imaps._tcp.example.test"_s, &receiver,
            [&receiver](const auto &answer) { receiver.takeSrv(answer); });
    }
    while (answered.size() < 2 * many)
        QVERIFY(answered.wait(patienceMs));
    const auto found = std::count_if(receiver.hostAnswers.begin(), receiver.hostAnswers.end(),
        [](const auto &answer) { return answer.has_value(); });
    QCOMPARE(found, many / 2);
    for (const auto &answer : std::as_const(receiver.srvAnswers))
        QCOMPARE(answer.value().size(), 2);
}

void TestAresResolver::doesNotAskForTheSearchList()
{
    OddNameServer server([](const QByteArray &query) { return withCode(query, 3); });
    AresResolver resolver(m_clock, server.place());
    Receiver receiver;
    lookUpHost(resolver, u"imap"_s, receiver);
    QCOMPARE(receiver.hostAnswers.at(0).error().fault, Fault::NoSuchName);
    // The name is one label and the root (RFC 1035, 3.1), for A and for AAAA.
    QCOMPARE(server.asked.count(QByteArray("\x04imap\x00\x00", 7)), 2);
    QCOMPARE(server.asked.count("imap"), 2);
}

void TestAresResolver::understandsItsNameServer_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("isUsable");
    QTest::newRow("the system's") << u""_s << true;
    QTest::newRow("an address") << u"127.0.0.1"_s << true;
    QTest::newRow("with a port") << u"127.0.0.1:5353"_s << true;
    QTest::newRow("IPv6") << u"::1"_s << true;
    QTest::newRow("IPv6 with a port") << u"[::1]:5353"_s << true;
    QTest::newRow("a name") << u"localhost"_s << false;
    QTest::newRow("half an address") << u"127.0.0"_s << false;
    QTest::newRow("a word for a port") << u"127.0.0.1:dns"_s << false;
    QTest::newRow("no port behind the colon") << u"127.0.0.1:"_s << false;
    QTest::newRow("too high a port") << u"127.0.0.1:70000"_s << false;
    QTest::newRow("blank") << u" "_s << false;
    QTest::newRow("an open bracket") << u"[::1"_s << false;
}

void TestAresResolver::understandsItsNameServer()
{
    QFETCH(QString, place);
    QFETCH(bool, isUsable);
    AresResolver resolver(m_clock, place);
    QCOMPARE(resolver.isUsable(), isUsable);
    if (isUsable)
        return;
    Receiver receiver;
    lookUpHost(resolver, u"mail.example.test"_s, receiver);
    QCOMPARE(receiver.hostAnswers.at(0).error().fault, Fault::DnsFailure);
    lookUpSrv(resolver, u"_imaps._tcp.example.test"_s, receiver);
    QCOMPARE(receiver.srvAnswers.at(0).error().fault, Fault::DnsFailure);
}

void TestAresResolver::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<int>("code"); // RFC 1035, 4.1.1
    QTest::newRow("format error") << 1;
    QTest::newRow("server failure") << 2;
    QTest::newRow("not implemented") << 4;
    QTest::newRow("refused") << 5;
}

void TestAresResolver::refusesWhatIsNoAnswer()
{
    QFETCH(int, code);
    OddNameServer server([code](const QByteArray &query) { return withCode(query, code); });
    AresResolver resolver(m_clock, server.place());
    Receiver receiver;
    lookUpHost(resolver, u"mail.example.test"_s, receiver);
    QCOMPARE(receiver.hostAnswers.at(0).error().fault, Fault::DnsFailure);
    lookUpSrv(resolver, u"_imaps._tcp.example.test"_s, receiver);
    QCOMPARE(receiver.srvAnswers.at(0).error().fault, Fault::DnsFailure);
}

/// Some firewalls and home routers drop every question for AAAA (RFC 8305, 3).
void TestAresResolver::doesNotWaitForTheOtherFamily()
{
    const QByteArray askedForAaaa("\x00\x1c\x00\x01", 4); // RFC 3596, 2.1; class IN
    OddNameServer server([&askedForAaaa](const QByteArray &query) {
        if (query.endsWith(askedForAaaa))
            return QByteArray();
        QByteArray answer = withCode(query, 0);
        answer[7] = 1; // one answer: the name asked for, A, IN, 60 s, four bytes
        return answer + QByteArray("\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\x7f\0\0\7", 16);
    });
    AresResolver resolver(m_clock, server.place());
    Receiver receiver;
    lookUpHost(resolver, u"mail.example.test"_s, receiver);
    QCOMPARE(receiver.hostAnswers.at(0).value(), {QHostAddress(u"127.0.0.7"_s)});
    QCOMPARE(server.asked.count(askedForAaaa), 1); // it was not even repeated
}

/// c-ares has a clock of its own, which nobody can hold: the one test here that takes its time.
void TestAresResolver::givesUpOnASilentServer()
{
    OddNameServer server([](const QByteArray &) { return QByteArray(); });
    AresResolver resolver(m_clock, server.place());
    Receiver receiver;
    QSignalSpy answered(&receiver, &Receiver::answered);
    resolver.lookUpSrv(u"_imaps._tcp.example.test"_s, &receiver,
        [&receiver](const auto &answer) { receiver.takeSrv(answer); });
    lookUpHost(resolver, u"mail.example.test"_s, receiver);
    QCOMPARE(receiver.hostAnswers.at(0).error().fault, Fault::DnsTimeout);
    QVERIFY(!receiver.srvAnswers.isEmpty() || answered.wait(patienceMs));
    QCOMPARE(receiver.srvAnswers.at(0).error().fault, Fault::DnsTimeout);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestAresResolver)
#include "tst_aresresolver.moc"
