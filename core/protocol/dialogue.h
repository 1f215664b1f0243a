// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/serverprofile.h"
#include "account/stage.h"
#include "protocol/step.h"

#include <QByteArray>

#include <memory>

namespace postern {

/// The talk with one server up to the point where one could sign in, without any I/O:
/// lines go in, steps come out. It never sends a credential.
class Dialogue
{
public:
    virtual ~Dialogue() = default;

    /// A line as it was received, with its line end. Each call answers the step before.
    [[nodiscard]] virtual Step onLine(const QByteArray &line) = 0;
    /// The handshake that StartHandshake asked for is complete.
    [[nodiscard]] virtual Step onEncrypted() = 0;

    virtual const ServerProfile &profile() const = 0;
    virtual Stage stage() const = 0;
    /// The polite last line: LOGOUT or QUIT.
    [[nodiscard]] virtual QByteArray farewell() = 0;
    /// The longest line in bytes that an honest server sends in this protocol.
    virtual int lineLimit() const = 0;
    /// Whether the server may speak without being asked (IMAP's untagged responses).
    virtual bool mayServerSpeakFirst() const = 0;

protected:
    Dialogue() = default;
    Dialogue(const Dialogue &) = delete;
    Dialogue &operator=(const Dialogue &) = delete;
};

/// How a client names itself.
struct DialogueNames
{
    QByteArray tagPrefix = "a"; ///< IMAP; letters, hard to guess on a real connection.
    QByteArray ehloName = "[127.0.0.1]"; ///< SMTP: an address literal (RFC 5321, 4.1.3).
};

[[nodiscard]] std::unique_ptr<Dialogue> makeDialogue(
    Protocol protocol, Security security, const DialogueNames &names);

/// More reply lines than any honest server sends before sign-in; each dialogue gives up there.
constexpr int maxReplyLines = 512;

} // namespace postern
