// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/tlsversion.h"

#include <QByteArray>
#include <QList>

namespace postern {

/// What a server answered to a ClientHello, as far as it speaks in the clear: up to TLS 1.2 down to
/// ServerHelloDone, in TLS 1.3 the first message only.
struct ServerHelloAnswer
{
    enum class Kind {
        Nothing, ///< No byte, or not enough of them, in the time that there was.
        HungUp, ///< The same, and the server closed the connection.
        ServerHello,
        Alert, ///< The server refused.
        NotTls, ///< Something that is no TLS record: firstBytes has it.
        Malformed, ///< A record that breaks the rules or a limit.
    };

    Kind kind = Kind::Nothing;
    std::optional<TlsVersion> version; ///< Chosen; absent where it is none that exists.
    quint16 cipherSuite = 0;
    int alert = -1; ///< RFC 8446, 6; below zero: none.
    QByteArray firstBytes; ///< At most 512; not inert.
    QList<QByteArray> certificates; ///< DER, as sent; not looked into. Up to TLS 1.2.
    int dhBits = 0; ///< Of the group for DHE; 0: none was seen.
    bool wantsClientCertificate = false;

    friend bool operator==(const ServerHelloAnswer &, const ServerHelloAnswer &) = default;
};

/// Reads such an answer as it comes. Whatever the bytes are, it looks at no more than 64 KiB of
/// them, and every length is checked before it is believed.
class ServerHelloReader
{
public:
    void append(const QByteArray &bytes);
    /// Nothing that comes now would say more.
    bool isComplete() const { return m_isComplete; }
    /// The connection has ended.
    void onClosed();
    const ServerHelloAnswer &answer() const { return m_answer; }

private:
    void readRecords();
    void readRecord(quint8 type, const QByteArray &content);
    void readMessages();
    bool readMessage(quint8 type, const QByteArray &body);
    bool readServerHello(const QByteArray &body);
    bool readCertificates(const QByteArray &body);
    void readKeyExchange(const QByteArray &body);
    void end(ServerHelloAnswer::Kind kind);

    QByteArray m_bytes; ///< Not taken apart yet.
    QByteArray m_messages; ///< Of the handshake, whatever their records.
    qsizetype m_seen = 0;
    bool m_isTls = false; ///< The first record was one.
    bool m_isComplete = false;
    ServerHelloAnswer m_answer;
};

} // namespace postern
