// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/faultafterlook.h"
#include "support/names.h"
#include "tls/ciphersuite.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestFaultAfterLook : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void tellsWhatIsAccepted();
};

namespace {

using Kind = ServerHelloAnswer::Kind;

ServerHelloAnswer hello(TlsVersion version, quint16 suite, int dhBits = 0, bool asksClient = false)
{
    ServerHelloAnswer answer;
    answer.kind = Kind::ServerHello;
    answer.version = version;
    answer.cipherSuite = suite;
    answer.dhBits = dhBits;
    answer.wantsClientCertificate = asksClient;
    return answer;
}

ServerHelloAnswer alert(int number)
{
    ServerHelloAnswer answer;
    answer.kind = Kind::Alert;
    answer.alert = number;
    return answer;
}

ServerHelloAnswer hungUp()
{
    ServerHelloAnswer answer;
    answer.kind = Kind::HungUp;
    return answer;
}

ServerHelloAnswer plain(const QByteArray &said)
{
    ServerHelloAnswer answer;
    answer.kind = Kind::NotTls;
    answer.firstBytes = said;
    return answer;
}

/// The answers to 1.2, 1.3, 1.1, 1.0 and SSL 3.0, as many as there are.
SecondLook lookWith(const QList<ServerHelloAnswer> &answers)
{
    const QList<TlsVersion> offered{TlsVersion::Tls1_2, TlsVersion::Tls1_3, TlsVersion::Tls1_1,
        TlsVersion::Tls1_0, TlsVersion::Ssl3};
    SecondLook look;
    for (qsizetype i = 0; i < answers.size(); ++i)
        look.answers.append({offered.at(i), answers.at(i)});
    look.connections = static_cast<int>(answers.size());
    return look;
}

void addRow(const char *name, Fault seen, const SecondLook &look, Fault proven,
    const QString &evidence, const TlsPolicy &policy = {})
{
    QTest::newRow(name) << seen << look << policy << proven << evidence;
}

void addVersions()
{
    const ServerHelloAnswer tooOld = alert(70);
    addRow("TLS 1.0 only", Fault::TlsVersionTooOld,
        lookWith({tooOld, tooOld, tooOld, hello(TlsVersion::Tls1_0, 0xc014), tooOld}),
        Fault::TlsVersionTooOld, u"accepts TLSv1.0; refuses SSLv3, TLSv1.1"_s);
    addRow("it answers with an older version", Fault::HandshakeFailed,
        lookWith({hello(TlsVersion::Tls1_1, 0x002f), hello(TlsVersion::Tls1_1, 0x002f)}),
        Fault::TlsVersionTooOld, u"accepts TLSv1.1; refuses TLSv1.2, TLSv1.3"_s);
    addRow("it hangs up on what is new", Fault::Closed,
        lookWith({hungUp(), hungUp(), hungUp(), hello(TlsVersion::Tls1_0, 0x002f)}),
        Fault::TlsVersionTooOld, u"accepts TLSv1.0"_s);
    addRow("silence about what is new proves nothing", Fault::HandshakeTimeout,
        lookWith({{}, {}, {}, hello(TlsVersion::Tls1_0, 0x002f)}), Fault::HandshakeTimeout,
        u"accepts TLSv1.0"_s);
    addRow("an alert about something else proves nothing", Fault::HandshakeFailed,
        lookWith({alert(112), alert(112), alert(112), alert(112), alert(112)}),
        Fault::HandshakeFailed, u"seen before"_s);
    addRow("SSL 3.0 only", Fault::TlsVersionTooOld,
        lookWith({tooOld, tooOld, tooOld, tooOld, hello(TlsVersion::Ssl3, 0x000a)}),
        Fault::TlsVersionTooOld, u"accepts SSLv3"_s);
    TlsPolicy upTo12;
    upTo12.newest = TlsVersion::Tls1_2;
    addRow("TLS 1.3 only, where 1.2 is the limit", Fault::TlsVersionTooOld,
        lookWith({tooOld, hello(TlsVersion::Tls1_3, 0x1301), tooOld, tooOld, tooOld}),
        Fault::TlsVersionTooNew, u"accepts TLSv1.3"_s, upTo12);
    addRow("nothing at all", Fault::HandshakeFailed, lookWith({{}, {}}), Fault::HandshakeFailed,
        u"seen before"_s);
}

void addCiphers()
{
    const ServerHelloAnswer refused = alert(40);
    addRow("3DES only", Fault::NoCommonCipher,
        lookWith({hello(TlsVersion::Tls1_2, 0x000a), refused}), Fault::NoCommonCipher,
        u"chose TLS_RSA_WITH_3DES_EDE_CBC_SHA"_s);
    addRow("a small group", Fault::WeakParameters,
        lookWith({hello(TlsVersion::Tls1_2, 0x0033, 1024), refused}), Fault::WeakParameters,
        u"a Diffie-Hellman group of 1024 bits"_s);
    addRow("a certificate of the client", Fault::NoCommonCipher,
        lookWith({hello(TlsVersion::Tls1_2, 0xc02f, 0, true), refused}),
        Fault::ClientCertificateRequired, u"asks for a certificate of the client"_s);
    addRow("a certificate of the client that is not what failed", Fault::HandshakeTimeout,
        lookWith({hello(TlsVersion::Tls1_2, 0xc02f, 0, true), refused}), Fault::HandshakeTimeout,
        u"asks for a certificate of the client"_s);
    addRow("TLS 1.3 would have been spoken", Fault::HandshakeFailed,
        lookWith({hello(TlsVersion::Tls1_2, 0x000a), hello(TlsVersion::Tls1_3, 0x1301)}),
        Fault::HandshakeFailed, u"accepts TLSv1.2, TLSv1.3"_s);
    addRow("neither of these", Fault::NoCommonCipher,
        lookWith({hello(TlsVersion::Tls1_2, 0xc02f), refused}), Fault::HandshakeFailed,
        u"accepts TLSv1.2; refuses TLSv1.3"_s);
}

} // namespace

