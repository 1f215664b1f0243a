// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/emailaddress.h"
#include "account/usernamerule.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestUsernameRule : public QObject
{
    Q_OBJECT

private slots:
    void makesNames_data();
    void makesNames();
    void makesNoNameOfADomainAlone();
    void tellsWhatNeedsTheLocalPart();
};

void TestUsernameRule::makesNames_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    const QString alice = u"alice@example.org"_s;
    QTest::newRow("address") << u"%EMAILADDRESS%"_s << alice << alice;
    QTest::newRow("local part") << u"%EMAILLOCALPART%"_s << alice << u"alice"_s;
    QTest::newRow("domain") << u"%EMAILDOMAIN%"_s << alice << u"example.org"_s;
    QTest::newRow("in the middle")
        << u"%EMAILDOMAIN%\\%EMAILLOCALPART%"_s << alice << u"example.org\\alice"_s;
    QTest::newRow("literal") << u"customer-17"_s << alice << u"customer-17"_s;
    QTest::newRow("not a placeholder") << u"%EMAIL%"_s << alice << u"%EMAIL%"_s;
    QTest::newRow("a local part that looks like one")
        << u"%EMAILLOCALPART%"_s << u"%EMAILDOMAIN%@example.org"_s << u"%EMAILDOMAIN%"_s;
    QTest::newRow("beyond ASCII") << u"%EMAILADDRESS%"_s << u"jürgen@bücher.example"_s
                                  << u"jürgen@xn--bcher-kva.example"_s;
}

void TestUsernameRule::makesNames()
{
    QFETCH(QString, pattern);
    QFETCH(QString, address);
    QTEST(UsernameRule(pattern).nameFor(*EmailAddress::parse(address)), "name");
}

void TestUsernameRule::makesNoNameOfADomainAlone()
{
    QCOMPARE(UsernameRule().nameFor({}), QString());
    QCOMPARE(UsernameRule(u"customer-17"_s).nameFor({}), u"customer-17"_s);
}

void TestUsernameRule::tellsWhatNeedsTheLocalPart()
{
    QVERIFY(needsLocalPart(u"%EMAILADDRESS%"_s));
    QVERIFY(needsLocalPart(u"mail.%EMAILLOCALPART%.example"_s));
    QVERIFY(!needsLocalPart(u"mail.%EMAILDOMAIN%"_s));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestUsernameRule)
#include "tst_usernamerule.moc"
