// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/addressrace.h"
#include "support/manualclock.h"
#include "support/patience.h"

#include <QDir>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

class TestAddressRace : public QObject
{
    Q_OBJECT

private slots:
    void takesTheFamiliesInTurn_data();
    void takesTheFamiliesInTurn();
    void connectsToTheOnlyAddress();
    void goesOnAtOnceWhereItIsRefused();
    void goesOnAfterAWhileWhereNobodyAnswers();
    void losesWhenAllHaveFailed();
    void triesFourAtMost();
    void endsTheOthersWhenOneHasWon();
};

namespace {

QHostAddress number(int n)
{
    return QHostAddress(0x7f000000u + static_cast<quint32>(n));
}

/// Listens at one address of the loopback network, on a port of the kernel's choice or this one.
struct Listener
{
    explicit Listener(const QHostAddress &address, quint16 port = 0)
    {
        if (!server.listen(address, port))
            qFatal("%s", qUtf8Printable(server.errorString()));
    }
    QTcpServer server;
};

/// A port where SYNs are dropped, since nobody takes what waits in its full queue.
class BlackHole
{
public:
    BlackHole(const QHostAddress &address, quint16 port)
        : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in place = {};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(address.toIPv4Address());
        place.sin_port = htons(port);
        const int reuse = 1;
        setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
        const auto *where = reinterpret_cast<const sockaddr *>(&place);
        if (bind(m_listener, where, sizeof place) != 0 || ::listen(m_listener, 0) != 0)
            qFatal("BlackHole: cannot listen");
        for (int i = 0; i < 4; ++i) {
            const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            // The first is taken into the queue at once, the later ones wait for ever.
            if (::connect(filler, where, sizeof place) != 0 && errno != EINPROGRESS)
                qFatal("BlackHole: cannot fill the queue");
            m_fillers.push_back(filler);
        }
    }
    BlackHole(const BlackHole &) = delete;
    BlackHole &operator=(const BlackHole &) = delete;
    ~BlackHole()
    {
        for (const int filler : m_fillers)
            ::close(filler);
        ::close(m_listener);
    }

private:
    int m_listener;
    std::vector<int> m_fillers;
};

int openDescriptors()
{
    return static_cast<int>(QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files).size());
}

struct Race
{
    bool waitFor(QSignalSpy &spy) { return !spy.isEmpty() || spy.wait(patienceMs); }
    QHostAddress winner() const { return won.value(0).value(0).value<QHostAddress>(); }
    SeenFault fault() const { return lost.value(0).value(0).value<SeenFault>(); }

    ManualClock clock;
    AddressRace race{clock};
    QSignalSpy addressFailed{&race, &AddressRace::addressFailed};
    QSignalSpy won{&race, &AddressRace::won};
    QSignalSpy lost{&race, &AddressRace::lost};
};

} // namespace

void TestAddressRace::takesTheFamiliesInTurn_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QStringList>("order");
    QTest::newRow("none") << QStringList{} << QStringList{};
    QTest::newRow("one family") << QStringList{u"127.0.0.1"_s, u"127.0.0.2"_s}
                                << QStringList{u"127.0.0.1"_s, u"127.0.0.2"_s};
    QTest::newRow("IPv6 preferred") << QStringList{u"::1"_s, u"::2"_s, u"127.0.0.1"_s,
        u"127.0.0.2"_s} << QStringList{u"::1"_s, u"127.0.0.1"_s, u"::2"_s, u"127.0.0.2"_s};
    QTest::newRow("IPv4 preferred") << QStringList{u"127.0.0.1"_s, u"::1"_s, u"::2"_s, u"::3"_s}
                                    << QStringList{u"127.0.0.1"_s, u"::1"_s, u"::2"_s, u"::3"_s};
    QTest::newRow("one of the other") << QStringList{u"::1"_s, u"::2"_s, u"::3"_s, u"127.0.0.1"_s}
                                      << QStringList{u"::1"_s, u"127.0.0.1"_s, u"::2"_s, u"::3"_s};
}

