// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dovecotserver.h"
#include "postfixserver.h"

namespace postern {

/// The servers of one domain, at an address of their own; Postfix asks Dovecot who may send.
class MailSystem
{
public:
    MailSystem(const DovecotSetup &dovecot, const PostfixSetup &postfix)
        : m_dovecot(dovecot),
          m_postfix(withAuthSocket(postfix, m_dovecot.authSocket()))
    {
    }

    bool waitUntilReady() { return m_dovecot.waitUntilReady() && m_postfix.waitUntilReady(); }
    QString log() const { return m_dovecot.log() + m_postfix.log(); }

private:
    static PostfixSetup withAuthSocket(PostfixSetup setup, const QString &socket)
    {
        setup.authSocket = socket;
        return setup;
    }

    DovecotServer m_dovecot;
    PostfixServer m_postfix;
};

} // namespace postern
