// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/transcript.h"

#include "base/inerttext.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString mark(Transcript::Direction direction)
{
    switch (direction) {
    case Transcript::Direction::Sent:
        return u"C:"_s;
    case Transcript::Direction::Received:
        return u"S:"_s;
    case Transcript::Direction::Event:
        break;
    }
    return u"--"_s;
}

} // namespace

void Transcript::sent(double atMs, const QByteArray &line)
{
    append({Direction::Sent, atMs, inertText(line)});
}

void Transcript::received(double atMs, const QByteArray &line)
{
    append({Direction::Received, atMs, inertText(line)});
}

void Transcript::event(double atMs, const QString &text)
{
    append({Direction::Event, atMs, inertText(text)});
}

QString Transcript::toText() const
{
    QString text;
    for (const Entry &entry : m_entries)
        text += u"%1 %2 %3\n"_s.arg(entry.atMs, 9, 'f', 1).arg(mark(entry.direction), entry.text);
    return text;
}

QString toString(Transcript::Direction direction)
{
    switch (direction) {
    case Transcript::Direction::Sent:
        return u"sent"_s;
    case Transcript::Direction::Received:
        return u"received"_s;
    case Transcript::Direction::Event:
        break;
    }
    return u"event"_s;
}

std::optional<Transcript::Direction> directionFromString(const QString &name)
{
    for (const auto direction : {Transcript::Direction::Sent, Transcript::Direction::Received,
             Transcript::Direction::Event}) {
        if (toString(direction) == name)
            return direction;
    }
    return std::nullopt;
}

void Transcript::append(Entry entry)
{
    if (m_entries.size() < maxEntries)
        m_entries.append(std::move(entry));
}

} // namespace postern
