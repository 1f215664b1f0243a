// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/imapline.h"

#include "protocol/lineend.h"

#include <algorithm>

namespace postern {

namespace {

/// The first word, taken off @p rest; blanks before and behind it go too.
QByteArray takeWord(QByteArray &rest)
{
    rest = rest.trimmed();
    const qsizetype end = rest.indexOf(' ');
    const QByteArray word = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArray() : rest.sliced(end + 1);
    return word;
}

std::optional<ImapStatus> imapStatusOf(const QByteArray &keyword)
{
    if (keyword == "OK")
        return ImapStatus::Ok;
    if (keyword == "NO")
        return ImapStatus::No;
    if (keyword == "BAD")
        return ImapStatus::Bad;
    if (keyword == "BYE")
        return ImapStatus::Bye;
    if (keyword == "PREAUTH")
        return ImapStatus::Preauth;
    return std::nullopt;
}

/// RFC 9051, 4.3: `{42}`, and `{42+}` as some servers echo it.
std::optional<qsizetype> literalSizeOf(const QByteArray &line)
{
    const qsizetype open = line.lastIndexOf('{');
    if (!line.endsWith('}') || open < 0)
        return std::nullopt;
    QByteArray number = line.sliced(open + 1, line.size() - open - 2);
    if (number.endsWith('+'))
        number.chop(1);
    const bool isNumber = !number.isEmpty() && number.size() <= 10
        && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? std::optional<qsizetype>(number.toLongLong()) : std::nullopt;
}

} // namespace

ImapLine ImapLine::parse(const QByteArray &line)
{
    ImapLine parsed;
    QByteArray rest = withoutLineEnd(line);
    if (rest.isEmpty() || rest.startsWith(' '))
        return parsed;
    parsed.literalSize = literalSizeOf(rest);
    parsed.tag = takeWord(rest);
    parsed.keyword = takeWord(rest).toUpper();
    parsed.status = imapStatusOf(parsed.keyword);
    parsed.text = rest;
    return parsed;
}

} // namespace postern
