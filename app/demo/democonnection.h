// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/democonversation.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace postern {

/// Carries one conversation over one socket and deletes itself when the socket is closed.
///
/// A client that sends a line over 8 KiB, does not read the replies, stays silent for three
/// minutes or sends anything in plaintext behind STARTTLS is cut off.
class DemoConnection : public QObject
{
    Q_OBJECT
public:
    /// Takes over the socket, which is encrypted already where the endpoint uses implicit TLS.
    DemoConnection(
        QSslSocket *socket, std::unique_ptr<DemoConversation> conversation, QObject *parent);

    void start(); ///< Greets the client.

private:
    void onReadyRead();
    void onEncrypted();
    void giveUp();
    bool canAnswer() const;
    void answerLine();
    void send(const DemoReply &reply);
    void perform(DemoAction action);

    QSslSocket *m_socket;
    std::unique_ptr<DemoConversation> m_conversation;
    QTimer m_silence;
};

} // namespace postern
