// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sockettransport.h"

#include "account/hostname.h"
#include "base/inerttext.h"
#include "net/handshakesnapshot.h"
#include "tls/handshakefailure.h"
#include "tls/tlspolicy.h"

#include <QSslConfiguration>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace postern {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 readBufferBytes = 64 * 1024;
/// A whole probe needs a few kilobytes; capabilities and literals included this is plenty.
constexpr qint64 maxBytesReceived = 1024 * 1024;
constexpr auto farewellPatience = 500ms;

/// Acknowledges at once what the server sends. A server that writes twice in a row (a session
/// ticket, then its greeting) may hold the second back until the first is acknowledged (RFC 896),
/// and Linux takes up to 40 ms for that. It forgets the wish whenever something is sent.
void acknowledgeAtOnce([[maybe_unused]] const QAbstractSocket &socket)
{
#ifdef Q_OS_LINUX
    const int on = 1;
    setsockopt(
        static_cast<int>(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
#endif
}

} // namespace

SocketTransport::SocketTransport(Clock &clock, QObject *parent)
    : Transport(parent),
      m_clock(clock),
      m_race(clock)
{
    connect(&m_race, &AddressRace::addressFailed, this, &Transport::addressFailed);
    connect(&m_race, &AddressRace::won, this, &SocketTransport::onWon);
    connect(&m_race, &AddressRace::lost, this, &SocketTransport::fail);
}

SocketTransport::~SocketTransport()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void SocketTransport::open(const QList<QHostAddress> &addresses, quint16 port)
{
    m_state = State::Opening;
    m_race.start(addresses, port);
}

void SocketTransport::startHandshake(const QString &host, const TlsPolicy &policy)
{
    if (m_state != State::Open)
        return;
    const QByteArray pending = m_lines.rest() + m_socket->peek(200);
    if (!pending.isEmpty()) {
        fail({Fault::InjectedData, inertText(pending)});
        return;
    }
    m_state = State::Handshaking;
    m_serverName = isIpLiteral(host) ? QString() : host;
    m_socket->setSslConfiguration(tlsConfiguration(policy));
    m_socket->setPeerVerifyName(host); // Qt sends it as SNI unless it is an IP literal
    m_ssl.catchFrom([this] { m_socket->startClientEncryption(); });
}

void SocketTransport::sendLine(const QByteArray &line)
{
    if (m_state == State::Open)
        m_socket->write(line + "\r\n");
}

void SocketTransport::sendBytes(const QByteArray &bytes)
{
    if (m_state != State::Open)
        return;
    m_isRaw = true;
    m_socket->write(bytes);
    const QByteArray pending = m_lines.rest();
    m_lines.clear();
    if (!pending.isEmpty())
        emit bytesReceived(pending);
}

bool SocketTransport::hasUnreadData() const
{
    return !m_lines.isEmpty() || (m_socket && m_socket->bytesAvailable() > 0);
}

QHostAddress SocketTransport::localAddress() const
{
    return m_socket ? m_socket->localAddress() : QHostAddress();
}

void SocketTransport::closePolitely(const QByteArray &lastLine)
{
    if (m_state != State::Open) {
        abort();
        return;
    }
    sendLine(lastLine);
    m_state = State::Leaving;
    m_leaveAlarm = m_clock.callAfter(farewellPatience, [this] { finish(); });
}

void SocketTransport::abort()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Failed;
    QMetaObject::invokeMethod(this, &SocketTransport::finish, Qt::QueuedConnection);
}

