// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/errortexts.h"

#include "diagnosis/advice.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

class TestErrorTexts : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void knowsNothingElse_data();
    void knowsNothingElse();
    void knowsEveryCode();
    void findsEachOfItsWords();
    void takesTheServiceFromTheText_data();
    void takesTheServiceFromTheText();
    void claimsNothingOfAnotherProgram();
    void knowsWhatARefusalSays();
};

namespace {

void addRow(const char *text, const QStringList &codes)
{
    QTest::newRow(text) << QString::fromUtf8(text) << codes;
}

RejectionDetails rejectionOf(Problem problem, const QString &text)
{
    return detailsOf<RejectionDetails>(exampleOf(problem, text));
}

void addDotNet()
{
    const QString plaintext = u"protocol.plaintext-on-tls-port"_s;
    addRow("The token supplied to the function is invalid", {plaintext, u"tls.handshake-failed"_s});
    addRow("System.ComponentModel.Win32Exception (0x80090331): The client and server cannot "
           "communicate, because they do not possess a common algorithm",
        {u"tls.version-too-old"_s, u"tls.version-too-new"_s, u"tls.no-common-cipher"_s});
    addRow("The message received was unexpected or badly formatted.",
        {plaintext, u"tls.version-too-old"_s});
    addRow("The handshake failed due to an unexpected packet format.", {plaintext});
    addRow("Cannot determine the frame size or a corrupted frame was received.", {plaintext});
    addRow("A connection attempt failed because the connected party did not properly respond\n"
           "after a period of time",
        {u"connect.timeout"_s});
    addRow("No connection could be made because the target machine actively refused it",
        {u"connect.refused"_s});
    addRow("An existing connection was forcibly closed by the remote host.",
        {u"connect.reset"_s, u"tls.version-too-old"_s});
    addRow("The remote certificate is invalid according to the validation procedure.",
        {u"certificate.self-signed"_s, u"certificate.name-mismatch"_s,
            u"certificate.unknown-issuer"_s, u"certificate.expired"_s});
    addRow("The remote certificate is invalid according to the validation procedure: "
           "RemoteCertificateNameMismatch",
        {u"certificate.name-mismatch"_s});
    addRow("The remote name could not be resolved: 'imap.example.org'", {u"dns.no-such-name"_s});
    addRow(
        "5.7.57 The SMTP server requires a secure connection or the client was not authenticated.",
        {u"security.login-before-tls-disabled"_s});
}

void addOpenSsl()
{
    const QString plaintext = u"protocol.plaintext-on-tls-port"_s;
    addRow("error:0A00010B:SSL routines:ssl3_get_record:wrong version number", {plaintext});
    addRow("[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:992)", {plaintext});
    addRow("routines:tls_setup_handshake:no protocols available", {u"tls.version-too-new"_s});
    addRow("error:0A000102:SSL routines::unsupported protocol", {u"tls.version-too-old"_s});
    addRow("error:0A00042E:SSL routines::tlsv1 alert protocol version",
        {u"tls.version-too-new"_s, u"tls.version-too-old"_s});
    addRow("sslv3 alert handshake failure",
        {u"tls.no-common-cipher"_s, u"tls.client-certificate-required"_s});
    addRow("dh key too small", {u"tls.weak-parameters"_s});
    addRow("ca md too weak", {u"tls.weak-signature"_s});
    addRow("ee key too small", {u"tls.weak-key"_s});
    addRow("verify error:num=19:self-signed certificate in certificate chain",
        {u"certificate.unknown-issuer"_s});
    addRow("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate",
        {u"certificate.self-signed"_s});
    addRow("SSL: CERTIFICATE_VERIFY_FAILED",
        {u"certificate.self-signed"_s, u"certificate.unknown-issuer"_s, u"certificate.expired"_s,
            u"certificate.name-mismatch"_s});
    addRow("unable to get local issuer certificate",
        {u"certificate.incomplete-chain"_s, u"certificate.unknown-issuer"_s});
    addRow("DEPTH_ZERO_SELF_SIGNED_CERT: self signed certificate", {u"certificate.self-signed"_s});
    addRow("UNABLE_TO_VERIFY_LEAF_SIGNATURE", {u"certificate.incomplete-chain"_s});
    addRow("certificate has expired", {u"certificate.expired"_s});
    addRow(
        "Hostname mismatch, certificate is not valid for 'x'.", {u"certificate.name-mismatch"_s});
}

void addOthers()
{
    const QString plaintext = u"protocol.plaintext-on-tls-port"_s;
    addRow("javax.net.ssl.SSLHandshakeException: PKIX path building failed: "
           "sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid "
           "certification path to requested target",
        {u"certificate.unknown-issuer"_s, u"certificate.incomplete-chain"_s,
            u"certificate.self-signed"_s});
    addRow("Unrecognized SSL message, plaintext connection?", {plaintext});
    addRow("Received fatal alert: protocol_version",
        {u"tls.version-too-new"_s, u"tls.version-too-old"_s});
    addRow("No appropriate protocol (protocol is disabled or cipher suites are inappropriate)",
        {u"tls.version-too-new"_s, u"tls.no-common-cipher"_s});
    addRow("Certificates do not conform to algorithm constraints",
        {u"tls.weak-signature"_s, u"tls.weak-key"_s});
    addRow("tls: first record does not look like a TLS handshake", {plaintext});
    addRow("x509: certificate signed by unknown authority",
        {u"certificate.unknown-issuer"_s, u"certificate.incomplete-chain"_s});
    addRow("An unexpected TLS packet was received.", {plaintext});
    addRow("The Diffie-Hellman prime sent by the server is not acceptable (not long enough).",
        {u"tls.weak-parameters"_s});
    addRow("SSL_ERROR_UNSUPPORTED_VERSION", {u"tls.version-too-old"_s});
    addRow("SEC_ERROR_UNKNOWN_ISSUER",
        {u"certificate.unknown-issuer"_s, u"certificate.incomplete-chain"_s});
    addRow("connect ECONNREFUSED 192.0.2.7:993", {u"connect.refused"_s});
    addRow("getaddrinfo ENOTFOUND imap.example.org", {u"dns.no-such-name"_s});
    addRow("a1 NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure connections.",
        {u"security.login-before-tls-disabled"_s});
    addRow("454 4.7.0 TLS not available due to local problem", {u"starttls.refused"_s});
    addRow("  Certificate.Self-Signed ", {u"certificate.self-signed"_s});
}

} // namespace

