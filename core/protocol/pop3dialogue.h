// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dialogue.h"

namespace postern {

/// Greeting, CAPA, and for STLS the upgrade and CAPA again (RFC 1939, 2449, 2595).
class Pop3Dialogue final : public Dialogue
{
public:
    explicit Pop3Dialogue(Security security);

    Step onLine(const QByteArray &line) override;
    Step onEncrypted() override;
    const ServerProfile &profile() const override { return m_profile; }
    Stage stage() const override;
    QByteArray farewell() override;
    int lineLimit() const override { return 8 * 1024; } // RFC 2449, 4 allows 512
    bool mayServerSpeakFirst() const override { return false; }

private:
    enum class State { Greeting, CapaStatus, CapaList, Stls, Handshake, Done };

    Step onGreeting(const QByteArray &line);
    Step onCapaStatus(const QByteArray &line);
    Step onCapaLine(const QByteArray &line);
    Step onStls(const QByteArray &line);
    Step onCapabilitiesKnown(const QByteArray &line);
    Step askCapabilities();
    bool mustUpgrade() const { return m_security == Security::StartTls && !m_isEncrypted; }

    Security m_security;
    State m_state = State::Greeting;
    ServerProfile m_profile;
    int m_lineCount = 0;
    bool m_isEncrypted = false;
};

} // namespace postern
