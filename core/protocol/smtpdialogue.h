// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dialogue.h"
#include "protocol/smtpreply.h"

namespace postern {

/// Greeting, EHLO, and for STARTTLS the upgrade and EHLO again (RFC 5321, 3207, 6409).
class SmtpDialogue final : public Dialogue
{
public:
    SmtpDialogue(Security security, const QByteArray &ehloName);

    Step onLine(const QByteArray &line) override;
    Step onEncrypted() override;
    const ServerProfile &profile() const override { return m_profile; }
    Stage stage() const override;
    QByteArray farewell() override;
    int lineLimit() const override { return 8 * 1024; } // RFC 5321, 4.5.3.1.5 allows 512
    bool mayServerSpeakFirst() const override { return false; }

private:
    enum class State { Greeting, Ehlo, StartTls, Handshake, Done };

    Step onGreeting(const SmtpReply &reply, const QByteArray &line);
    Step onEhlo(const SmtpReply &reply, const QByteArray &line);
    Step onStartTls(const SmtpReply &reply, const QByteArray &line);
    Step sayEhlo();
    Step conclude();
    bool mustUpgrade() const { return m_security == Security::StartTls && !m_isEncrypted; }

    Security m_security;
    QByteArray m_ehloName;
    SmtpReplyReader m_reader;
    State m_state = State::Greeting;
    ServerProfile m_profile;
    int m_lineCount = 0;
    bool m_isEncrypted = false;
};

} // namespace postern