void TestErrorTexts::recognises_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("codes");
    addDotNet();
    addOpenSsl();
    addOthers();
}

void TestErrorTexts::recognises()
{
    QFETCH(QString, text);
    QFETCH(QStringList, codes);
    QStringList found;
    for (const ErrorMeaning &meaning : meaningsOf(text))
        found.append(toString(meaning.problem));
    QCOMPARE(found, codes);
}

void TestErrorTexts::knowsNothingElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n\t"_s;
    QTest::newRow("something else") << u"Segmentation fault"_s;
    QTest::newRow("far behind the end") << QString(20'000, u'x') + u" connection refused"_s;
    QTest::newRow("part of a word") << u"FileNotFoundError: settings.json"_s;
    QTest::newRow("half a code") << u"certificate."_s;
}

void TestErrorTexts::knowsNothingElse()
{
    QFETCH(QString, text);
    QVERIFY(meaningsOf(text).isEmpty());
}

void TestErrorTexts::knowsEveryCode()
{
    for (const Problem problem : allProblems()) {
        const QList<ErrorMeaning> meanings = meaningsOf(toString(problem));
        QCOMPARE(meanings.size(), 1);
        const AdviceText words = Advice::textFor(exampleOf(meanings.constFirst().problem));
        QVERIFY(!words.title.isEmpty() && !words.cause.isEmpty() && !words.remedy.isEmpty());
    }
}

/// No entry is written so that it can never match.
void TestErrorTexts::findsEachOfItsWords()
{
    for (const Problem problem : allProblems()) {
        for (const QString &words : wordsFor(problem)) {
            const QList<ErrorMeaning> meanings = meaningsOf(words);
            const bool isFound = std::any_of(meanings.begin(), meanings.end(),
                [problem](const ErrorMeaning &each) { return each.problem == problem; });
            QVERIFY2(isFound, qPrintable(words));
        }
    }
}

void TestErrorTexts::takesTheServiceFromTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<int>("port");
    const auto row = [](const char *text, Protocol protocol, int port) {
        QTest::newRow(text) << QString::fromLatin1(text) << protocol << port;
    };
    row("smtp.example.org using STARTTLS since it doesn't advertise that feature", Protocol::Smtp,
        587);
    row("connect to mx.example.org[192.0.2.1]:587: Connection refused", Protocol::Smtp, 465);
    row("530 5.7.0 Must issue a STARTTLS command first", Protocol::Smtp, 587);
    row("pop.example.org: Connection refused", Protocol::Pop3, 995);
    row("mail.example.org:110 Connection refused", Protocol::Pop3, 995);
    row("-ERR [SYS/TEMP] too many connections", Protocol::Pop3, 995);
    row("imap.example.org: Connection refused", Protocol::Imap, 993);
    row("Connection refused", Protocol::Imap, 993);
}

void TestErrorTexts::takesTheServiceFromTheText()
{
    QFETCH(QString, text);
    QFETCH(Protocol, protocol);
    QFETCH(int, port);
    const QList<ErrorMeaning> meanings = meaningsOf(text);
    const Problem problem
        = meanings.isEmpty() ? Problem::ConnectRefused : meanings.constFirst().problem;
    const Endpoint endpoint = exampleOf(problem, text).endpoint;
    QVERIFY(endpoint.protocol == protocol);
    QCOMPARE(int(endpoint.port), port);
}

/// Nobody here knows what the other program sent, or which names a certificate had.
void TestErrorTexts::claimsNothingOfAnotherProgram()
{
    for (const Problem problem : allProblems()) {
        const AdviceText words = Advice::textFor(exampleOf(problem));
        const QString all = words.title + words.cause + words.remedy;
        QVERIFY2(!all.contains(u"not sent"_s) && !all.contains(u"was closed"_s), qPrintable(all));
        QVERIFY2(!all.contains(u"other.example"_s), qPrintable(all));
    }
}

void TestErrorTexts::knowsWhatARefusalSays()
{
    const QString listed = u"554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org"_s;
    QVERIFY(meaningsOf(listed).value(0).problem == Problem::ProtocolRejected);
    QVERIFY(rejectionOf(Problem::ProtocolRejected, listed).isBlockListed);
    QVERIFY(
        rejectionOf(Problem::ProtocolRejected, u"421 4.7.0 Too many connections"_s).isTemporary);
    QVERIFY(!rejectionOf(Problem::ConnectRefused, listed).isBlockListed);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestErrorTexts)

#include "tst_errortexts.moc"
