// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/addressrace.h"
#include "net/linebuffer.h"
#include "net/resetwatch.h"
#include "net/sslobject.h"
#include "net/transport.h"

#include <QSslSocket>

namespace postern {

/// Transport on QSslSocket. Sees to it that nothing received in plaintext survives into TLS
/// (QSslSocket itself would hand it out as if it came over TLS), and that no server can fill
/// memory: lines are assembled here, and the socket reads no more than fits.
class SocketTransport final : public Transport
{
    Q_OBJECT
public:
    explicit SocketTransport(Clock &clock, QObject *parent = nullptr);
    ~SocketTransport() override;

    void open(const QList<QHostAddress> &addresses, quint16 port) override;
    void preferAddress(const QHostAddress &address) override { m_race.hurry(address); }
    void startHandshake(const QString &host, const TlsPolicy &policy) override;
    void sendBytes(const QByteArray &bytes) override;
    void sendLine(const QByteArray &line) override;
    void setLineLimit(int bytes) override { m_lines.setLineLimit(bytes); }
    bool hasUnreadData() const override;
    QHostAddress localAddress() const override;
    void closePolitely(const QByteArray &lastLine) override;
    void abort() override;

private:
    enum class State { Idle, Opening, Open, Handshaking, Leaving, Failed, Closed };

    void onWon(const QHostAddress &address);
    void onReadyRead();
    void onEncrypted();
    void onSocketError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void deliverLines();
    void fail(const SeenFault &fault);
    void finish();

    Clock &m_clock;
    State m_state = State::Idle;
    AddressRace m_race;
    std::unique_ptr<QSslSocket> m_socket;
    SslObject m_ssl;
    ResetWatch m_resetWatch; ///< Until the server has said something.
    LineBuffer m_lines;
    QString m_serverName;
    std::unique_ptr<Alarm> m_leaveAlarm;
    std::optional<int> m_alertReceived;
    qint64 m_bytesReceived = 0;
    bool m_isRaw = false; ///< See sendBytes().
    bool m_isDelivering = false;
};

} // namespace postern
