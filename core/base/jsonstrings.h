// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace postern {

/// The elements of a JSON array as texts: empty where one is no text, nothing where @p value is no
/// array.
[[nodiscard]] inline QStringList stringsFrom(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray items = value.toArray();
    for (const auto &item : items)
        strings.append(item.toString());
    return strings;
}

/// What is not there is null, never an empty text.
[[nodiscard]] inline QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// Milliseconds with one place: more is noise.
[[nodiscard]] inline double tenths(double ms)
{
    return std::round(ms * 10) / 10;
}

/// The same JSON with escapes in place of all but ASCII: no reader guesses another encoding, and no
/// terminal obeys what a stranger wrote.
[[nodiscard]] inline QByteArray asciiJson(const QByteArray &json)
{
    constexpr char16_t lastVisible = 0x7e;
    if (std::all_of(json.begin(), json.end(), [](char c) { return c > 0 && c <= 0x7e; }))
        return json;
    QByteArray ascii;
    const QString text = QString::fromUtf8(json);
    for (const QChar c : text) {
        if (c.unicode() <= lastVisible)
            ascii += static_cast<char>(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return ascii;
}

} // namespace postern
