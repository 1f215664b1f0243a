// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democonnection.h"

#include <chrono>

using namespace std::chrono_literals;

namespace postern {

namespace {

constexpr qint64 longestDemoLine = 8 * 1024;
constexpr qint64 mostUnsentBytes = 64 * 1024;
constexpr auto longestDemoSilence = 3min;

} // namespace

DemoConnection::DemoConnection(
    QSslSocket *socket, std::unique_ptr<DemoConversation> conversation, QObject *parent)
    : QObject(parent),
      m_socket(socket),
      m_conversation(std::move(conversation)),
      m_silence(this)
{
    m_socket->setParent(this);
    m_silence.setSingleShot(true);
    m_silence.setInterval(longestDemoSilence);

    connect(m_socket, &QSslSocket::readyRead, this, &DemoConnection::onReadyRead);
    connect(m_socket, &QSslSocket::encrypted, this, &DemoConnection::onEncrypted);
    connect(m_socket, &QSslSocket::disconnected, this, &DemoConnection::deleteLater);
    // After a close_notify Qt reports an error, but leaves the socket connected for ever.
    connect(m_socket, &QSslSocket::errorOccurred, this, &DemoConnection::giveUp);
    connect(&m_silence, &QTimer::timeout, this, &DemoConnection::giveUp);
}

void DemoConnection::start()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return giveUp(); // It was closed before anybody listened to its signals.
    m_silence.start();
    send(m_conversation->greet());
    onReadyRead(); // What came before is not signalled again.
}

void DemoConnection::onReadyRead()
{
    while (canAnswer() && m_socket->canReadLine())
        answerLine();
    if (m_socket->bytesAvailable() > longestDemoLine)
        giveUp(); // An endless line, or a client that goes on after its farewell.
}

void DemoConnection::onEncrypted()
{
    m_conversation->onEncrypted();
}

void DemoConnection::giveUp()
{
    m_socket->abort();
    deleteLater();
}

/// False during a handshake and after the farewell: what is buffered then must not be believed.
bool DemoConnection::canAnswer() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState
        && (m_socket->mode() == QSslSocket::UnencryptedMode || m_socket->isEncrypted());
}

void DemoConnection::answerLine()
{
    QByteArray line = m_socket->readLine(longestDemoLine + 1);
    if (!line.endsWith('\n'))
        return giveUp();
    line.chop(line.endsWith("\r\n") ? 2 : 1);

    const DemoReply reply = m_conversation->answer(line);
    // Whoever put these bytes behind STARTTLS, they would be taken for the encrypted part.
    if (reply.action == DemoAction::StartTls && m_socket->bytesAvailable() > 0)
        return giveUp();
    m_silence.start();
    send(reply);
}

void DemoConnection::send(const DemoReply &reply)
{
    for (const QByteArray &line : reply.lines)
        m_socket->write(line + "\r\n");
    if (m_socket->bytesToWrite() > mostUnsentBytes)
        return giveUp();
    perform(reply.action);
}

void DemoConnection::perform(DemoAction action)
{
    switch (action) {
    case DemoAction::None:
        return;
    case DemoAction::StartTls:
        return m_socket->startServerEncryption();
    case DemoAction::Close:
        return m_socket->disconnectFromHost();
    }
}

} // namespace postern
