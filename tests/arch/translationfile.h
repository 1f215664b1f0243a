// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace postern {

/// One message of a Qt Linguist file.
struct TranslatedMessage
{
    QString context;
    QString source;
    QString comment; ///< The disambiguation.
    QString type; ///< `unfinished`, `vanished`, `obsolete`, or empty.
    QStringList translations; ///< One, or one for each plural form.

    /// Names the message in a failure.
    [[nodiscard]] QString name() const;

    friend bool operator==(const TranslatedMessage &, const TranslatedMessage &) = default;
};

/// The messages of a file in its order; empty where it is no Linguist file.
[[nodiscard]] QList<TranslatedMessage> readTranslations(const QByteArray &xml);

/// What a reader would see in English, or not see at all, one line each.
[[nodiscard]] QStringList unfinishedFaults(const QList<TranslatedMessage> &messages);

/// What lupdate changed: messages that came with the sources, and messages that went.
[[nodiscard]] QStringList staleFaults(
    const QList<TranslatedMessage> &before, const QList<TranslatedMessage> &after);

} // namespace postern
