// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "discovery/autodiscoverxml.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestAutodiscoverXml : public QObject
{
    Q_OBJECT

private slots:
    void tellsNobodyTheAddress();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

namespace {

QByteArray answerWith(const QByteArray &protocols)
{
    return "<?xml version=\"1.0\"?>\n<Autodiscover xmlns=\"http://schemas.microsoft.com/exchange/"
           "autodiscover/responseschema/2006\"><Response xmlns=\"http://schemas.microsoft.com/"
           "exchange/autodiscover/outlook/responseschema/2006a\"><User><DisplayName>x</DisplayName>"
           "</User><Account><AccountType>email</AccountType><Action>settings</Action>"
        + protocols + "</Account></Response></Autodiscover>";
}

/// One line an offer: service, host, port, security, user name.
QStringList linesOf(const QList<Offer> &offers)
{
    QStringList lines;
    for (const Offer &offer : offers)
        lines.append(u"%1 %2 %3 %4 %5"_s.arg(toString(offer.endpoint.protocol), offer.endpoint.host,
            QString::number(offer.endpoint.port), toString(offer.endpoint.security),
            offer.username.pattern()));
    return lines;
}

} // namespace

void TestAutodiscoverXml::tellsNobodyTheAddress()
{
    const QByteArray request = autodiscoverRequest(u"example.org"_s);
    QVERIFY(request.contains("<EMailAddress>settings@example.org</EMailAddress>"));
}

void TestAutodiscoverXml::reads_data()
{
    QTest::addColumn<QByteArray>("protocols");
    QTest::addColumn<QStringList>("offers");
    const auto row = [](const char *name, const QByteArray &inside, const QStringList &offers) {
        QTest::newRow(name) << QByteArray("<Protocol>" + inside + "</Protocol>") << offers;
    };
    row("IMAP with SSL",
        "<Type>IMAP</Type><Server>mail.example.org</Server><Port>993</Port><SSL>on</SSL>",
        {u"imap mail.example.org 993 tls %EMAILADDRESS%"_s});
    row("on the port for STARTTLS",
        "<Type>IMAP</Type><Server>mail.example.org</Server><Port>143</Port><SSL>on</SSL>",
        {u"imap mail.example.org 143 starttls %EMAILADDRESS%"_s});
    row("without SSL",
        "<Type>SMTP</Type><Server>mail.example.org</Server><Port>587</Port><SSL>off</SSL>",
        {u"smtp mail.example.org 587 none %EMAILADDRESS%"_s});
    row("Encryption wins",
        "<Type>SMTP</Type><Server>mail.example.org</Server><Port>587</Port><SSL>off</SSL>"
        "<Encryption>TLS</Encryption>",
        {u"smtp mail.example.org 587 starttls %EMAILADDRESS%"_s});
    row("the local part as login name",
        "<Type>POP3</Type><Server>mail.example.org</Server><Port>995</Port><SSL>on</SSL>"
        "<LoginName>settings</LoginName>",
        {u"pop3 mail.example.org 995 tls %EMAILLOCALPART%"_s});
    row("the whole address as login name",
        "<Type>POP3</Type><Server>mail.example.org</Server><Port>995</Port>"
        "<LoginName>settings@example.org</LoginName>",
        {u"pop3 mail.example.org 995 tls %EMAILADDRESS%"_s});
    row("a login name that is not plain text",
        "<Type>IMAP</Type><Server>mail.example.org</Server><Port>993</Port>"
        "<LoginName>al\xe2\x80\xaeice</LoginName>",
        {});
    row("Exchange itself", "<Type>EXCH</Type><Server>ex.example.org</Server>", {});
    row("no port", "<Type>IMAP</Type><Server>mail.example.org</Server>", {});
    row("no host name", "<Type>IMAP</Type><Server>a b</Server><Port>993</Port>", {});
    QTest::newRow("several, one of them broken")
        << QByteArray("<Protocol><Type>IMAP</Type><Port>1</Port></Protocol>"
                      "<Protocol><Type>IMAP</Type><Server>a.example</Server><Port>993</Port>"
                      "</Protocol><Protocol><Type>SMTP</Type><Server>b.example</Server>"
                      "<Port>465</Port></Protocol>")
        << QStringList{u"imap a.example 993 tls %EMAILADDRESS%"_s,
               u"smtp b.example 465 tls %EMAILADDRESS%"_s};
}

void TestAutodiscoverXml::reads()
{
    QFETCH(QByteArray, protocols);
    const auto offers = readAutodiscover(answerWith(protocols), u"example.org"_s);
    QVERIFY(offers.has_value());
    QTEST(linesOf(*offers), "offers");
}

void TestAutodiscoverXml::refuses_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray() << u"line 1"_s;
    QTest::newRow("a web page") << QByteArray("<html></html>") << u"no Autodiscover"_s;
    QTest::newRow("cut off") << answerWith("<Protocol>").chopped(40) << u"line"_s;
    QTest::newRow("a document type")
        << QByteArray("<!DOCTYPE x [<!ENTITY a 'b'>]><Autodiscover/>") << u"document type"_s;
    QTest::newRow("nested without end") << QByteArray("<a>").repeated(100) << u"nested"_s;
    QTest::newRow("too large") << answerWith(QByteArray(70'000, ' ')) << u"64 KiB"_s;
}

void TestAutodiscoverXml::refuses()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, reason);
    const auto offers = readAutodiscover(xml, u"example.org"_s);
    QVERIFY(!offers.has_value());
    QVERIFY2(offers.error().contains(reason), qUtf8Printable(offers.error()));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestAutodiscoverXml)
#include "tst_autodiscoverxml.moc"
