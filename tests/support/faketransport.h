// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/transport.h"

#include <QByteArrayList>
#include <QHash>

#include <memory>

namespace postern {

/// A server without a socket: the rows that it plays to each client, and the session that a
/// handshake with it ends in.
///
/// | row | |
/// |---|---|
/// | `S: text` | says a line; rows in succession are one segment |
/// | `--` | what follows is a segment of its own |
/// | `C: text` | awaits a line; `<tag>` is any word (and, in what is said, the last one), `*` at the end any rest |
/// | `TLS` | awaits a handshake and takes part in it |
/// | `ALERT` | awaits a handshake and refuses it |
/// | `CLOSE` | hangs up |
/// | `REFUSED`, `UNREACHABLE` | as the only row: there is no connection |
/// | `NEVER` | as the only row: whoever connects waits for ever |
///
/// At the end of its rows it stays silent.
struct FakeServer
{
    QByteArrayList rows;
    Handshake session;
};

/// What happened on one connection.
struct FakeRecord
{
    QHostAddress address; ///< The one connected to, or the first one tried.
    quint16 port = 0;
    QByteArrayList plaintext; ///< The client's lines before TLS, without their ends.
    QByteArrayList encrypted;
    QString serverName; ///< Whom the client expected; empty: no handshake was begun.
    QByteArray deviation; ///< The line that was not the one awaited; the server stops there.
    bool isEncrypted = false;
    bool isAborted = false;
    bool isClosed = false;
};

/// The servers that there are, and all that was said to them.
struct FakeTraffic
{
    /// By address and port; whatever is not there refuses.
    QHash<std::pair<QHostAddress, quint16>, FakeServer> servers;
    QList<std::shared_ptr<FakeRecord>> records; ///< In the order in which they were opened.
    int mostOpen = 0; ///< Connections at a time: the highest number so far.
    QHash<QHostAddress, int> mostOpenTo;

    void add(const std::shared_ptr<FakeRecord> &record);
};

/// A connection to a FakeServer. What is not the answer to a call comes from the event loop.
class FakeTransport final : public Transport
{
    Q_OBJECT
public:
    explicit FakeTransport(std::shared_ptr<FakeTraffic> traffic);
    ~FakeTransport() override;

    void open(const QList<QHostAddress> &addresses, quint16 port) override;
    void preferAddress(const QHostAddress & /*address*/) override { }
    void startHandshake(const QString &host, const TlsPolicy &policy) override;
    void sendBytes(const QByteArray &bytes) override;
    void sendLine(const QByteArray &line) override;
    void setLineLimit(int bytes) override { m_lineLimit = bytes; }
    bool hasUnreadData() const override { return !m_segment.isEmpty(); }
    QHostAddress localAddress() const override;
    void closePolitely(const QByteArray &lastLine) override;
    void abort() override;

private:
    enum class State { Idle, Opening, Open, Handshaking, Ended };

    void onConnecting();
    void play();
    bool playRow(const QByteArray &row);
    bool takeLine(const QByteArray &pattern);
    void onHandshake();
    void fail(const SeenFault &fault);
    void finish();
    void later(void (FakeTransport::*call)());

    std::shared_ptr<FakeTraffic> m_traffic;
    std::shared_ptr<FakeRecord> m_record = std::make_shared<FakeRecord>();
    State m_state = State::Idle;
    QList<QHostAddress> m_addresses;
    FakeServer m_server;
    QByteArrayList m_segment; ///< Lines that have reached the client and were not handed out.
    QByteArrayList m_untaken; ///< Lines of the client that no row has taken.
    QByteArray m_tag;
    int m_lineLimit = 64 * 1024;
};

/// Makes FakeTransports.
class FakeNetwork final : public TransportFactory
{
public:
    void addServer(const QHostAddress &address, quint16 port, const FakeServer &server);
    std::unique_ptr<Transport> makeTransport() override;

    const FakeTraffic &traffic() const { return *m_traffic; }
    FakeRecord lastRecord() const;
    QByteArrayList deviations() const; ///< Empty where every client kept to the rows.

private:
    std::shared_ptr<FakeTraffic> m_traffic = std::make_shared<FakeTraffic>();
};

} // namespace postern
