// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/refusal.h"

#include <QRegularExpression>

namespace postern {

using namespace Qt::StringLiterals;

bool namesBlockList(const QString &reply)
{
    static const QRegularExpression words(
        u"\\b((block|black|deny)[ -]?list(ed)?|dnsbl|rbl|blocked using|spamhaus|spamcop|sorbs"
        "|barracudacentral|uceprotect|(poor|bad|low) reputation|dynamic (ip|address|host)"
        "|residential (ip|address))\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(reply).hasMatch();
}

bool saysSwitchedOff(const QString &reply)
{
    static const QRegularExpression words(
        u"\\b(imap4?|pop3?|smtp|service|access|protocol)\\b.{0,40}\\b(disabled|not enabled"
        "|(switched|turned) off|deactivated)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(reply).hasMatch();
}

bool isTemporaryRefusal(const QString &reply, Protocol protocol)
{
    if (protocol == Protocol::Smtp)
        return reply.startsWith("421"_L1);
    static const QRegularExpression words(
        u"\\[(UNAVAILABLE|INUSE|SYS/TEMP|IN-USE|LOGIN-DELAY)\\]|\\btoo many\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(reply).hasMatch();
}

} // namespace postern
