// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tls/handshakefailure.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

class TestHandshakeFailure : public QObject
{
    Q_OBJECT

private slots:
    void readsAlertsFromTheCode_data();
    void readsAlertsFromTheCode();
    void readsTheLibrarysReason_data();
    void readsTheLibrarysReason();
    void prefersTheAlertThatWasReceived_data();
    void prefersTheAlertThatWasReceived();
    void tellsWhenThePeerHungUp_data();
    void tellsWhenThePeerHungUp();
    void keepsTheEvidenceInert();
    void namesAlerts_data();
    void namesAlerts();
};

namespace {

/// What QSslSocket::errorString() says; measured on Qt 6.4.2 with OpenSSL 3.0.
QString libraryText(const QString &tail)
{
    return u"Error during SSL handshake: error:"_s + tail;
}

} // namespace

void TestHandshakeFailure::readsAlertsFromTheCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("alert");

    const auto row = [](const char *tail, Fault fault, const char *alert) {
        QTest::newRow(alert) << libraryText(QString::fromLatin1(tail)) << fault
                             << QString::fromLatin1(alert);
    };
    row("0A0003E8:SSL routines::reason(1000)", Fault::HandshakeFailed, "0 (close_notify)");
    row("0A0003F2:SSL routines::sslv3 alert unexpected message", Fault::HandshakeFailed,
        "10 (unexpected_message)");
    row("0A0003FC:SSL routines::sslv3 alert bad record mac", Fault::HandshakeFailed,
        "20 (bad_record_mac)");
    row("0A0003FE:SSL routines::tlsv1 alert record overflow", Fault::HandshakeFailed,
        "22 (record_overflow)");
    row("0A000410:SSL routines::sslv3 alert handshake failure", Fault::NoCommonCipher,
        "40 (handshake_failure)");
    row("0A000412:SSL routines::sslv3 alert bad certificate", Fault::HandshakeFailed,
        "42 (bad_certificate)");
    row("0A000413:SSL routines::sslv3 alert unsupported certificate", Fault::HandshakeFailed,
        "43 (unsupported_certificate)");
    row("0A000414:SSL routines::sslv3 alert certificate revoked", Fault::HandshakeFailed,
        "44 (certificate_revoked)");
    row("0A000415:SSL routines::sslv3 alert certificate expired", Fault::HandshakeFailed,
        "45 (certificate_expired)");
    row("0A000416:SSL routines::sslv3 alert certificate unknown", Fault::HandshakeFailed,
        "46 (certificate_unknown)");
    row("0A000417:SSL routines::sslv3 alert illegal parameter", Fault::HandshakeFailed,
        "47 (illegal_parameter)");
    row("0A000418:SSL routines::tlsv1 alert unknown ca", Fault::HandshakeFailed, "48 (unknown_ca)");
    row("0A000419:SSL routines::tlsv1 alert access denied", Fault::HandshakeFailed,
        "49 (access_denied)");
    row("0A00041A:SSL routines::tlsv1 alert decode error", Fault::HandshakeFailed,
        "50 (decode_error)");
    row("0A00041B:SSL routines::tlsv1 alert decrypt error", Fault::HandshakeFailed,
        "51 (decrypt_error)");
    row("0A00042E:SSL routines::tlsv1 alert protocol version", Fault::TlsVersionTooOld,
        "70 (protocol_version)");
    row("0A00042F:SSL routines::tlsv1 alert insufficient security", Fault::NoCommonCipher,
        "71 (insufficient_security)");
    row("0A000438:SSL routines::tlsv1 alert internal error", Fault::HandshakeFailed,
        "80 (internal_error)");
    row("0A00043E:SSL routines::tlsv1 alert inappropriate fallback", Fault::HandshakeFailed,
        "86 (inappropriate_fallback)");
    row("0A000442:SSL routines::tlsv1 alert user cancelled", Fault::HandshakeFailed,
        "90 (user_canceled)");
    row("0A000455:SSL routines::tlsv13 alert missing extension", Fault::HandshakeFailed,
        "109 (missing_extension)");
    row("0A000456:SSL routines::tlsv1 unsupported extension", Fault::HandshakeFailed,
        "110 (unsupported_extension)");
    row("0A000458:SSL routines::tlsv1 unrecognized name", Fault::HandshakeFailed,
        "112 (unrecognized_name)");
    row("0A000459:SSL routines::tlsv1 bad certificate status response", Fault::HandshakeFailed,
        "113 (bad_certificate_status_response)");
    row("0A00045B:SSL routines::tlsv1 alert unknown psk identity", Fault::HandshakeFailed,
        "115 (unknown_psk_identity)");
    row("0A00045C:SSL routines::tlsv13 alert certificate required",
        Fault::ClientCertificateRequired, "116 (certificate_required)");
    row("0A000460:SSL routines::tlsv1 alert no application protocol", Fault::HandshakeFailed,
        "120 (no_application_protocol)");
    row("0A0004E7:SSL routines::reason(1255)", Fault::HandshakeFailed, "255 (255)");
}

void TestHandshakeFailure::readsAlertsFromTheCode()
{
    QFETCH(QString, text);
    QFETCH(Fault, fault);
    QFETCH(QString, alert);

    const SeenFault report = explainHandshakeFailure({text, {}, {}, false});
    QCOMPARE(report.fault, fault);
    QCOMPARE(report.evidence, u"TLS alert %1; %2"_s.arg(alert, text));
}

