// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

namespace postern {

/// Whether a conversation is encrypted at the moment.
enum class DemoChannel { Plaintext, Encrypted };

/// What has to happen to the connection once a reply has been sent.
enum class DemoAction { None, StartTls, Close };

/// What a server says to one line, and what comes then.
struct DemoReply
{
    QByteArrayList lines; ///< Without line ends.
    DemoAction action = DemoAction::None;

    friend bool operator==(const DemoReply &, const DemoReply &) = default;
};

/// One client's talk with a server that has no accounts: lines in, replies out, no I/O. It offers
/// a way to sign in under TLS only, turns everybody away, and keeps nothing of what they sent.
class DemoConversation
{
public:
    virtual ~DemoConversation() = default;

    /// What the server says first.
    virtual DemoReply greet() const = 0;

    /// The reply to a line without its line end. Any bytes are safe.
    virtual DemoReply answer(QByteArrayView line) = 0;

    /// The handshake that a reply with DemoAction::StartTls announced is done. Everything that
    /// was said before is forgotten.
    virtual void onEncrypted() = 0;
};

} // namespace postern