void SocketTransport::onWon(const QHostAddress &address)
{
    m_socket = m_race.takeSocket();
    if (m_state != State::Opening)
        return;
    m_socket->setReadBufferSize(readBufferBytes);
    connect(m_socket.get(), &QIODevice::readyRead, this, &SocketTransport::onReadyRead);
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, this,
        [this] { acknowledgeAtOnce(*m_socket); });
    connect(m_socket.get(), &QSslSocket::encrypted, this, &SocketTransport::onEncrypted);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &SocketTransport::onSocketError);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &SocketTransport::onDisconnected);
    connect(m_socket.get(), &QSslSocket::alertReceived, this,
        [this](
            QSsl::AlertLevel, QSsl::AlertType type) { m_alertReceived = static_cast<int>(type); });
    m_resetWatch.watch(m_socket->socketDescriptor());
    m_state = State::Open;
    emit opened(address);
    onReadyRead(); // what came before anybody listened
}

void SocketTransport::onReadyRead()
{
    if (m_state == State::Leaving) {
        finish(); // the farewell was answered
        return;
    }
    if (m_state != State::Open || m_isDelivering)
        return;
    deliverLines();
}

/// Hands out line after line; whoever takes one may start a handshake, close or delete nothing
/// but schedule, and then no further line of plaintext is read.
void SocketTransport::deliverLines()
{
    m_isDelivering = true;
    while (m_state == State::Open) {
        if (const auto line = m_lines.takeLine()) {
            emit lineReceived(*line);
            continue;
        }
        if (m_lines.isOverLimit() || m_bytesReceived > maxBytesReceived) {
            fail({Fault::TooMuchData, inertText(m_lines.rest())});
            break;
        }
        // Not more than there is: Qt makes room for all that it is asked for.
        const QByteArray bytes = m_socket->read(m_socket->bytesAvailable());
        if (bytes.isEmpty())
            break;
        m_resetWatch.stop();
        m_bytesReceived += bytes.size();
        if (m_isRaw)
            emit bytesReceived(bytes);
        else
            m_lines.append(bytes);
    }
    m_isDelivering = false;
}

void SocketTransport::onEncrypted()
{
    if (m_state != State::Handshaking)
        return;
    m_resetWatch.stop();
    m_state = State::Open;
    emit encrypted(handshakeOf(*m_socket, m_ssl, m_serverName));
    onReadyRead();
}

void SocketTransport::onSocketError(QAbstractSocket::SocketError error)
{
    const bool isRemoteClosed = error == QAbstractSocket::RemoteHostClosedError;
    if (m_state == State::Leaving) {
        finish();
        return;
    }
    if (m_state == State::Open)
        deliverLines(); // the last lines may explain why
    if (m_state != State::Open && m_state != State::Handshaking)
        return;
    if (isRemoteClosed && m_resetWatch.isResetBeforeAnyByte()) {
        fail({Fault::ConnectReset, u"the connection was reset before the server said a word"_s});
        return;
    }
    const bool isTls = m_state == State::Handshaking
        || error == QAbstractSocket::SslHandshakeFailedError
        || error == QAbstractSocket::SslInternalError;
    if (isTls || (m_alertReceived && *m_alertReceived != 0)) {
        fail(explainHandshakeFailure({m_socket->errorString(), m_alertReceived,
            !m_socket->peerCertificateChain().isEmpty(), isRemoteClosed}));
    } else {
        const QByteArray partial = m_lines.rest();
        fail({Fault::Closed,
            inertText(partial.isEmpty() ? m_socket->errorString().toUtf8() : partial)});
    }
}

void SocketTransport::onDisconnected()
{
    if (m_state == State::Leaving)
        finish();
    else if (m_state == State::Open || m_state == State::Handshaking)
        onSocketError(QAbstractSocket::RemoteHostClosedError);
}

void SocketTransport::fail(const SeenFault &fault)
{
    if (m_state == State::Failed || m_state == State::Closed)
        return;
    m_state = State::Failed;
    m_lines.clear();
    emit failed(fault);
    QMetaObject::invokeMethod(this, &SocketTransport::finish, Qt::QueuedConnection);
}

void SocketTransport::finish()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_leaveAlarm.reset();
    m_resetWatch.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    emit closed();
}

} // namespace postern
