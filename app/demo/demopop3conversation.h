// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/democommand.h"
#include "demo/democonversation.h"

namespace postern {

/// The authorization state of a POP3 server (RFC 1939, 4), from which no command leads on.
class DemoPop3Conversation : public DemoConversation
{
public:
    explicit DemoPop3Conversation(DemoChannel channel);

    DemoReply greet() const override;
    DemoReply answer(QByteArrayView line) override;
    void onEncrypted() override;

private:
    DemoReply listCapabilities() const;
    DemoReply startTls() const;
    DemoReply signIn(const DemoCommand &command);
    DemoReply authenticate(const QByteArray &argument);
    DemoReply onResponse(QByteArrayView line);

    DemoChannel m_channel;
    bool m_isAuthenticating = false; ///< The next line is the response to AUTH.
};

} // namespace postern
