// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/imapline.h"

#include "protocol/lineend.h"

#include <algorithm>
#include <limits>

namespace postern {

namespace {

/// The first word, taken off @p rest; blanks before and behind it go too.
QByteArray takeWord(QByteArray &rest)
{
    rest = rest.trimmed();
    const qsizetype end = rest.indexOf(' ');
    QByteArray word = end < 0 ? rest : rest.first(end);
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
    const bool isNumber = !number.isEmpty()
        && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return std::nullopt;
    constexpr qsizetype maxDigits = 10; // more is a flood, whatever the number
    return number.size() > maxDigits ? std::numeric_limits<qsizetype>::max()
                                     : static_cast<qsizetype>(number.toLongLong());
}

} // namespace

std::optional<qsizetype> ImapLine::trailingLiteral(const QByteArray &line)
{
    return literalSizeOf(withoutLineEnd(line));
}

ImapLine ImapLine::parse(const QByteArray &line)
{
    ImapLine parsed;
    const QByteArray whole = withoutLineEnd(line);
    QByteArray rest = whole;
    if (rest.isEmpty() || rest.startsWith(' '))
        return parsed;
    parsed.tag = takeWord(rest);
    parsed.keyword = takeWord(rest).toUpper();
    parsed.status = imapStatusOf(parsed.keyword);
    parsed.text = rest;
    if (!parsed.status) // the text of a status response is no place for a literal
        parsed.literalSize = literalSizeOf(whole);
    return parsed;
}

} // namespace postern
