// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/hostname.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestHostName : public QObject
{
    Q_OBJECT

private slots:
    void hasOneForm_data();
    void hasOneForm();
    void refuses_data();
    void refuses();
    void recognisesAddresses_data();
    void recognisesAddresses();
    void liesWithinADomain_data();
    void liesWithinADomain();
};

namespace {

/// A name of so many characters, of labels that are legal.
QString nameOf(int length)
{
    QString name = (QString(49, u'a') + u'.').repeated(length / 50);
    name += QString(length - name.size(), u'b');
    return name;
}

} // namespace

void TestHostName::hasOneForm_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("canonical");

    const auto row = [](const char *name, const QString &typed, const QString &canonical) {
        QTest::newRow(name) << typed << canonical;
    };
    row("a name", u"imap.example.org"_s, u"imap.example.org"_s);
    row("in capitals", u"IMAP.Example.ORG"_s, u"imap.example.org"_s);
    row("blanks around it", u" imap.example.org\t\n"_s, u"imap.example.org"_s);
    row("a trailing dot", u"imap.example.org."_s, u"imap.example.org"_s);
    row("one label", u"localhost"_s, u"localhost"_s);
    row("digits and hyphens", u"m-1.2nd.example"_s, u"m-1.2nd.example"_s);
    row("digits in front of the last label", u"1.2.3.example"_s, u"1.2.3.example"_s);
    row("a last label that is no number", u"example.x7"_s, u"example.x7"_s);
    row("U-labels", u"Bücher.example"_s, u"xn--bcher-kva.example"_s);
    row("U-labels in two pieces", u"bu\u0308cher.example"_s, u"xn--bcher-kva.example"_s);
    row("A-labels", u"XN--BCHER-KVA.example"_s, u"xn--bcher-kva.example"_s);
    row("another alphabet", u"почта.рф"_s, u"xn--80a1acny.xn--p1ai"_s);
    row("a look-alike is shown as what it is", u"\u0430pple.com"_s, u"xn--pple-43d.com"_s);
    row("full-width letters", u"\uff49\uff4d\uff41\uff50.example.org"_s, u"imap.example.org"_s);
    row("an ideographic full stop", u"imap\u3002example.org"_s, u"imap.example.org"_s);
    row("a soft hyphen", u"im\u00adap.example.org"_s, u"imap.example.org"_s);
    row("253 characters", nameOf(253), nameOf(253));
    row("a label of 63 characters", QString(63, u'a') + u".org"_s, QString(63, u'a') + u".org"_s);
    row("IPv4", u"192.0.2.7"_s, u"192.0.2.7"_s);
    row("IPv4 in brackets", u"[192.0.2.7]"_s, u"192.0.2.7"_s);
    row("IPv6", u"2001:db8::7"_s, u"2001:db8::7"_s);
    row("IPv6 in brackets", u"[2001:db8::7]"_s, u"2001:db8::7"_s);
    row("IPv6 written out", u"2001:0DB8:0000:0:0:0:0:0007"_s, u"2001:db8::7"_s);
    row("IPv6 with a zone", u"fe80::1%eth0"_s, u"fe80::1"_s);
    row("IPv6 with a zone in brackets", u"[fe80::1%25eth0]"_s, u"fe80::1"_s);
    row("the loopback", u"::1"_s, u"::1"_s);
}

void TestHostName::hasOneForm()
{
    QFETCH(QString, typed);
    QFETCH(QString, canonical);

    const auto host = HostName::parse(typed);
    QVERIFY(host.has_value());
    QCOMPARE(*host, canonical);
    QCOMPARE(*HostName::parse(*host), canonical);
}

