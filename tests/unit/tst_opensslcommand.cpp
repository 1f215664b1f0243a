// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export/opensslcommand.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestOpensslCommand : public QObject
{
    Q_OBJECT

private slots:
    void makesTheSameConnection_data();
    void makesTheSameConnection();
};

void TestOpensslCommand::makesTheSameConnection_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("command");
    const QString rest = u" -showcerts -status -crlf"_s;
    QTest::newRow("TLS") << Endpoint{Protocol::Imap, hostName(u"a.example"_s), 993,
        Security::ImplicitTls}
                         << u"TLSv1.3"_s
                         << u"openssl s_client -connect a.example:993 -servername a.example "
                            "-verify_hostname a.example"_s
            + rest;
    QTest::newRow("STLS of an IPv6 address")
        << Endpoint{Protocol::Pop3, hostName(u"2001:db8::1"_s), 110, Security::StartTls}
        << u"TLSv1.2"_s
        << u"openssl s_client -connect '[2001:db8::1]:110' -starttls pop3 -noservername "
           "-verify_ip 2001:db8::1"_s
            + rest;
    QTest::newRow("an old version")
        << Endpoint{Protocol::Smtp, hostName(u"a.example"_s), 25, Security::StartTls}
        << u"TLSv1.0"_s
        << u"openssl s_client -connect a.example:25 -starttls smtp -servername a.example "
           "-verify_hostname a.example -tls1 -cipher 'DEFAULT@SECLEVEL=0'"_s
            + rest;
    QTest::newRow("nothing encrypted")
        << Endpoint{Protocol::Imap, hostName(u"a.example"_s), 143, Security::Plaintext} << QString()
        << QString();
}

void TestOpensslCommand::makesTheSameConnection()
{
    QFETCH(Endpoint, endpoint);
    QFETCH(QString, version);
    QFETCH(QString, command);
    ProbeReport report;
    report.candidate.endpoint = endpoint;
    report.tls.emplace();
    report.tls->version = tlsVersionFromString(version);
    QCOMPARE(opensslCommand(report), command);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestOpensslCommand)

#include "tst_opensslcommand.moc"
