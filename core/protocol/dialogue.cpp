// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dialogue.h"

#include "protocol/imapdialogue.h"
#include "protocol/pop3dialogue.h"
#include "protocol/smtpdialogue.h"

namespace postern {

std::unique_ptr<Dialogue> makeDialogue(
    Protocol protocol, Security security, const DialogueNames &names)
{
    switch (protocol) {
    case Protocol::Imap:
        return std::make_unique<ImapDialogue>(security, names.tagPrefix);
    case Protocol::Pop3:
        return std::make_unique<Pop3Dialogue>(security);
    case Protocol::Smtp:
        break;
    }
    return std::make_unique<SmtpDialogue>(security, names.ehloName);
}

} // namespace postern
