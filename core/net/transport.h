// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/fault.h"
#include "tls/handshake.h"
#include "tls/tlspolicy.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <memory>

namespace postern {

/// One connection to a server, line by line. It obeys; it decides nothing and knows no protocol.
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Connects to the first of @p addresses that answers (RFC 8305). opened() or failed().
    virtual void open(const QList<QHostAddress> &addresses, quint16 port) = 0;
    /// Another connection to @p address has just succeeded: while still connecting, that address
    /// is tried at once. Without effect otherwise.
    virtual void preferAddress(const QHostAddress &address) = 0;
    /// Starts TLS as a client that expects @p host (canonical), by @p policy. encrypted() or failed().
    /// Bytes that were received and not handed out as lines make it fail with InjectedData
    /// before a single byte of the handshake is sent.
    virtual void startHandshake(const QString &host, const TlsPolicy &policy) = 0;
    /// Sends @p bytes as they are. From now on all that comes is handed out by bytesReceived() and
    /// nothing as a line: a look at how TLS begins, without a session.
    virtual void sendBytes(const QByteArray &bytes) = 0;
    /// Sends @p line and CR LF.
    virtual void sendLine(const QByteArray &line) = 0;
    /// From now on, longer lines (bytes) fail with TooMuchData.
    virtual void setLineLimit(int bytes) = 0;
    /// Whether something was received that was not handed out yet.
    virtual bool hasUnreadData() const = 0;
    virtual QHostAddress localAddress() const = 0;
    /// Sends @p lastLine and closes when the server does, has answered, or after 500 ms.
    virtual void closePolitely(const QByteArray &lastLine) = 0;
    /// Closes at once. closed() follows from the event loop.
    virtual void abort() = 0;

signals:
    void addressFailed(const QHostAddress &address, const postern::SeenFault &fault);
    void opened(const QHostAddress &address);
    void encrypted(const postern::Handshake &handshake); ///< Not verified yet.
    void lineReceived(const QByteArray &line); ///< With its line end.
    void bytesReceived(const QByteArray &bytes); ///< After sendBytes().
    /// The connection is of no use any more; nothing else but closed() follows.
    void failed(const postern::SeenFault &fault);
    void closed(); ///< Exactly once, the last signal, if open() was called.
};

/// Makes the connections of one detection.
class TransportFactory
{
public:
    virtual ~TransportFactory() = default;
    virtual std::unique_ptr<Transport> makeTransport() = 0;

protected:
    TransportFactory() = default;
    TransportFactory(const TransportFactory &) = delete;
    TransportFactory &operator=(const TransportFactory &) = delete;
};

} // namespace postern
