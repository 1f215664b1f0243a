// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace postern {

/// What was said on one connection, both ways, with the time. Bounded; holds shown text only,
/// never a secret: what carries one is recorded as its redacted form by whoever sends it.
class Transcript
{
public:
    enum class Direction { Sent, Received, Event };

    struct Entry
    {
        Direction direction = Direction::Event;
        double atMs = 0; ///< Since the probe began.
        QString text; ///< Inert: safe to show and to log.
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    /// Enough for the longest honest dialogue; a chattering server fills no memory.
    static constexpr int maxEntries = 400;

    void sent(double atMs, const QByteArray &line);
    void received(double atMs, const QByteArray &line);
    void event(double atMs, const QString &text);

    /// One that was recorded earlier; its text has to be inert.
    void append(Entry entry);

    const QList<Entry> &entries() const { return m_entries; }
    /// `S:`, `C:` and `--` lines with times in ms, for a log or a clipboard.
    [[nodiscard]] QString toText() const;

    friend bool operator==(const Transcript &, const Transcript &) = default;

private:
    QList<Entry> m_entries;
};

/// The documents' names: `sent`, `received`, `event`.
[[nodiscard]] QString toString(Transcript::Direction direction);
[[nodiscard]] std::optional<Transcript::Direction> directionFromString(const QString &name);

} // namespace postern
