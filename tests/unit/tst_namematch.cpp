// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/namematch.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestNameMatch : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
};

namespace {

void addRow(const char *name, const QByteArray &presented, const QString &host)
{
    QTest::newRow(name) << presented << host;
}

} // namespace

void TestNameMatch::matches_data()
{
    QTest::addColumn<QByteArray>("presented");
    QTest::addColumn<QString>("host");

    addRow("the very name", "imap.example.org", u"imap.example.org"_s);
    addRow("whatever the case", "IMAP.Example.ORG", u"imap.example.org"_s);
    addRow("a name of one label", "localhost", u"localhost"_s);
    addRow("an A-label", "xn--bcher-kva.example.org", u"xn--bcher-kva.example.org"_s);
    addRow("digits and hyphens", "m-1.example.org", u"m-1.example.org"_s);
    addRow("a wildcard for one label", "*.example.org", u"imap.example.org"_s);
    addRow("a wildcard, whatever the case", "*.EXAMPLE.org", u"imap.example.org"_s);
    addRow("a wildcard for an A-label", "*.example.org", u"xn--bcher-kva.example.org"_s);
    addRow("a wildcard below a registered name of two suffixes", "*.example.co.uk",
        u"imap.example.co.uk"_s);
    addRow("a wildcard deeper down", "*.mail.example.org", u"imap.mail.example.org"_s);
}

void TestNameMatch::matches()
{
    QFETCH(QByteArray, presented);
    QFETCH(QString, host);
    QVERIFY(matchesDnsName(presented, host));
}

void TestNameMatch::refuses_data()
{
    QTest::addColumn<QByteArray>("presented");
    QTest::addColumn<QString>("host");

    const QString host = u"imap.example.org"_s;
    addRow("another name", "smtp.example.org", host);
    addRow("the name of the parent", "example.org", host);
    addRow("a name below", "a.imap.example.org", host);
    addRow("a name that begins with it", "imap.example.org.evil.net", host);
    addRow("a name that ends with it", "evil-imap.example.org", host);
    addRow("nothing", "", host);
    addRow("a wildcard alone", "*", host);
    addRow("a wildcard and a dot", "*.", host);
    addRow("a wildcard for a name of one label", "*", u"localhost"_s);
    addRow("a wildcard for a whole top-level domain", "*.org", u"example.org"_s);
    addRow("a wildcard for a public suffix of two labels", "*.co.uk", u"example.co.uk"_s);
    addRow("a wildcard for two labels", "*.example.org", u"a.b.example.org"_s);
    addRow("a wildcard for the parent", "*.example.org", u"example.org"_s);
    addRow("a wildcard for nothing in front", "*.example.org", u".example.org"_s);
    addRow("two wildcards", "*.*.org", host);
    addRow("two wildcards in front of the name", "*.*.example.org", u"a.b.example.org"_s);
    addRow("a wildcard in the middle", "imap.*.org", host);
    addRow("a wildcard at the end", "imap.example.*", host);
    addRow("a wildcard behind letters", "im*.example.org", host);
    addRow("a wildcard in front of letters", "*ap.example.org", host);
    addRow("a wildcard between letters", "i*p.example.org", host);
    addRow("two stars", "**.example.org", host);
    addRow("a wildcard within an A-label", "xn--*.example.org", u"xn--bcher-kva.example.org"_s);
    addRow("a wildcard behind an A-label's mark", "xn--bcher*.example.org",
        u"xn--bcher-kva.example.org"_s);
    addRow("a NUL and another name", QByteArray("imap.example.org\0.evil.com", 26), host);
    addRow("a NUL at the end", QByteArray("imap.example.org\0", 17), host);
    addRow("a NUL behind a wildcard", QByteArray("*\0.example.org", 14), host);
    addRow("a blank in front", " imap.example.org", host);
    addRow("a blank behind", "imap.example.org ", host);
    addRow("a line end", "imap.example.org\n", host);
    addRow("a trailing dot", "imap.example.org.", host);
    addRow("a trailing dot behind a wildcard", "*.example.org.", host);
    addRow("a leading dot", ".example.org", host);
    addRow("an underscore", "_imap.example.org", u"_imap.example.org"_s);
    addRow("UTF-8 instead of an A-label",
        "b\xc3\xbc"
        "cher.example.org",
        u"xn--bcher-kva.example.org"_s);
    addRow("UTF-8 behind a wildcard",
        "*.b\xc3\xbc"
        "cher.org",
        u"imap.xn--bcher-kva.org"_s);
    addRow("an address and a port", "imap.example.org:993", host);
    addRow("a URL", "https://imap.example.org", host);
}

void TestNameMatch::refuses()
{
    QFETCH(QByteArray, presented);
    QFETCH(QString, host);
    QVERIFY(!matchesDnsName(presented, host));
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestNameMatch)

#include "tst_namematch.moc"