void TestHostName::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<HostNameError>>("errors"); // one of them

    const auto row
        = [](const char *name, const QString &typed, const QList<HostNameError> &errors) {
              QTest::newRow(name) << typed << errors;
          };
    row("nothing", QString(), {HostNameError::Empty});
    row("blanks", u" \t "_s, {HostNameError::Empty});
    row("254 characters", nameOf(254), {HostNameError::TooLong});
    row("a megabyte", QString(1024 * 1024, u'a'), {HostNameError::TooLong});
    row("a megabyte of U-labels", QString(1024 * 1024, u'ü'), {HostNameError::TooLong});

    // What the reason is called matters less than that there is one.
    const auto bad = [&row](const char *name, const QString &typed) {
        row(name, typed, {HostNameError::InvalidCharacter, HostNameError::InvalidLabel});
    };
    bad("a label of 64 characters", QString(64, u'a') + u".org"_s);
    bad("a dot alone", u"."_s);
    bad("two trailing dots", u"example.org.."_s);
    bad("a leading dot", u".example.org"_s);
    bad("two dots within", u"example..org"_s);
    bad("a leading hyphen", u"-example.org"_s);
    bad("a trailing hyphen", u"example-.org"_s);
    bad("an underscore", u"_imap.example.org"_s);
    bad("a star", u"*.example.org"_s);
    bad("a blank", u"imap example.org"_s);
    bad("a line break", u"imap.example\n.org"_s);
    bad("a line break and a command", u"imap.example.org\r\nEHLO"_s);
    bad("a NUL", QString::fromLatin1("imap.example.org\0.evil", 22));
    bad("a port", u"imap.example.org:993"_s);
    bad("a user", u"alice@example.org"_s);
    bad("a path", u"example.org/x"_s);
    bad("a URL", u"https://example.org"_s);
    bad("a percent sign", u"%65xample.org"_s);
    bad("an option", u"--help"_s);
    bad("right to left", u"example\u202e.org"_s);
    bad("an isolate", u"\u2066example.org\u2069"_s);
    bad("a line break of Unicode", u"example\u2028.org"_s);
    bad("half a character", u"exam"_s + QChar(0xd83d) + u"ple.org"_s);

    // What resolvers and other programs would read as an address.
    bad("an address of two parts", u"127.1"_s);
    bad("an address of three parts", u"127.0.1"_s);
    bad("an address in one number", u"2130706433"_s);
    bad("an address with a hexadecimal part", u"0x7f.1"_s);
    bad("an address with a hexadecimal last part", u"127.0.0.0x1"_s);
    bad("an address in one hexadecimal number", u"0x7f000001"_s);
    bad("an address with an octal part", u"0177.0.0.1"_s);
    bad("an address with a short octal part", u"010.0.0.1"_s);
    bad("an address with a trailing dot", u"127.0.0.1."_s);
    bad("an address in full-width digits", u"１２７.０.０.１"_s);
    bad("a part over 255", u"192.0.2.256"_s);
    bad("five parts", u"192.0.2.7.1"_s);
    bad("a sign", u"+127.0.0.1"_s);
    bad("an open bracket", u"[::1"_s);
    bad("a closing bracket", u"::1]"_s);
    bad("empty brackets", u"[]"_s);
    bad("an IPv6 address that is too long", u"1:2:3:4:5:6:7:8:9"_s);
    bad("an IPv6 address and a port", u"[::1]:993"_s);
}

void TestHostName::refuses()
{
    QFETCH(QString, typed);
    QFETCH(QList<HostNameError>, errors);

    const auto host = HostName::parse(typed);
    QVERIFY2(!host.has_value(), qPrintable(host ? *host : QString()));
    QVERIFY(errors.contains(host.error()));
}

void TestHostName::recognisesAddresses_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isAddress");

    QTest::newRow("IPv4") << u"192.0.2.7"_s << true;
    QTest::newRow("IPv6") << u"2001:db8::7"_s << true;
    QTest::newRow("a name") << u"imap.example.org"_s << false;
    QTest::newRow("a name of hexadecimal digits") << u"dead.beef"_s << false;
    QTest::newRow("a slip") << u"127.1"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestHostName::recognisesAddresses()
{
    QFETCH(QString, host);
    QTEST(isIpLiteral(host), "isAddress");
}

void TestHostName::liesWithinADomain_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isWithin");

    QTest::newRow("the domain itself") << u"example.org"_s << true;
    QTest::newRow("below it") << u"imap.example.org"_s << true;
    QTest::newRow("far below it") << u"a.b.c.example.org"_s << true;
    QTest::newRow("another that ends like it") << u"evilexample.org"_s << false;
    QTest::newRow("another that begins like it") << u"example.org.evil.net"_s << false;
    QTest::newRow("above it") << u"org"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestHostName::liesWithinADomain()
{
    QFETCH(QString, host);
    QTEST(isWithinDomain(host, u"example.org"_s), "isWithin");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestHostName)

#include "tst_hostname.moc"
