// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dialogue.h"
#include "protocol/imapline.h"

namespace postern {

/// Greeting, CAPABILITY, and for STARTTLS the upgrade and CAPABILITY again
/// (RFC 9051 and 3501, 6.1.1 and 6.2.1).
class ImapDialogue final : public Dialogue
{
public:
    ImapDialogue(Security security, const QByteArray &tagPrefix);

    Step onLine(const QByteArray &line) override;
    Step onEncrypted() override;
    const ServerProfile &profile() const override { return m_profile; }
    Stage stage() const override;
    QByteArray farewell() override;
    int lineLimit() const override { return 64 * 1024; } // long capability lists exist
    bool mayServerSpeakFirst() const override { return true; }

private:
    enum class State { Greeting, Capability, StartTls, Handshake, Done };

    Step onGreeting(const ImapLine &line, const QByteArray &raw);
    Step onCapability(const ImapLine &line, const QByteArray &raw);
    Step onStartTls(const ImapLine &line, const QByteArray &raw);
    Step onTaggedCapability(const ImapLine &line, const QByteArray &raw);
    Step askCapability();
    Step conclude();
    bool awaitLiteral(qsizetype bytes);
    std::optional<Step> consumeLiteral(const QByteArray &raw);
    QByteArray nextCommand(const QByteArray &command);

    Security m_security;
    QByteArray m_tagPrefix;
    QByteArray m_tag; ///< Of the command that is not answered yet.
    State m_state = State::Greeting;
    ServerProfile m_profile;
    int m_commandCount = 0;
    int m_lineCount = 0;
    qsizetype m_literalLeft = 0;
    bool m_isInsideResponse = false; ///< A literal was announced and its response goes on.
    bool m_isEncrypted = false;
};

} // namespace postern
