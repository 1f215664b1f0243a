// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faketransport.h"

#include "scriptserver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

/// The fault of a server that cannot be connected to.
std::optional<Fault> connectFaultOf(const FakeServer &server)
{
    const QByteArray row = server.rows.value(0);
    if (row == "REFUSED")
        return Fault::Refused;
    if (row == "UNREACHABLE")
        return Fault::Unreachable;
    return std::nullopt;
}

} // namespace

void FakeTraffic::add(const std::shared_ptr<FakeRecord> &record)
{
    records.append(record);
    int open = 0;
    int openTo = 0;
    for (const auto &other : std::as_const(records)) {
        open += other->isClosed ? 0 : 1;
        openTo += !other->isClosed && other->address == record->address ? 1 : 0;
    }
    mostOpen = qMax(mostOpen, open);
    mostOpenTo[record->address] = qMax(mostOpenTo.value(record->address), openTo);
}

FakeTransport::FakeTransport(std::shared_ptr<FakeTraffic> traffic) : m_traffic(std::move(traffic))
{
}

FakeTransport::~FakeTransport()
{
    m_record->isClosed = true;
}

void FakeTransport::open(const QList<QHostAddress> &addresses, quint16 port)
{
    m_state = State::Opening;
    m_addresses = addresses;
    m_record->port = port;
    // As in a race: whoever answers wins, wherever it stands.
    const auto answers = [this, port](const QHostAddress &address) {
        const FakeServer server = m_traffic->servers.value({address, port}, {{"REFUSED"}, {}});
        return !connectFaultOf(server) && server.rows.value(0) != "NEVER";
    };
    const auto winner = std::find_if(addresses.begin(), addresses.end(), answers);
    m_record->address = winner == addresses.end() ? addresses.value(0) : *winner;
    m_traffic->add(m_record);
    later(&FakeTransport::onConnecting);
}

void FakeTransport::startHandshake(const QString &host, const TlsPolicy & /*policy*/)
{
    if (m_state != State::Open)
        return;
    if (hasUnreadData()) {
        fail({Fault::InjectedData, QString::fromUtf8(m_segment.join(' '))});
        return;
    }
    m_record->serverName = host;
    m_state = State::Handshaking;
    later(&FakeTransport::onHandshake);
}

/// The fake knows no bytes, only lines: it hangs up.
void FakeTransport::sendBytes(const QByteArray & /*bytes*/)
{
    if (m_state == State::Open)
        fail({Fault::Closed, {}});
}

void FakeTransport::sendLine(const QByteArray &line)
{
    if (m_state != State::Open)
        return;
    (m_record->isEncrypted ? m_record->encrypted : m_record->plaintext).append(line);
    m_untaken.append(line);
    later(&FakeTransport::play);
}

QHostAddress FakeTransport::localAddress() const
{
    return QHostAddress(QHostAddress::LocalHost);
}

void FakeTransport::closePolitely(const QByteArray &lastLine)
{
    sendLine(lastLine);
    m_state = State::Ended;
    later(&FakeTransport::finish);
}

void FakeTransport::abort()
{
    m_record->isAborted = true;
    m_state = State::Ended;
    later(&FakeTransport::finish);
}

void FakeTransport::onConnecting()
{
    std::optional<SeenFault> firstFault;
    bool isSilent = false;
    for (const QHostAddress &address : std::as_const(m_addresses)) {
        if (m_state != State::Opening)
            return;
        const auto server = m_traffic->servers.value({address, m_record->port}, {{"REFUSED"}, {}});
        if (const auto fault = connectFaultOf(server)) {
            const SeenFault report{*fault, address.toString()};
            firstFault = firstFault.value_or(report);
            emit addressFailed(address, report);
        } else if (server.rows.value(0) == "NEVER") {
            isSilent = true;
        } else {
            m_server = server;
            m_state = State::Open;
            emit opened(address);
            play();
            return;
        }
    }
    if (!isSilent && m_state == State::Opening)
        fail(firstFault.value_or(SeenFault{Fault::Unreachable, {}}));
}

void FakeTransport::play()
{
    while (m_state == State::Open) {
        if (!m_segment.isEmpty()) {
            const QByteArray line = m_segment.takeFirst();
            if (line.size() > m_lineLimit)
                fail({Fault::TooMuchData, {}});
            else
                emit lineReceived(line);
        } else if (m_server.rows.isEmpty() || !playRow(m_server.rows.constFirst())) {
            return;
        }
    }
}

/// Whether it is over and the next one may follow at once.
bool FakeTransport::playRow(const QByteArray &row)
{
    if (row.startsWith("S: ")) {
        while (m_server.rows.value(0).startsWith("S: ")) {
            QByteArray line = m_server.rows.takeFirst().sliced(3);
            m_segment.append(line.replace("<tag>", m_tag) + "\r\n");
        }
        return true;
    }
    if (row.startsWith("C: "))
        return takeLine(row.sliced(3));
    if (row == "--") {
        m_server.rows.removeFirst();
        later(&FakeTransport::play);
    } else if (row == "CLOSE") {
        fail({Fault::Closed, u"the remote host closed the connection"_s});
    }
    return false;
}

bool FakeTransport::takeLine(const QByteArray &pattern)
{
    if (m_untaken.isEmpty())
        return false;
    m_server.rows.removeFirst();
    const QByteArray line = m_untaken.takeFirst();
    if (matchesPattern(line, pattern, m_tag))
        return true;
    m_record->deviation = line;
    m_server.rows.clear();
    return false;
}

void FakeTransport::onHandshake()
{
    if (m_state != State::Handshaking)
        return;
    const QByteArray row = m_server.rows.value(0);
    if (row == "TLS") {
        m_server.rows.removeFirst();
        m_state = State::Open;
        m_record->isEncrypted = true;
        emit encrypted(m_server.session);
        later(&FakeTransport::play);
    } else if (row == "ALERT") {
        fail({Fault::HandshakeFailed, u"TLS alert"_s});
    } else if (row == "CLOSE") {
        fail({Fault::Closed, u"the remote host closed the connection"_s});
    } else if (row.startsWith("S: ")) {
        fail({Fault::PlaintextOnTlsPort, QString::fromUtf8(row.sliced(3))});
    }
}

void FakeTransport::fail(const SeenFault &fault)
{
    m_state = State::Ended;
    m_segment.clear();
    emit failed(fault);
    later(&FakeTransport::finish);
}

void FakeTransport::finish()
{
    if (m_record->isClosed)
        return;
    m_record->isClosed = true;
    emit closed();
}

void FakeTransport::later(void (FakeTransport::*call)())
{
    QMetaObject::invokeMethod(this, call, Qt::QueuedConnection);
}

void FakeNetwork::addServer(const QHostAddress &address, quint16 port, const FakeServer &server)
{
    m_traffic->servers.insert({address, port}, server);
}

std::unique_ptr<Transport> FakeNetwork::makeTransport()
{
    return std::make_unique<FakeTransport>(m_traffic);
}

FakeRecord FakeNetwork::lastRecord() const
{
    return m_traffic->records.isEmpty() ? FakeRecord() : *m_traffic->records.constLast();
}

QByteArrayList FakeNetwork::deviations() const
{
    QByteArrayList all;
    for (const auto &record : m_traffic->records) {
        if (!record->deviation.isEmpty())
            all.append(record->deviation);
    }
    return all;
}

} // namespace postern
