// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/fault.h"
#include "base/clock.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslSocket>
#include <QStringList>

#include <memory>
#include <vector>

namespace postern {

/// Connects to several addresses of one host, each 250 ms after the one before or as soon as
/// that one has failed, families in turn; the first connection wins and the others end
/// (RFC 8305, 5). No proxy is ever used.
class AddressRace final : public QObject
{
    Q_OBJECT
public:
    /// A host with more addresses is tried on these many.
    static constexpr qsizetype maxAddresses = 4;

    explicit AddressRace(Clock &clock, QObject *parent = nullptr);
    ~AddressRace() override;

    void start(const QList<QHostAddress> &addresses, quint16 port);
    /// Tries @p address at once if it still waits for its turn.
    void hurry(const QHostAddress &address);
    /// The winner; only from won() on, once.
    [[nodiscard]] std::unique_ptr<QSslSocket> takeSocket();

signals:
    void addressFailed(const QHostAddress &address, const postern::SeenFault &fault);
    void won(const QHostAddress &address);
    void lost(const postern::SeenFault &fault); ///< Every address failed; the first one's fault.

private:
    void startNext();
    void onConnected(QSslSocket *socket);
    void onFailed(
        QSslSocket *socket, const QHostAddress &address, QAbstractSocket::SocketError error);
    std::unique_ptr<QSslSocket> take(QSslSocket *socket);

    Clock &m_clock;
    QList<QHostAddress> m_waiting;
    quint16 m_port = 0;
    std::vector<std::unique_ptr<QSslSocket>> m_running;
    std::unique_ptr<QSslSocket> m_winner;
    std::unique_ptr<Alarm> m_stagger;
    std::optional<SeenFault> m_fault;
    QStringList m_evidence; ///< A line for each address that failed.
};

/// IPv6 and IPv4 in turn, beginning with the family of the first address.
[[nodiscard]] QList<QHostAddress> interleaveFamilies(const QList<QHostAddress> &addresses);

} // namespace postern
