// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/dateadvice.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestDateAdvice : public QObject
{
    Q_OBJECT

private slots:
    void tellsDistances_data();
    void tellsDistances();
    void tellsDays();
};

void TestDateAdvice::tellsDistances_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("distance");
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    QTest::newRow("a moment") << qint64(30) << u"less than a minute"_s;
    QTest::newRow("a minute") << qint64(60) << u"1 minute"_s;
    QTest::newRow("a while") << 2 * hour - 1 << u"119 minutes"_s;
    QTest::newRow("hours") << 2 * hour << u"2 hours"_s;
    QTest::newRow("two days, nearly") << 2 * day - 1 << u"47 hours"_s;
    QTest::newRow("two days") << 2 * day << u"2 days"_s;
    QTest::newRow("the past") << -12 * day << u"12 days"_s;
    QTest::newRow("a year") << 365 * day << u"365 days"_s;
    QTest::newRow("years") << 10 * 365 * day << u"10 years"_s;
}

void TestDateAdvice::tellsDistances()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, distance);
    const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    const QString said = DateAdvice::distance(now, now.addSecs(seconds));
    // Without a translation the plural is as it stands in the source.
    QCOMPARE(QString(said).replace(u"(s)"_s, said.startsWith(u"1 "_s) ? u""_s : u"s"_s), distance);
}

void TestDateAdvice::tellsDays()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(DateAdvice::day(QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::LocalTime).toUTC()),
        u"1 November 2026"_s);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestDateAdvice)
#include "tst_dateadvice.moc"
