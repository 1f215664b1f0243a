// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>

namespace postern {

/// Points in time as people speak of them.
class DateAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::DateAdvice)
public:
    /// How far two points are apart, in the largest unit that still tells something: “12 days”. To be
    /// used as in “12 days ago” and “in 12 days”.
    [[nodiscard]] static QString distance(const QDateTime &from, const QDateTime &to);
    /// “11 November 2026”, in the time zone and language of the user.
    [[nodiscard]] static QString day(const QDateTime &utc);
    /// The same with the time of day and the time zone.
    [[nodiscard]] static QString moment(const QDateTime &utc);
};

} // namespace postern
