// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/endpoint.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void knowsStandardPorts_data();
    void knowsStandardPorts();
    void knowsWhatAPortIsFor_data();
    void knowsWhatAPortIsFor();
    void tellsPortsOfProtocolsApart();
    void knowsDirections();
    void namesProtocols_data();
    void namesProtocols();
    void namesModes_data();
    void namesModes();
    void knowsNoOtherNames_data();
    void knowsNoOtherNames();
    void writesHostAndPort_data();
    void writesHostAndPort();
};

void TestEndpoint::knowsStandardPorts_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<Security>("security");
    QTest::addColumn<QList<quint16>>("ports");

    const auto row
        = [](const char *name, Protocol protocol, Security security, const QList<quint16> &ports) {
              QTest::newRow(name) << protocol << security << ports;
          };
    row("IMAP, implicit TLS", Protocol::Imap, Security::ImplicitTls, {993});
    row("IMAP, STARTTLS", Protocol::Imap, Security::StartTls, {143});
    row("IMAP, plaintext", Protocol::Imap, Security::Plaintext, {143});
    row("POP3, implicit TLS", Protocol::Pop3, Security::ImplicitTls, {995});
    row("POP3, STARTTLS", Protocol::Pop3, Security::StartTls, {110});
    row("POP3, plaintext", Protocol::Pop3, Security::Plaintext, {110});
    row("SMTP, implicit TLS", Protocol::Smtp, Security::ImplicitTls, {465});
    row("SMTP, STARTTLS, submission first", Protocol::Smtp, Security::StartTls, {587, 25});
    row("SMTP, plaintext, submission first", Protocol::Smtp, Security::Plaintext, {587, 25});
}

void TestEndpoint::knowsStandardPorts()
{
    QFETCH(Protocol, protocol);
    QFETCH(Security, security);
    QTEST(standardPorts(protocol, security), "ports");
}

void TestEndpoint::knowsWhatAPortIsFor_data()
{
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QString>("protocol"); // empty: none
    QTest::addColumn<QString>("security");

    const auto row = [](int port, const QString &protocol, const QString &security) {
        QTest::addRow("%d", port) << static_cast<quint16>(port) << protocol << security;
    };
    row(993, u"imap"_s, u"tls"_s);
    row(143, u"imap"_s, u"starttls"_s);
    row(995, u"pop3"_s, u"tls"_s);
    row(110, u"pop3"_s, u"starttls"_s);
    row(465, u"smtp"_s, u"tls"_s);
    row(587, u"smtp"_s, u"starttls"_s);
    row(25, u"smtp"_s, u"starttls"_s);
    row(443, QString(), QString());
    row(2525, QString(), QString());
    row(0, QString(), QString());
}

void TestEndpoint::knowsWhatAPortIsFor()
{
    QFETCH(quint16, port);
    QFETCH(QString, protocol);
    QFETCH(QString, security);

    const auto found = usualProtocol(port);
    QCOMPARE(found ? toString(*found) : QString(), protocol);
    const auto mode = found ? usualSecurity(*found, port) : std::nullopt;
    QCOMPARE(mode ? toString(*mode) : QString(), security);
}

void TestEndpoint::tellsPortsOfProtocolsApart()
{
    QVERIFY(!usualSecurity(Protocol::Imap, 995));
    QVERIFY(!usualSecurity(Protocol::Pop3, 993));
    QVERIFY(!usualSecurity(Protocol::Smtp, 993));
    QVERIFY(!usualSecurity(Protocol::Imap, 4242));
}

void TestEndpoint::knowsDirections()
{
    QVERIFY(directionOf(Protocol::Imap) == Direction::Incoming);
    QVERIFY(directionOf(Protocol::Pop3) == Direction::Incoming);
    QVERIFY(directionOf(Protocol::Smtp) == Direction::Outgoing);
}

void TestEndpoint::namesProtocols_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QString>("name");

    QTest::newRow("IMAP") << Protocol::Imap << u"imap"_s;
    QTest::newRow("POP3") << Protocol::Pop3 << u"pop3"_s;
    QTest::newRow("SMTP") << Protocol::Smtp << u"smtp"_s;
}

void TestEndpoint::namesProtocols()
{
    QFETCH(Protocol, protocol);
    QFETCH(QString, name);
    QCOMPARE(toString(protocol), name);
    QVERIFY(protocolFromString(name) == protocol);
}

void TestEndpoint::namesModes_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QString>("name");

    QTest::newRow("implicit TLS") << Security::ImplicitTls << u"tls"_s;
    QTest::newRow("STARTTLS") << Security::StartTls << u"starttls"_s;
    QTest::newRow("plaintext") << Security::Plaintext << u"none"_s;
}

void TestEndpoint::namesModes()
{
    QFETCH(Security, security);
    QFETCH(QString, name);
    QCOMPARE(toString(security), name);
    QVERIFY(securityFromString(name) == security);
}

void TestEndpoint::knowsNoOtherNames_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("none given") << QString();
    QTest::newRow("in capitals") << u"IMAP"_s;
    QTest::newRow("a mode in capitals") << u"TLS"_s;
    QTest::newRow("with a blank") << u"imap "_s;
    QTest::newRow("of another program") << u"ssl"_s;
    QTest::newRow("that goes on") << u"tls1"_s;
    QTest::newRow("of another service") << u"http"_s;
}

void TestEndpoint::knowsNoOtherNames()
{
    QFETCH(QString, name);
    QVERIFY(!protocolFromString(name));
    QVERIFY(!securityFromString(name));
}

void TestEndpoint::writesHostAndPort_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QString>("text");

    QTest::newRow("a name") << u"imap.example.org"_s << quint16(993) << u"imap.example.org:993"_s;
    QTest::newRow("IPv4") << u"192.0.2.7"_s << quint16(1) << u"192.0.2.7:1"_s;
    QTest::newRow("IPv6") << u"2001:db8::7"_s << quint16(65535) << u"[2001:db8::7]:65535"_s;
}

void TestEndpoint::writesHostAndPort()
{
    QFETCH(QString, host);
    QFETCH(quint16, port);
    QTEST(hostAndPort(host, port), "text");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestEndpoint)

#include "tst_endpoint.moc"
