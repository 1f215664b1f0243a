// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/dateadvice.h"

#include <QLocale>
#include <QRegularExpression>

namespace postern {

using namespace Qt::StringLiterals;

QString DateAdvice::distance(const QDateTime &from, const QDateTime &to)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    constexpr qint64 year = 365 * day;
    const qint64 seconds = qAbs(from.secsTo(to));
    if (seconds < minute)
        return tr("less than a minute");
    if (seconds < 2 * hour)
        return tr("%n minute(s)", nullptr, static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return tr("%n hour(s)", nullptr, static_cast<int>(seconds / hour));
    if (seconds < 2 * year)
        return tr("%n day(s)", nullptr, static_cast<int>(seconds / day));
    return tr("%n year(s)", nullptr, static_cast<int>(seconds / year));
}

QString DateAdvice::day(const QDateTime &utc)
{
    static const QRegularExpression weekday(u"[,.]? *dddd[,.]? *"_s);
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    return locale.toString(utc.toLocalTime().date(), format.remove(weekday).trimmed());
}

QString DateAdvice::moment(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    return u"%1, %2 %3"_s.arg(
        day(utc), local.time().toString(u"HH:mm"_s), local.timeZoneAbbreviation());
}

} // namespace postern
