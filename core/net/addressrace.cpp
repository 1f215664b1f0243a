// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/addressrace.h"

#include "base/inerttext.h"

#include <QNetworkProxy>

namespace postern {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stagger = 250ms; // RFC 8305, 8

Fault faultOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Fault::Refused;
    case QAbstractSocket::RemoteHostClosedError:
        return Fault::ConnectReset;
    case QAbstractSocket::SocketTimeoutError:
        return Fault::ConnectTimeout;
    default:
        return Fault::Unreachable;
    }
}

} // namespace

QList<QHostAddress> interleaveFamilies(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const QHostAddress &address : addresses) {
        const bool isFirst = address.protocol() == addresses.constFirst().protocol();
        (isFirst ? first : second).append(address);
    }
    QList<QHostAddress> order;
    for (qsizetype i = 0; i < qMax(first.size(), second.size()); ++i) {
        if (i < first.size())
            order.append(first.at(i));
        if (i < second.size())
            order.append(second.at(i));
    }
    return order;
}

AddressRace::AddressRace(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

AddressRace::~AddressRace() = default;

void AddressRace::start(const QList<QHostAddress> &addresses, quint16 port)
{
    m_waiting = interleaveFamilies(addresses);
    m_waiting = m_waiting.first(qMin(m_waiting.size(), maxAddresses));
    m_port = port;
    startNext();
}

void AddressRace::hurry(const QHostAddress &address)
{
    const qsizetype place = m_waiting.indexOf(address);
    if (place < 0)
        return;
    m_waiting.move(place, 0);
    startNext();
}

std::unique_ptr<QSslSocket> AddressRace::takeSocket()
{
    return std::move(m_winner);
}

void AddressRace::startNext()
{
    m_stagger.reset();
    if (m_waiting.isEmpty())
        return;
    m_running.push_back(std::make_unique<QSslSocket>());
    QSslSocket *socket = m_running.back().get();
    const QHostAddress address = m_waiting.takeFirst();
    // Debian's Qt would ask the environment for a proxy, and that would see every host name.
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QAbstractSocket::connected, this, [this, socket] { onConnected(socket); });
    connect(socket, &QAbstractSocket::errorOccurred, this,
        [this, socket, address](
            QAbstractSocket::SocketError error) { onFailed(socket, address, error); });
    socket->connectToHost(address, m_port);
    if (!m_waiting.isEmpty())
        m_stagger = m_clock.callAfter(stagger, [this] { startNext(); });
}

void AddressRace::onConnected(QSslSocket *socket)
{
    m_stagger.reset();
    m_waiting.clear();
    m_winner = take(socket);
    m_winner->disconnect(this);
    m_running.clear();
    emit won(m_winner->peerAddress());
}

void AddressRace::onFailed(
    QSslSocket *socket, const QHostAddress &address, QAbstractSocket::SocketError error)
{
    const SeenFault fault{faultOf(error),
        inertText(
            u"%1 port %2: %3"_s.arg(address.toString()).arg(m_port).arg(socket->errorString()))};
    m_evidence.append(fault.evidence);
    // That there is no way to one family says nothing where the other was reached.
    if (!m_fault || m_fault->fault == Fault::Unreachable)
        m_fault = fault;
    take(socket).release()->deleteLater(); // it is its signal that runs
    emit addressFailed(address, fault);
    if (!m_waiting.isEmpty())
        startNext();
    else if (m_running.empty())
        emit lost({m_fault->fault, m_evidence.join("; "_L1)});
}

std::unique_ptr<QSslSocket> AddressRace::take(QSslSocket *socket)
{
    for (auto it = m_running.begin(); it != m_running.end(); ++it) {
        if (it->get() == socket) {
            auto taken = std::move(*it);
            m_running.erase(it);
            taken->disconnect(this);
            return taken;
        }
    }
    return nullptr;
}

} // namespace postern
