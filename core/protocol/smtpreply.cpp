// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smtpreply.h"

#include "protocol/lineend.h"

#include <utility>

namespace postern {

namespace {

/// The three digits; nothing where the line does not begin with a legal code.
std::optional<int> replyCodeOf(const QByteArray &line)
{
    if (line.size() < 3 || line.at(0) < '2' || line.at(0) > '5')
        return std::nullopt;
    int code = 0;
    for (qsizetype i = 0; i < 3; ++i) {
        if (line.at(i) < '0' || line.at(i) > '9')
            return std::nullopt;
        code = code * 10 + (line.at(i) - '0');
    }
    return code;
}

} // namespace

SmtpReplyReader::State SmtpReplyReader::add(const QByteArray &line)
{
    const QByteArray text = withoutLineEnd(line);
    const auto code = replyCodeOf(text);
    const char separator = text.size() > 3 ? text.at(3) : ' ';
    if (!code || (separator != ' ' && separator != '-'))
        return State::Malformed;
    // RFC 5321, 4.2.1: every line of a reply has the same code.
    if (!m_reply.texts.isEmpty() && *code != m_reply.code)
        return State::Malformed;
    m_reply.code = *code;
    m_reply.texts.append(text.size() > 4 ? text.sliced(4) : QByteArray());
    return separator == '-' ? State::Incomplete : State::Complete;
}

SmtpReply SmtpReplyReader::take()
{
    return std::exchange(m_reply, {});
}

} // namespace postern
