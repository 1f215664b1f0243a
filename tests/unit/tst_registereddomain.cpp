// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/registereddomain.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestRegisteredDomain : public QObject
{
    Q_OBJECT

private slots:
    void knowsPublicSuffixes_data();
    void knowsPublicSuffixes();
    void findsWhatWasRegistered_data();
    void findsWhatWasRegistered();
    void tellsOwnersApart_data();
    void tellsOwnersApart();
};

void TestRegisteredDomain::knowsPublicSuffixes_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("isPublic");

    QTest::newRow("a top-level domain") << u"org"_s << true;
    QTest::newRow("a suffix of two labels") << u"co.uk"_s << true;
    QTest::newRow("a suffix of A-labels") << u"xn--55qx5d.cn"_s << true;
    QTest::newRow("a name of one label") << u"localhost"_s << true;
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("a registered name") << u"example.org"_s << false;
    QTest::newRow("a registered name below two labels") << u"example.co.uk"_s << false;
    QTest::newRow("a name far below") << u"a.b.example.org"_s << false;
    QTest::newRow("below a top-level domain that nobody knows") << u"example.invalid"_s << false;
}

void TestRegisteredDomain::knowsPublicSuffixes()
{
    QFETCH(QString, domain);
    QTEST(isPublicSuffix(domain), "isPublic");
}

void TestRegisteredDomain::findsWhatWasRegistered_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("registered");

    QTest::newRow("the very name") << u"example.org"_s << u"example.org"_s;
    QTest::newRow("a server") << u"imap.example.org"_s << u"example.org"_s;
    QTest::newRow("a server far below") << u"a.b.c.example.org"_s << u"example.org"_s;
    QTest::newRow("a suffix of two labels") << u"mail.example.co.uk"_s << u"example.co.uk"_s;
    QTest::newRow("a name that ends like another") << u"imap.bank.org.evil.net"_s << u"evil.net"_s;
    QTest::newRow("A-labels") << u"mail.xn--bcher-kva.de"_s << u"xn--bcher-kva.de"_s;
    QTest::newRow("a suffix alone") << u"co.uk"_s << QString();
    QTest::newRow("a top-level domain") << u"org"_s << QString();
    QTest::newRow("a name of one label") << u"localhost"_s << QString();
    QTest::newRow("IPv4") << u"192.0.2.7"_s << QString();
    QTest::newRow("IPv6") << u"2001:db8::7"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestRegisteredDomain::findsWhatWasRegistered()
{
    QFETCH(QString, host);
    QTEST(registeredDomain(host), "registered");
}

void TestRegisteredDomain::tellsOwnersApart_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("below") << u"mail.example.org"_s << u"example.org"_s << true;
    QTest::newRow("beside") << u"mail.example.org"_s << u"staff.example.org"_s << true;
    QTest::newRow("another") << u"mail.example.net"_s << u"example.org"_s << false;
    QTest::newRow("another below the suffix") << u"a.co.uk"_s << u"b.co.uk"_s << false;
    QTest::newRow("an address") << u"192.0.2.1"_s << u"example.org"_s << false;
    // Whoever offers names to all has a domain too; those names are not his.
    QTest::newRow("a customer's name") << u"mail.mallory.co.uk"_s << u"co.uk"_s << false;
    QTest::newRow("itself") << u"co.uk"_s << u"co.uk"_s << true;
}

void TestRegisteredDomain::tellsOwnersApart()
{
    QFETCH(QString, host);
    QFETCH(QString, domain);
    QTEST(isOfSameOwner(hostName(host), hostName(domain)), "isSame");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestRegisteredDomain)

#include "tst_registereddomain.moc"
