// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol/servicesniffer.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestServiceSniffer : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void knowsNothingOf_data();
    void knowsNothingOf();
    void namesServices_data();
    void namesServices();
};

void TestServiceSniffer::recognises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("service");

    const auto row = [](const char *name, const QByteArray &bytes, const QString &service) {
        QTest::newRow(name) << bytes << service;
    };
    row("IMAP", "* OK [CAPABILITY IMAP4rev1] ready\r\n", u"IMAP"_s);
    row("IMAP, signed in", "* PREAUTH hi\r\n", u"IMAP"_s);
    row("IMAP that refuses", "* BYE no\r\n", u"IMAP"_s);
    row("IMAP in lower case", "* ok hi\r\n", u"IMAP"_s);
    row("POP3", "+OK POP3 ready <1234.5@example.org>\r\n", u"POP3"_s);
    row("POP3 that refuses", "-ERR [SYS/TEMP] busy\r\n", u"POP3"_s);
    row("POP3 without a text", "+OK\r\n", u"POP3"_s);
    row("SMTP", "220 mail.example.org ESMTP Postfix\r\n", u"SMTP"_s);
    row("SMTP of several lines", "220-mail.example.org ESMTP\r\n220 hi\r\n", u"SMTP"_s);
    row("SMTP that refuses", "554 5.7.1 no\r\n", u"SMTP"_s);
    row("SMTP that is busy", "421 4.3.2 later\r\n", u"SMTP"_s);
    row("SMTP on a host whose name is that of another service",
        "220 ftp.example.org ESMTP Postfix\r\n", u"SMTP"_s);
    row("LMTP", "220 mail.example.org LMTP\r\n", u"SMTP"_s);
    row("FTP", "220 ftp.example.org FTP server ready\r\n", u"FTP"_s);
    row("FTP of a known maker", "220 ProFTPD Server (Debian)\r\n", u"FTP"_s);
    row("FTP of several lines", "220---------- Welcome to Pure-FTPd\r\n", u"FTP"_s);
    row("HTTP", "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n", u"HTTP"_s);
    row("HTTP of a portal", "HTTP/1.0 302 Found\r\nLocation: http://portal.hotel/\r\n", u"HTTP"_s);
    row("SSH", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", u"SSH"_s);
    row("NNTP", "200 news.example.org ready\r\n", u"NNTP"_s);
    row("NNTP, reading only", "201 news.example.org\r\n", u"NNTP"_s);
    row("ManageSieve", "\"IMPLEMENTATION\" \"Dovecot Pigeonhole\"\r\n", u"ManageSieve"_s);
    row("a TLS alert", QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7), u"TLS"_s);
    row("a TLS handshake", QByteArray("\x16\x03\x03\x00\x7a\x02", 6), u"TLS"_s);
}

void TestServiceSniffer::recognises()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, service);

    const auto found = sniffService(bytes);
    QVERIFY(found.has_value());
    QCOMPARE(serviceName(*found), service);
    // What follows changes nothing.
    QVERIFY(sniffService(bytes + QByteArray(100000, 'x')) == found);
}

void TestServiceSniffer::knowsNothingOf_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray("*");
    QTest::newRow("a line break") << QByteArray("\r\n");
    QTest::newRow("garbage") << QByteArray("1Gdo00V4 wFaIW2WP\r\n");
    QTest::newRow("a number") << QByteArray("220\r\n");
    QTest::newRow("a number of four digits") << QByteArray("2200 hi\r\n");
    QTest::newRow("a number below 200") << QByteArray("100 go\r\n");
    QTest::newRow("a number above 599") << QByteArray("600 no\r\n");
    QTest::newRow("untagged data") << QByteArray("* CAPABILITY IMAP4rev1\r\n");
    QTest::newRow("a name within a line") << QByteArray("this is not SSH-2.0\r\n");
    QTest::newRow("a page without a header") << QByteArray("<html><body>hi\r\n");
    QTest::newRow("one byte of TLS") << QByteArray("\x16");
    QTest::newRow("TLS of a version that never was") << QByteArray("\x16\x07\x01", 3);
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("a blank before a greeting") << QByteArray(" * OK hi\r\n");
}

void TestServiceSniffer::knowsNothingOf()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!sniffService(bytes));
}

void TestServiceSniffer::namesServices_data()
{
    QTest::addColumn<Service>("service");
    QTest::addColumn<QString>("name");

    QTest::newRow("IMAP") << Service::Imap << u"IMAP"_s;
    QTest::newRow("POP3") << Service::Pop3 << u"POP3"_s;
    QTest::newRow("SMTP") << Service::Smtp << u"SMTP"_s;
    QTest::newRow("FTP") << Service::Ftp << u"FTP"_s;
    QTest::newRow("HTTP") << Service::Http << u"HTTP"_s;
    QTest::newRow("SSH") << Service::Ssh << u"SSH"_s;
    QTest::newRow("NNTP") << Service::Nntp << u"NNTP"_s;
    QTest::newRow("ManageSieve") << Service::ManageSieve << u"ManageSieve"_s;
    QTest::newRow("TLS") << Service::Tls << u"TLS"_s;
}

void TestServiceSniffer::namesServices()
{
    QFETCH(Service, service);
    QTEST(serviceName(service), "name");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestServiceSniffer)

#include "tst_servicesniffer.moc"