void TestAddressRace::takesTheFamiliesInTurn()
{
    QFETCH(QStringList, addresses);
    QFETCH(QStringList, order);
    QList<QHostAddress> given;
    for (const QString &address : addresses)
        given.append(QHostAddress(address));
    QStringList found;
    for (const QHostAddress &address : interleaveFamilies(given))
        found.append(address.toString());
    QCOMPARE(found, order);
}

void TestAddressRace::connectsToTheOnlyAddress()
{
    const Listener listener(number(1));
    Race race;
    race.race.start({number(1)}, listener.server.serverPort());
    QVERIFY(race.won.isEmpty()); // from the event loop only
    QVERIFY(race.waitFor(race.won));
    QCOMPARE(race.winner(), number(1));
    const auto socket = race.race.takeSocket();
    QVERIFY(socket);
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(socket->peerPort(), listener.server.serverPort());
    QVERIFY(!race.race.takeSocket());
    QCOMPARE(race.clock.alarmCount(), 0);
}

void TestAddressRace::goesOnAtOnceWhereItIsRefused()
{
    const Listener listener(number(3));
    Race race;
    race.race.start({number(1), number(2), number(3)}, listener.server.serverPort());
    QVERIFY(race.waitFor(race.won)); // and the clock has not moved
    QCOMPARE(race.winner(), number(3));
    QCOMPARE(race.addressFailed.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const QList<QVariant> &failure = race.addressFailed.at(i);
        QCOMPARE(failure.at(1).value<SeenFault>().fault, Fault::Refused);
        QCOMPARE(failure.at(0).value<QHostAddress>(), number(i + 1));
    }
    QVERIFY(race.lost.isEmpty());
}

void TestAddressRace::goesOnAfterAWhileWhereNobodyAnswers()
{
    Listener listener(number(2));
    const BlackHole hole(number(1), listener.server.serverPort());
    Race race;
    race.race.start({number(1), number(2)}, listener.server.serverPort());
    QCOMPARE(race.clock.alarmCount(), 1);
    race.clock.advance(249ms);
    QVERIFY(!listener.server.waitForNewConnection(0));
    race.clock.advance(1ms);
    QVERIFY(race.waitFor(race.won));
    QCOMPARE(race.winner(), number(2));
    QVERIFY(race.addressFailed.isEmpty());
    QCOMPARE(race.clock.alarmCount(), 0);
}

void TestAddressRace::losesWhenAllHaveFailed()
{
    quint16 port = 0;
    {
        const Listener gone(number(1));
        port = gone.server.serverPort();
    }
    Race race;
    race.race.start({number(1), number(2)}, port);
    QVERIFY(race.waitFor(race.lost));
    QCOMPARE(race.addressFailed.size(), 2);
    QCOMPARE(race.lost.size(), 1);
    QCOMPARE(race.fault().fault, Fault::Refused);
    QVERIFY2(race.fault().evidence.contains(u"127.0.0.1"_s), qUtf8Printable(race.fault().evidence));
    QVERIFY(!race.race.takeSocket());
}

void TestAddressRace::triesFourAtMost()
{
    Listener listener(number(5)); // would answer
    Race race;
    race.race.start(
        {number(1), number(2), number(3), number(4), number(5)}, listener.server.serverPort());
    QVERIFY(race.waitFor(race.lost));
    QCOMPARE(race.addressFailed.size(), 4);
    race.clock.advance(10s);
    QVERIFY(!listener.server.waitForNewConnection(0));
}

void TestAddressRace::endsTheOthersWhenOneHasWon()
{
    Listener listener(number(2));
    listener.server.pauseAccepting(); // that would be another descriptor
    const BlackHole hole(number(1), listener.server.serverPort());
    Race race;
    const int before = openDescriptors();
    race.race.start({number(1), number(2)}, listener.server.serverPort());
    race.clock.advance(250ms);
    QCOMPARE(openDescriptors(), before + 2);
    QVERIFY(race.waitFor(race.won));
    QCOMPARE(openDescriptors(), before + 1);
    QCOMPARE(race.won.size(), 1);
    QCOMPARE(race.addressFailed.size(), 0);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestAddressRace)
#include "tst_addressrace.moc"