void TestHandshakeFailure::readsTheLibrarysReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Fault>("fault");

    const auto row = [](const char *name, const char *tail, Fault fault) {
        QTest::newRow(name) << libraryText(QString::fromLatin1(tail)) << fault;
    };
    row("a plaintext banner", "0A00010B:SSL routines::wrong version number",
        Fault::PlaintextOnTlsPort);
    row("plain HTTP", "0A00009C:SSL routines::http request", Fault::PlaintextOnTlsPort);
    row("a ServerHello of SSL 3, TLS 1.0 or TLS 1.1", "0A000102:SSL routines::unsupported protocol",
        Fault::TlsVersionTooOld);
    row("a version below ours", "0A00018C:SSL routines::version too low", Fault::TlsVersionTooOld);
    row("a small Diffie-Hellman group", "0A00018A:SSL routines::dh key too small",
        Fault::WeakParameters);
    row("a NULL cipher", "0A000105:SSL routines::wrong cipher returned", Fault::HandshakeFailed);
    row("RC4 or 3DES", "0A0000F8:SSL routines::unknown cipher returned", Fault::HandshakeFailed);
    row("a record that is too long", "0A0000C6:SSL routines::packet length too long",
        Fault::HandshakeFailed);
    row("our own ClientHello sent back", "0A0000F4:SSL routines::unexpected message",
        Fault::HandshakeFailed);
    row("a certificate of ten thousand names", "0A000098:SSL routines::excessive message size",
        Fault::HandshakeFailed);
    row("the hexadecimal digits in lower case", "0A00042e:SSL routines::tlsv1 alert",
        Fault::TlsVersionTooOld);
    row("a code of another library", "0200010B:rsa routines::wrong version number",
        Fault::HandshakeFailed);
    QTest::newRow("words without a code, which are not read")
        << u"wrong version number, unsupported protocol, protocol_version"_s
        << Fault::HandshakeFailed;
    QTest::newRow("no words at all") << u"Error during SSL handshake: "_s << Fault::HandshakeFailed;
    QTest::newRow("nothing") << QString() << Fault::HandshakeFailed;
}

void TestHandshakeFailure::readsTheLibrarysReason()
{
    QFETCH(QString, text);
    QFETCH(Fault, fault);

    const SeenFault report = explainHandshakeFailure({text, {}, {}, false});
    QCOMPARE(report.fault, fault);
    QVERIFY2(report.evidence.contains(text), qPrintable(report.evidence));
}

void TestHandshakeFailure::prefersTheAlertThatWasReceived_data()
{
    QTest::addColumn<int>("alert");
    QTest::addColumn<bool>("isRemoteClosed");
    QTest::addColumn<Fault>("fault");

    QTest::newRow("protocol_version") << 70 << false << Fault::TlsVersionTooOld;
    QTest::newRow("handshake_failure, then hung up") << 40 << true << Fault::NoCommonCipher;
    QTest::newRow("certificate_required, then hung up")
        << 116 << true << Fault::ClientCertificateRequired;
    QTest::newRow("unrecognized_name") << 112 << true << Fault::HandshakeFailed;
    QTest::newRow("close_notify is no reason") << 0 << true << Fault::Closed;
}

void TestHandshakeFailure::prefersTheAlertThatWasReceived()
{
    QFETCH(int, alert);
    QFETCH(bool, isRemoteClosed);
    QFETCH(Fault, fault);

    const QString text = u"The remote host closed the connection"_s;
    QCOMPARE(explainHandshakeFailure({text, alert, {}, isRemoteClosed}).fault, fault);
}

void TestHandshakeFailure::tellsWhenThePeerHungUp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Fault>("fault");

    QTest::newRow("without a word") << u"The remote host closed the connection"_s << Fault::Closed;
    QTest::newRow("in order") << u"The TLS/SSL connection has been closed"_s << Fault::Closed;
    QTest::newRow("but the library knows why")
        << libraryText(u"0A00018A:SSL routines::dh key too small"_s) << Fault::WeakParameters;
}

void TestHandshakeFailure::tellsWhenThePeerHungUp()
{
    QFETCH(QString, text);
    QFETCH(Fault, fault);

    const SeenFault report = explainHandshakeFailure({text, {}, {}, true});
    QCOMPARE(report.fault, fault);
    QCOMPARE(report.evidence, text);
}

void TestHandshakeFailure::keepsTheEvidenceInert()
{
    const QString text = u"\x1b[31m"_s + QString(100000, u'x') + u"\u202e"_s;
    const SeenFault report = explainHandshakeFailure({text, 40, {}, false});
    QVERIFY(report.evidence.size() < 500);
    QVERIFY(std::all_of(
        report.evidence.begin(), report.evidence.end(), [](QChar c) { return c.isPrint(); }));
}

void TestHandshakeFailure::namesAlerts_data()
{
    QTest::addColumn<int>("alert");
    QTest::addColumn<QString>("name");

    QTest::newRow("the lowest") << 0 << u"close_notify"_s;
    QTest::newRow("a usual one") << 48 << u"unknown_ca"_s;
    QTest::newRow("the newest") << 120 << u"no_application_protocol"_s;
    QTest::newRow("unknown") << 121 << u"121"_s;
    QTest::newRow("out of range") << 4711 << u"4711"_s;
}

void TestHandshakeFailure::namesAlerts()
{
    QFETCH(int, alert);
    QTEST(alertName(alert), "name");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestHandshakeFailure)

#include "tst_handshakefailure.moc"
