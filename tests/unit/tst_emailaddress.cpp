// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/emailaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestEmailAddress : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void isEmptyByDefault();
};

void TestEmailAddress::parses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("localPart");
    QTest::addColumn<QString>("domain");

    const auto row = [](const char *name, const QString &typed, const QString &localPart,
                         const QString &domain = u"example.org"_s) {
        QTest::newRow(name) << typed << localPart << domain;
    };
    row("a usual one", u"alice@example.org"_s, u"alice"_s);
    row("blanks around it", u"  alice@example.org\t"_s, u"alice"_s);
    row("the case of the local part is kept", u"Alice@EXAMPLE.org"_s, u"Alice"_s);
    row("dots and signs", u"a.b+c_d-e=f'g@example.org"_s, u"a.b+c_d-e=f'g"_s);
    row("all signs of an atom", u"!#$%&'*+-/=?^_`{|}~@example.org"_s, u"!#$%&'*+-/=?^_`{|}~"_s);
    row("what looks encoded is not decoded", u"=?utf-8?b?Ym9i?=@example.org"_s,
        u"=?utf-8?b?Ym9i?="_s);
    row("another alphabet", u"алиса@example.org"_s, u"алиса"_s);
    row("beyond the first plane", u"\U00010330@example.org"_s, u"\U00010330"_s);
    row("a quoted local part", u"\"a b\"@example.org"_s, u"\"a b\""_s);
    row("a quoted local part with an at sign", u"\"a@b\"@example.org"_s, u"\"a@b\""_s);
    row("a quoted local part with escapes", u"\"a\\\"b\\\\c\"@example.org"_s, u"\"a\\\"b\\\\c\""_s);
    row("64 bytes of local part", QString(64, u'a') + u"@example.org"_s, QString(64, u'a'));
    row("a domain with a trailing dot", u"alice@example.org."_s, u"alice"_s);
    row("an international domain", u"alice@Bücher.example"_s, u"alice"_s,
        u"xn--bcher-kva.example"_s);
    row("a domain of one label", u"alice@localhost"_s, u"alice"_s, u"localhost"_s);
}

void TestEmailAddress::parses()
{
    QFETCH(QString, typed);
    QFETCH(QString, localPart);
    QFETCH(QString, domain);

    const auto address = EmailAddress::parse(typed);
    QVERIFY(address.has_value());
    QCOMPARE(address->localPart(), localPart);
    QCOMPARE(address->domain(), domain);
    QCOMPARE(address->toString(), localPart + u'@' + domain);
    QVERIFY(!address->isEmpty());
    QVERIFY(*EmailAddress::parse(address->toString()) == *address);
}

void TestEmailAddress::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<AddressError>("error");

    const auto row = [](const char *name, const QString &typed, AddressError error) {
        QTest::newRow(name) << typed << error;
    };
    row("nothing", QString(), AddressError::Empty);
    row("blanks", u" \t\n"_s, AddressError::Empty);
    row("no at sign", u"alice.example.org"_s, AddressError::NoAtSign);
    row("no local part", u"@example.org"_s, AddressError::NoLocalPart);
    row("no domain", u"alice@"_s, AddressError::NoDomain);
    row("an at sign alone", u"@"_s, AddressError::NoLocalPart);

    const auto badLocalPart = [&row](const char *name, const QString &localPart) {
        row(name, localPart + u"@example.org"_s, AddressError::InvalidLocalPart);
    };
    badLocalPart("two at signs", u"a@b"_s);
    badLocalPart("a leading dot", u".alice"_s);
    badLocalPart("a trailing dot", u"alice."_s);
    badLocalPart("two dots", u"a..b"_s);
    badLocalPart("a blank", u"a b"_s);
    badLocalPart("a line break", u"a\nb"_s);
    badLocalPart("a line break and a command", u"alice\r\nT9 LOGOUT"_s);
    badLocalPart("a NUL", QString::fromLatin1("potus\0", 6));
    badLocalPart("a NUL behind an at sign", QString::fromLatin1("potus@gov\0", 10));
    badLocalPart("a line break of Unicode", u"a\u2028b"_s);
    badLocalPart("right to left", u"ecila\u202e"_s);
    badLocalPart("nothing to see", u"ali\u200bce"_s);
    badLocalPart("half a character", u"ali"_s + QChar(0xd83d) + u"ce"_s);
    badLocalPart("the other half", u"ali"_s + QChar(0xdc30) + u"ce"_s);
    badLocalPart("a comma", u"a,b"_s);
    badLocalPart("brackets", u"Alice <alice"_s);
    badLocalPart("an open quote", u"\"alice"_s);
    badLocalPart("a closing quote", u"alice\""_s);
    badLocalPart("an empty quote", u"\"\""_s);
    badLocalPart("a quote within a quote", u"\"a\"b\""_s);
    badLocalPart("a quote whose end is escaped", u"\"a\\\""_s);
    badLocalPart("a line break in a quote", u"\"a\nb\""_s);
    badLocalPart("an escaped line break in a quote", u"\"a\\\nb\""_s);
    badLocalPart("an escaped NUL in a quote", u"\"a\\"_s + QChar(0) + u"b\""_s);
    badLocalPart("an escaped direction in a quote", u"\"a\\\u202eb\""_s);
    badLocalPart("65 bytes", QString(65, u'a'));
    badLocalPart("more than 64 bytes in fewer characters", QString(33, u'ü'));
    badLocalPart("a megabyte", QString(1024 * 1024, u'a'));

    const auto badDomain = [&row](const char *name, const QString &domain) {
        row(name, u"alice@"_s + domain, AddressError::InvalidDomain);
    };
    badDomain("a domain with a blank", u"exam ple.org"_s);
    badDomain("a domain with a line break", u"example.org\r\nX: y"_s);
    badDomain("a domain with a NUL", QString::fromLatin1("example.org\0.evil", 17));
    badDomain("a domain with two dots", u"example..org"_s);
    badDomain("a domain with an underscore", u"_example.org"_s);
    badDomain("an address", u"192.0.2.7"_s);
    badDomain("an address in brackets", u"[192.0.2.7]"_s);
    badDomain("an IPv6 address", u"[IPv6:2001:db8::7]"_s);
    badDomain("right to left in the domain", u"example\u202egro.evil"_s);
    badDomain("a closing bracket", u"example.org>"_s);
    badDomain("a domain without an end", QString(1024 * 1024, u'a'));
}

void TestEmailAddress::refuses()
{
    QFETCH(QString, typed);
    QFETCH(AddressError, error);

    const auto address = EmailAddress::parse(typed);
    QVERIFY(!address.has_value());
    QCOMPARE(address.error(), error);
}

void TestEmailAddress::isEmptyByDefault()
{
    QVERIFY(EmailAddress().isEmpty());
    QCOMPARE(EmailAddress().toString(), QString());
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestEmailAddress)

#include "tst_emailaddress.moc"
