// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "certificate/certificate.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>

#include <variant>

namespace postern {

/// In one segment. In whatever is said, `<tag>` stands for the tag of the client's last line.
struct Say
{
    QByteArray bytes;
};

/// Each byte in a segment of its own, and none before the event loop has turned.
struct SayBytewise
{
    QByteArray bytes;
};

/// The same bytes again and again, as fast as the client takes them.
struct SayEndlessly
{
    QByteArray bytes;
    qint64 most = 64 * 1024 * 1024; ///< The test's own bound.
};

/// The client's next line. `<tag>` matches any word, `*` at the end any rest.
struct Await
{
    QByteArray pattern;
};

/// Anything that the client sends next; a ClientHello, say.
struct AwaitBytes
{
};

/// Until the test calls ScriptServer::release().
struct AwaitRelease
{
};

/// The server's side of a handshake; the script goes on under TLS.
struct SpeakTls
{
};

/// Ends TLS in order and keeps the TCP connection.
struct NotifyClose
{
};

struct HangUp
{
};

/// Ends the connection with RST.
struct Reset
{
};

using ServerStep = std::variant<Say, SayBytewise, SayEndlessly, Await, AwaitBytes, AwaitRelease,
    SpeakTls, NotifyClose, HangUp, Reset>;
using ServerScript = QList<ServerStep>;

/// What became of one connection.
struct ScriptRecord
{
    QByteArray plaintext; ///< All that the client sent in plaintext, and nothing else.
    QByteArray encrypted; ///< What it sent under TLS.
    qint64 bytesSaid = 0; ///< How much of what the server said has left it.
    bool isPlayed = false; ///< The script is at its end.
    bool isOver = false; ///< The connection has ended.
    QByteArray deviation; ///< The line that was not the one awaited; the script stops there.
    QString error; ///< Of the server's socket, if any.
};

/// Whether a line without its end is what `pattern` asks for; `tag` gets the word for `<tag>`.
bool matchesPattern(const QByteArray &line, const QByteArray &pattern, QByteArray &tag);

enum class TlsVersions { Usual, Tls10, Tls12, Tls13 };

/// A certificate for some host, from a root of its own.
struct TestIdentity
{
    explicit TestIdentity(const QString &host);

    /// The server's side: the leaf, its root behind it and the key.
    QSslConfiguration serverTls(TlsVersions versions = TlsVersions::Usual) const;

    QList<Certificate> chain; ///< As it is sent.
    QList<Certificate> roots;
    QByteArray keyPem;
};

/// A server on 127.0.0.1 that plays a script to each client. At the end of the script it keeps
/// silent and the connection open.
class ScriptServer final : public QTcpServer
{
    Q_OBJECT
public:
    explicit ScriptServer(const ServerScript &script, const QSslConfiguration &tls = {});
    ~ScriptServer() override;

    /// One script for each connection in turn; the last one for all that follow.
    void setScripts(const QList<ServerScript> &scripts);
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }
    /// Lets every connection go on that waits for it, or is the next to do so.
    void release();

    /// One for each connection, in their order.
    QList<ScriptRecord> records() const;
    /// Of the connection that came last.
    ScriptRecord lastRecord() const;

signals:
    void received(); ///< Something came from a client.
    void played(); ///< A connection is at the end of its script.
    void waiting(); ///< A connection waits for release().
    void over(); ///< A connection has ended.

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;

    QList<ServerScript> m_scripts;
    QSslConfiguration m_tls;
    QList<Connection *> m_connections;
};

} // namespace postern
