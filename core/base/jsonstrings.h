// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QStringList>

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

} // namespace postern
