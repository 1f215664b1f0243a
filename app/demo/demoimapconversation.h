// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/democommand.h"
#include "demo/democonversation.h"

namespace postern {

/// The not authenticated state of an IMAP server (RFC 3501, 6.1 and 6.2), from which no command
/// leads on.
class DemoImapConversation : public DemoConversation
{
public:
    explicit DemoImapConversation(DemoChannel channel);

    DemoReply greet() const override;
    DemoReply answer(QByteArrayView line) override;
    void onEncrypted() override;

private:
    DemoReply execute(const QByteArray &tag, const DemoCommand &command);
    DemoReply startTls(const QByteArray &tag) const;
    DemoReply login(const QByteArray &tag) const;
    DemoReply authenticate(const QByteArray &tag, const QByteArray &argument);
    DemoReply onResponse(QByteArrayView line);
    QByteArray capabilities() const;

    DemoChannel m_channel;
    QByteArray m_authenticating; ///< Tag of the AUTHENTICATE whose response is awaited, or empty.
};

} // namespace postern
