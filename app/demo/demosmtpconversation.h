// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/democommand.h"
#include "demo/democonversation.h"

namespace postern {

/// A message submission server (RFC 6409) up to the sign-in that never succeeds; so it never
/// takes a message either.
class DemoSmtpConversation : public DemoConversation
{
public:
    explicit DemoSmtpConversation(DemoChannel channel);

    DemoReply greet() const override;
    DemoReply answer(QByteArrayView line) override;
    void onEncrypted() override;

private:
    /// What the next line can be.
    enum class State { Hello, Command, Response };

    DemoReply hello(const DemoCommand &command);
    DemoReply startTls(const QByteArray &argument) const;
    DemoReply mail() const;
    DemoReply authenticate(const QByteArray &argument);
    DemoReply onResponse(QByteArrayView line);

    DemoChannel m_channel;
    State m_state = State::Hello;
};

} // namespace postern