void TestFaultAfterLook::names_data()
{
    QTest::addColumn<Fault>("seen");
    QTest::addColumn<SecondLook>("look");
    QTest::addColumn<TlsPolicy>("policy");
    QTest::addColumn<Fault>("proven");
    QTest::addColumn<QString>("evidence");
    addVersions();
    addCiphers();
    addRow("plain text where it belongs", Fault::PlaintextOnTlsPort,
        lookWith({plain("220 mail ESMTP\r\n")}), Fault::PlaintextOnTlsPort, u"220 mail ESMTP"_s);
    addRow("another service", Fault::PlaintextOnTlsPort, lookWith({plain("* OK IMAP4rev1\r\n")}),
        Fault::WrongService, u"IMAP: * OK IMAP4rev1"_s);
    addRow("a web server", Fault::HandshakeFailed, lookWith({plain("HTTP/1.1 400 No\r\n")}),
        Fault::WrongService, u"HTTP: HTTP/1.1 400 No"_s);
    addRow("a silence that waited for TLS", Fault::NoGreeting,
        lookWith({hello(TlsVersion::Tls1_2, 0xc02f)}), Fault::TlsOnPlaintextPort,
        u"answers a ClientHello"_s);
    addRow("a silence that another service breaks", Fault::NoGreeting,
        lookWith({plain("HTTP/1.1 400 No\r\n")}), Fault::WrongService, u"HTTP/1.1 400 No"_s);
    addRow("a silence", Fault::NoGreeting, lookWith({{}}), Fault::NoGreeting, u"seen before"_s);
}

void TestFaultAfterLook::names()
{
    QFETCH(Fault, seen);
    QFETCH(SecondLook, look);
    QFETCH(TlsPolicy, policy);
    QFETCH(Fault, proven);
    QFETCH(QString, evidence);
    const SeenFault refined = faultAfter({seen, u"seen before"_s},
        {Protocol::Smtp, hostName(u"mail.example.org"_s), 465, Security::ImplicitTls}, look,
        policy);
    QCOMPARE(static_cast<int>(refined.fault), static_cast<int>(proven));
    QVERIFY2(refined.evidence.contains(evidence), qPrintable(refined.evidence));
}

void TestFaultAfterLook::tellsWhatIsAccepted()
{
    const SecondLook look = lookWith(
        {hello(TlsVersion::Tls1_2, 0xc02f), hello(TlsVersion::Tls1_2, 0xc02f), {}, alert(70)});
    QVERIFY(look.accepts(TlsVersion::Tls1_2) == true);
    QVERIFY(look.accepts(TlsVersion::Tls1_3) == false); // it chose an older one
    QVERIFY(!look.accepts(TlsVersion::Tls1_1).has_value());
    QVERIFY(look.accepts(TlsVersion::Tls1_0) == false);
    QVERIFY(!look.accepts(TlsVersion::Ssl3).has_value()); // it was not asked
    QCOMPARE(look.mostTelling()->cipherSuite, 0xc02f);
}

} // namespace postern

Q_DECLARE_METATYPE(postern::SecondLook)
Q_DECLARE_METATYPE(postern::TlsPolicy)

QTEST_APPLESS_MAIN(postern::TestFaultAfterLook)

#include "tst_faultafterlook.moc"
