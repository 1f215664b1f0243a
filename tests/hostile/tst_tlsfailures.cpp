// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Servers with which TLS does not come about, and whether postern-cli names the reason. Behind each
// row stands `openssl s_server` or `gnutls-serv`, except where no program can be made to fail in
// that way any more: those are scripted.

#include "certificate/certificate.h"
#include "support/names.h"
#include "support/ocspresponse.h"
#include "support/patience.h"
#include "support/scriptserver.h"
#include "support/serverprocess.h"
#include "support/testcertificates.h"
#include "support/tlsserver.h"
#include "trust/truststore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestTlsFailures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesTheReason_data();
    void namesTheReason();
    void namesAllThatIsWrongWithACertificate_data();
    void namesAllThatIsWrongWithACertificate();
    void noticesAnotherCertificate();
    void tellsARevokedCertificate_data();
    void tellsARevokedCertificate();
    void namesWhatAnswersInstead_data();
    void namesWhatAnswersInstead();
    void namesSsl3();
    void tellsThatSecrecyIsMissing();
    void speaksOldTlsWhereAllowed();
    void asksForVersions();
    void looksTwiceOnlyWhereItFailed();

private:
    QString m_dhParameters;
    QTemporaryDir m_folder;
};

namespace {

/// Runs the event loop too: scripted servers live in it.
QJsonObject inspect(quint16 port, const QStringList &arguments)
{
    QProcess process;
    process.setProgram(QStringLiteral(POSTERN_CLI));
    process.setArguments(QStringList{u"inspect"_s, u"127.0.0.1:%1"_s.arg(port), u"--format"_s,
                             u"json"_s, u"--trust-store"_s, u"/nonexistent/trust.json"_s}
        + arguments);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start();
    if (process.state() == QProcess::NotRunning || !finished.wait(patienceMs))
        return {};
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

QJsonObject firstAttempt(const QJsonObject &document)
{
    return document["attempts"_L1].toArray().at(0).toObject();
}

QJsonObject firstDiagnosis(const QJsonObject &document)
{
    return firstAttempt(document)["diagnoses"_L1].toArray().at(0).toObject();
}

QStringList codesOf(const QJsonObject &attempt)
{
    QStringList codes;
    const QJsonArray diagnoses = attempt["diagnoses"_L1].toArray();
    for (const QJsonValue &each : diagnoses)
        codes.append(each["code"_L1].toString());
    return codes;
}

QString text(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

CertificateSpec certificateHere()
{
    CertificateSpec spec;
    spec.commonName = u"127.0.0.1"_s;
    spec.ipNames = {QHostAddress(QHostAddress::LocalHost)};
    spec.key = TestKey::Rsa;
    return spec;
}

CertificateSpec withDigest(const QByteArray &digest)
{
    CertificateSpec spec = certificateHere();
    spec.digest = digest;
    return spec;
}

CertificateSpec withBits(int bits)
{
    CertificateSpec spec = certificateHere();
    spec.rsaBits = bits;
    return spec;
}

/// RFC 2409, 6.2: a group of 1024 bits, as a DHParameter (PKCS #3).
QByteArray smallGroup()
{
    return QByteArray::fromHex("30818702818100"
                               "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd1"
                               "29024e088a67cc74020bbea63b139b22514a08798e3404dd"
                               "ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245"
                               "e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
                               "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381"
                               "ffffffffffffffff"
                               "020102");
}

/// The words of `-cipher` and the like that let a server do what nobody should.
const QString anything = u"ALL:@SECLEVEL=0"_s;

} // namespace

void TestTlsFailures::initTestCase()
{
    if (ServerProcess::findProgram(u"gnutls-serv"_s).isEmpty()
        || ServerProcess::findProgram(u"openssl"_s).isEmpty()) {
        if (qEnvironmentVariable("CI") == "true"_L1)
            QFAIL("openssl and gnutls-serv are needed");
        QSKIP("openssl and gnutls-serv are needed");
    }
    m_dhParameters = m_folder.filePath(u"dh.pem"_s);
    QFile file(m_dhParameters);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN DH PARAMETERS-----\n" + smallGroup().toBase64()
        + "\n-----END DH PARAMETERS-----\n");
}

void TestTlsFailures::namesTheReason_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<CertificateSpec>("spec");
    QTest::addColumn<QStringList>("server");
    QTest::addColumn<QStringList>("client");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("evidence");
    const auto openssl = [](const char *name, const QStringList &server, const QString &code,
                             const QString &evidence, const QStringList &client = {},
                             const CertificateSpec &spec = certificateHere()) {
        QTest::newRow(name) << u"openssl"_s << spec << server << client << code << evidence;
    };
    openssl("TLS 1.0 only", {u"-tls1"_s, u"-cipher"_s, anything}, u"tls.version-too-old"_s,
        u"accepts TLSv1.0; refuses"_s);
    openssl("TLS 1.1 only", {u"-tls1_1"_s, u"-cipher"_s, anything}, u"tls.version-too-old"_s,
        u"accepts TLSv1.1; refuses"_s);
    openssl("TLS 1.3 only, where 1.2 is the limit", {u"-tls1_3"_s}, u"tls.version-too-new"_s,
        u"accepts TLSv1.3"_s, {u"--newest-tls"_s, u"1.2"_s});
    openssl("a small Diffie-Hellman group",
        {u"-tls1_2"_s, u"-cipher"_s, u"DHE-RSA-AES128-SHA:@SECLEVEL=0"_s, u"-dhparam"_s,
            m_dhParameters},
        u"tls.weak-parameters"_s, u"1024 bits"_s);
    openssl("a certificate of the client, TLS 1.2", {u"-tls1_2"_s, u"-Verify"_s, u"1"_s},
        u"tls.client-certificate-required"_s, u"asks for a certificate of the client"_s);
    openssl("a certificate of the client, TLS 1.3", {u"-tls1_3"_s, u"-Verify"_s, u"1"_s},
        u"tls.client-certificate-required"_s, u"116"_s);
    openssl("signed with MD5", {u"-cipher"_s, anything}, u"tls.weak-signature"_s, u"md5"_s, {},
        withDigest("MD5"));
    openssl("signed with SHA-1", {u"-cipher"_s, anything}, u"tls.weak-signature"_s, u"sha1"_s, {},
        withDigest("SHA1"));
    openssl("RSA with 1024 bits", {u"-cipher"_s, anything}, u"tls.weak-key"_s, u"1024 bits"_s, {},
        withBits(1024));
    QTest::newRow("3DES only") << u"gnutls-serv"_s << certificateHere()
                               << QStringList{u"--priority"_s,
                                      u"NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+3DES-CBC:+RSA:"
                                      "+SHA1"_s}
                               << QStringList() << u"tls.no-common-cipher"_s << u"3DES"_s;
}

void TestTlsFailures::namesTheReason()
{
    QFETCH(QString, program);
    QFETCH(CertificateSpec, spec);
    QFETCH(QStringList, server);
    QFETCH(QStringList, client);
    QFETCH(QString, code);
    QFETCH(QString, evidence);
    TlsServer tls(program, {selfSigned(spec)}, server);
    QVERIFY2(tls.isReady(), qPrintable(tls.log()));
    const QJsonObject document = inspect(
        tls.port(), QStringList{u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s} + client);
    const QJsonArray diagnoses = firstAttempt(document)["diagnoses"_L1].toArray();
    const auto found = std::find_if(diagnoses.begin(), diagnoses.end(),
        [&code](const QJsonValue &each) { return each.toObject()["code"_L1].toString() == code; });
    QVERIFY2(found != diagnoses.end(), qPrintable(text(firstAttempt(document))));
    const QJsonObject diagnosis = found->toObject();
    QCOMPARE(diagnosis["stage"_L1].toString(), u"handshake"_s);
    QVERIFY2(diagnosis["evidence"_L1].toString().contains(evidence, Qt::CaseInsensitive),
        qPrintable(diagnosis["evidence"_L1].toString()));
    const int connections
        = firstAttempt(document)["secondLook"_L1].toObject()["connections"_L1].toInt();
    const bool isLookedInto = code.startsWith("tls."_L1) && !code.startsWith("tls.weak-s"_L1)
        && code != "tls.weak-key"_L1;
    QVERIFY(isLookedInto ? connections >= 1 && connections <= 8 : connections == 0);
}

void TestTlsFailures::namesAllThatIsWrongWithACertificate_data()
{
    QTest::addColumn<QList<IssuedCertificate>>("chain");
    QTest::addColumn<QByteArray>("root"); // trusted; empty: none
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QString>("evidence");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    CertificateSpec rootSpec = certificateHere();
    rootSpec.commonName = u"Test Root"_s;
    rootSpec.isCa = true;
    rootSpec.ipNames.clear();
    const IssuedCertificate root = selfSigned(rootSpec);
    CertificateSpec middleSpec = rootSpec;
    middleSpec.commonName = u"Test Intermediate"_s;
    const IssuedCertificate middle = issue(middleSpec, root);
    const auto leafFrom = [](const IssuedCertificate &issuer, auto change) {
        CertificateSpec spec = certificateHere();
        change(spec);
        return issue(spec, issuer);
    };
    const auto asItIs = [](CertificateSpec &) {};
    const auto row
        = [](const char *name, const QList<IssuedCertificate> &chain, const QByteArray &trusted,
              const QStringList &codes, const QString &evidence) {
              QTest::newRow(name) << chain << trusted << codes << evidence;
          };
    CertificateSpec everything = certificateHere();
    everything.ipNames.clear();
    everything.dnsNames = QStringList{u"other.example.org"_s};
    everything.notBefore = now.addDays(-20);
    everything.notAfter = now.addDays(-10);
    row("expired, another name and self-signed", {selfSigned(everything)}, {},
        {u"certificate.self-signed"_s, u"certificate.expired"_s, u"certificate.name-mismatch"_s},
        u"other.example.org"_s);
    row("an authority that nobody knows", {leafFrom(middle, asItIs), middle, root}, {},
        {u"certificate.unknown-issuer"_s}, u"Test Root"_s);
    row("an intermediate that was not sent",
        {leafFrom(middle,
            [](CertificateSpec &spec) { spec.caIssuersUrl = u"http://ca.example.org/i.der"_s; })},
        root.certificatePem, {u"certificate.incomplete-chain"_s}, u"Test Intermediate"_s);
    row("expired",
        {leafFrom(root, [&now](CertificateSpec &spec) { spec.notAfter = now.addSecs(-3600); })},
        root.certificatePem, {u"certificate.expired"_s}, u"notAfter"_s);
    row("not valid yet",
        {leafFrom(root, [&now](CertificateSpec &spec) { spec.notBefore = now.addDays(2); })},
        root.certificatePem, {u"certificate.not-yet-valid"_s}, u"notBefore"_s);
    CertificateSpec oldSpec = middleSpec;
    oldSpec.notAfter = now.addSecs(-3600);
    const IssuedCertificate old = issue(oldSpec, root);
    row("an intermediate that has expired", {leafFrom(old, asItIs), old}, root.certificatePem,
        {u"certificate.expired"_s}, u"Test Intermediate"_s);
    CertificateSpec narrowSpec = middleSpec;
    narrowSpec.nameConstraintsPermitted = QStringList{u"example.net"_s};
    const IssuedCertificate narrow = issue(narrowSpec, root);
    row("a name that its authority may not vouch for",
        {leafFrom(narrow,
             [](CertificateSpec &spec) { spec.dnsNames = QStringList{u"mail.example.org"_s}; }),
            narrow},
        root.certificatePem, {u"certificate.invalid"_s}, u"permitted subtree"_s);
    row("soon to expire",
        {leafFrom(root,
            [&now](CertificateSpec &spec) {
                spec.notBefore = now.addDays(-80);
                spec.notAfter = now.addDays(5);
            })},
        root.certificatePem, {u"certificate.expires-soon"_s}, u"notAfter"_s);
    row("in the wrong order", {leafFrom(middle, asItIs), root, middle}, root.certificatePem,
        {u"certificate.wrong-order"_s}, u"Test Intermediate"_s);
    CertificateSpec strangerSpec = rootSpec;
    strangerSpec.commonName = u"Stranger"_s;
    row("with a stranger behind", {leafFrom(root, asItIs), selfSigned(strangerSpec)},
        root.certificatePem, {u"certificate.superfluous"_s}, u"Stranger"_s);
    CertificateSpec shieldSpec = rootSpec;
    shieldSpec.commonName = u"Avast Web/Mail Shield Root"_s;
    const IssuedCertificate shield = selfSigned(shieldSpec);
    row("from an antivirus that is trusted here", {leafFrom(shield, asItIs)}, shield.certificatePem,
        {u"certificate.intercepted"_s}, u"Avast"_s);
    row("not for servers",
        {leafFrom(root,
            [](CertificateSpec &spec) { spec.extendedKeyUsage = QStringList{u"clientAuth"_s}; })},
        root.certificatePem, {u"certificate.not-for-servers"_s}, u"127.0.0.1"_s);
}

void TestTlsFailures::namesAllThatIsWrongWithACertificate()
{
    QFETCH(QList<IssuedCertificate>, chain);
    QFETCH(QByteArray, root);
    QFETCH(QStringList, codes);
    QFETCH(QString, evidence);
    TlsServer tls(u"openssl"_s, chain, {});
    QVERIFY2(tls.isReady(), qPrintable(tls.log()));
    QStringList client{
        u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s, u"--timeout"_s, u"2"_s};
    if (!root.isEmpty()) {
        QFile file(m_folder.filePath(u"root.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(root) == root.size());
        client += {u"--ca"_s, file.fileName()};
    }
    QStringList found;
    QStringList said;
    // The server shakes hands and then has nothing to say; that is another matter.
    const QJsonArray diagnoses
        = firstAttempt(inspect(tls.port(), client))["diagnoses"_L1].toArray();
    for (const QJsonValue &each : diagnoses) {
        const QJsonObject diagnosis = each.toObject();
        if (diagnosis["stage"_L1].toString() == "handshake"_L1) {
            found.append(diagnosis["code"_L1].toString());
            said.append(diagnosis["evidence"_L1].toString());
        }
    }
    QVERIFY2(found == codes, qPrintable(found.join(u' ') + said.join(u';')));
    QVERIFY2(said.join(u' ').contains(evidence), qPrintable(said.join(u' ')));
}

/// What was accepted here earlier is another certificate.
void TestTlsFailures::noticesAnotherCertificate()
{
    const IssuedCertificate earlier = selfSigned(certificateHere());
    TlsServer tls(u"openssl"_s, {selfSigned(certificateHere())}, {});
    QVERIFY2(tls.isReady(), qPrintable(tls.log()));
    const QString store = m_folder.filePath(u"trust.json"_s);
    TrustException exception;
    exception.host = hostName(u"127.0.0.1"_s);
    exception.port = tls.port();
    const Certificate certificate(QSslCertificate(earlier.certificatePem));
    exception.sha256 = certificate.sha256();
    exception.spkiSha256 = certificate.facts().spkiSha256;
    exception.findings = {Finding::Kind::SelfSigned};
    exception.acceptedAt = QDateTime::currentDateTimeUtc();
    exception.duration = TrustException::Duration::UntilWithdrawn;
    exception.certificatePem = earlier.certificatePem;
    QVERIFY(TrustStore(store).add({exception}));
    const QJsonObject document = inspect(tls.port(),
        {u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s, u"--timeout"_s, u"2"_s,
            u"--trust-store"_s, store});
    QCOMPARE(codesOf(firstAttempt(document)).value(0), "certificate.changed"_L1);
    const QString evidence = firstDiagnosis(document)["evidence"_L1].toString();
    QCOMPARE(
        evidence, u"accepted earlier: SHA-256 %1"_s.arg(fingerprintForPeople(exception.sha256)));
}

void TestTlsFailures::tellsARevokedCertificate_data()
{
    QTest::addColumn<OcspAnswer>("answer");
    QTest::addColumn<QStringList>("server");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("isForged"); // by a namesake of the issuer, which is sent along
    const QDateTime now = QDateTime::currentDateTimeUtc();
    using Said = OcspAnswer::Status;
    const OcspAnswer revoked{Said::Revoked, now.addSecs(-3600), now.addDays(2), "SHA1"};
    const QStringList tls12{u"-tls1_2"_s};
    const QStringList tls13{u"-tls1_3"_s};
    QTest::newRow("revoked, TLS 1.2") << revoked << tls12 << u"revoked"_s << false;
    QTest::newRow("revoked, TLS 1.3") << revoked << tls13 << u"revoked"_s << false;
    QTest::newRow("good, TLS 1.2") << OcspAnswer() << tls12 << u"good"_s << false;
    QTest::newRow("good, TLS 1.3") << OcspAnswer() << tls13 << u"good"_s << false;
    QTest::newRow("good, says somebody else, TLS 1.2")
        << OcspAnswer() << tls12 << u"unusable"_s << true;
    QTest::newRow("good, says somebody else, TLS 1.3")
        << OcspAnswer() << tls13 << u"unusable"_s << true;
    QTest::newRow("of yesterday") << OcspAnswer{Said::Good, now.addDays(-3), now.addDays(-1),
        "SHA1"} << tls13 << u"unusable"_s
                                  << false;
}

/// What the issuer says through the server; the certificate is flawless otherwise.
void TestTlsFailures::tellsARevokedCertificate()
{
    QFETCH(OcspAnswer, answer);
    QFETCH(QStringList, server);
    QFETCH(QString, status);
    QFETCH(bool, isForged);
    CertificateSpec rootSpec = certificateHere();
    rootSpec.isCa = true;
    rootSpec.commonName = u"Test Root"_s;
    const IssuedCertificate root = selfSigned(rootSpec);
    CertificateSpec leafSpec = certificateHere();
    leafSpec.withoutKeyIds = true;
    const IssuedCertificate leaf = issue(leafSpec, root);
    QFile staple(m_folder.filePath(u"staple.der"_s));
    QVERIFY(staple.open(QIODevice::WriteOnly));
    const IssuedCertificate namesake = selfSigned(rootSpec);
    const IssuedCertificate &signer = isForged ? namesake : root;
    staple.write(ocspResponse(leaf, signer, signer, answer));
    staple.close();
    QFile file(m_folder.filePath(u"root.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(root.certificatePem);
    file.close();
    // The root is not sent: it has to be found to judge the response.
    TlsServer tls(u"openssl"_s, isForged ? QList{leaf, namesake} : QList{leaf},
        server + QStringList{u"-status_file"_s, staple.fileName()});
    QVERIFY2(tls.isReady(), qPrintable(tls.log()));
    const QJsonObject attempt = firstAttempt(inspect(tls.port(),
        {u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s, u"--timeout"_s, u"2"_s, u"--ca"_s,
            file.fileName()}));
    const QJsonObject handshake = attempt["tls"_L1].toObject();
    QCOMPARE(handshake["ocsp"_L1].toObject()["status"_L1].toString(), status);
    const QStringList codes = codesOf(attempt);
    QVERIFY2(!codes.contains("tls.handshake-failed"_L1), qPrintable(text(attempt)));
    const bool isRevoked = status == "revoked"_L1;
    QCOMPARE(handshake["verified"_L1], QJsonValue(!isRevoked));
    QCOMPARE(codes.contains("certificate.revoked"_L1), isRevoked);
}

void TestTlsFailures::namesWhatAnswersInstead_data()
{
    QTest::addColumn<ServerScript>("script");
    QTest::addColumn<QStringList>("client");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("evidence");
    const auto row = [](const char *name, const ServerScript &script, const char *service,
                         const QString &security, const QString &code, const QString &evidence) {
        QTest::newRow(name) << script
                            << QStringList{u"--service"_s, QString::fromLatin1(service),
                                   u"--security"_s, security}
                            << code << evidence;
    };
    const QString tls = u"tls"_s;
    const QString plaintext = u"protocol.plaintext-on-tls-port"_s;
    const QString wrong = u"protocol.wrong-service"_s;
    row("IMAP in plaintext on its TLS port", {Say{"* OK IMAP4rev1 ready\r\n"}}, "imap", tls,
        plaintext, u"* OK IMAP4rev1 ready"_s);
    row("POP3 in plaintext on its TLS port", {Say{"+OK ready\r\n"}}, "pop3", tls, plaintext,
        u"+OK ready"_s);
    row("SMTP in plaintext on its TLS port", {Say{"220 mail ESMTP\r\n"}}, "smtp", tls, plaintext,
        u"220 mail ESMTP"_s);
    row("a web server on a TLS port", {AwaitBytes{}, Say{"HTTP/1.1 400 Bad Request\r\n\r\n"}},
        "smtp", tls, wrong, u"HTTP/1.1 400"_s);
    row("SSH on a TLS port", {Say{"SSH-2.0-OpenSSH_9.2\r\n"}}, "imap", tls, wrong,
        u"SSH-2.0-OpenSSH"_s);
    row("POP3 on the IMAP port", {Say{"+OK ready\r\n"}}, "imap", u"starttls"_s, wrong,
        u"+OK ready"_s);
    row("SSH on a mail port", {Say{"SSH-2.0-OpenSSH_9.2\r\n"}}, "smtp", u"starttls"_s, wrong,
        u"SSH-2.0-OpenSSH"_s);
}

void TestTlsFailures::namesWhatAnswersInstead()
{
    QFETCH(ServerScript, script);
    QFETCH(QStringList, client);
    QFETCH(QString, code);
    QFETCH(QString, evidence);
    ScriptServer server(script);
    const QJsonObject document = inspect(server.serverPort(), client);
    const QJsonObject diagnosis = firstDiagnosis(document);
    QVERIFY2(diagnosis["code"_L1].toString() == code, qPrintable(text(firstAttempt(document))));
    QVERIFY2(diagnosis["evidence"_L1].toString().contains(evidence),
        qPrintable(diagnosis["evidence"_L1].toString()));
    QVERIFY(server.records().size() <= 2);
}

/// Nothing in Debian speaks SSL 3.0 any more: a canned ServerHello.
void TestTlsFailures::namesSsl3()
{
    const QByteArray refusal = QByteArray::fromHex("15030000020246");
    const QByteArray hello = QByteArray::fromHex("160300002a020000260300") + QByteArray(32, 'r')
        + QByteArray::fromHex("00000a00");
    const ServerScript refuse{AwaitBytes{}, Say{refusal}};
    ScriptServer server(refuse);
    server.setScripts({refuse, refuse, refuse, refuse, refuse, {AwaitBytes{}, Say{hello}}});
    const QJsonObject document
        = inspect(server.serverPort(), {u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s});
    const QJsonObject diagnosis = firstDiagnosis(document);
    QCOMPARE(diagnosis["code"_L1].toString(), u"tls.version-too-old"_s);
    QVERIFY2(diagnosis["evidence"_L1].toString().startsWith("accepts SSLv3; refuses TLSv1.0"_L1),
        qPrintable(diagnosis["evidence"_L1].toString()));
}

/// A server without ephemeral keys works, and nobody claims that it keeps the past secret.
void TestTlsFailures::tellsThatSecrecyIsMissing()
{
    TlsServer tls(u"openssl"_s, {selfSigned(certificateHere())},
        {u"-tls1_2"_s, u"-cipher"_s, u"AES128-GCM-SHA256"_s});
    QVERIFY2(tls.isReady(), qPrintable(tls.log()));
    const QJsonObject handshake = firstAttempt(inspect(tls.port(),
        {u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s, u"--timeout"_s, u"2"_s}))["tls"_L1]
                                      .toObject();
    QCOMPARE(handshake["cipher"_L1].toString(), u"AES128-GCM-SHA256"_s);
    QCOMPARE(handshake["forwardSecrecy"_L1], QJsonValue(false));
}

/// What the user allows is spoken, but never passed off as something good.
void TestTlsFailures::speaksOldTlsWhereAllowed()
{
    const TestIdentity identity(u"127.0.0.1"_s);
    ScriptServer server({SpeakTls{}, Say{"* OK IMAP4rev1 ready\r\n"}, Await{"<tag> CAPABILITY"},
                            Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n<tag> OK done\r\n"}},
        identity.serverTls(TlsVersions::Tls10));
    const QJsonObject document = inspect(server.serverPort(),
        {u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s, u"--allow-legacy-tls"_s});
    const QJsonObject attempt = firstAttempt(document);
    QCOMPARE(attempt["tls"_L1].toObject()["version"_L1].toString(), u"TLSv1.0"_s);
    QVERIFY(attempt["outcome"_L1].toString() != "failed"_L1);
    bool isWarned = false;
    const QJsonArray diagnoses = attempt["diagnoses"_L1].toArray();
    for (const QJsonValue &each : diagnoses) {
        const QJsonObject diagnosis = each.toObject();
        isWarned |= diagnosis["code"_L1].toString() == "tls.version-too-old"_L1
            && diagnosis["severity"_L1].toString() == "warning"_L1;
    }
    QVERIFY2(isWarned, qPrintable(text(attempt)));
}

void TestTlsFailures::asksForVersions()
{
    const TestIdentity identity(u"127.0.0.1"_s);
    ScriptServer server({SpeakTls{}, Say{"* OK IMAP4rev1 ready\r\n"}, Await{"<tag> CAPABILITY"},
                            Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n<tag> OK done\r\n"}},
        identity.serverTls());
    const QJsonObject document = inspect(server.serverPort(),
        {u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s, u"--versions"_s});
    const QJsonObject versions
        = firstAttempt(document)["tls"_L1].toObject()["versionsAccepted"_L1].toObject();
    QCOMPARE(versions["TLSv1.3"_L1], QJsonValue(true));
    QCOMPARE(versions["TLSv1.2"_L1], QJsonValue(true));
    QCOMPARE(versions["TLSv1.1"_L1], QJsonValue(false));
    QCOMPARE(versions["TLSv1.0"_L1], QJsonValue(false));
    QCOMPARE(versions["SSLv3"_L1], QJsonValue(false));
}

void TestTlsFailures::looksTwiceOnlyWhereItFailed()
{
    const TestIdentity identity(u"127.0.0.1"_s);
    ScriptServer server({SpeakTls{}, Say{"* OK IMAP4rev1 ready\r\n"}, Await{"<tag> CAPABILITY"},
                            Say{"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n<tag> OK done\r\n"}},
        identity.serverTls());
    const QJsonObject document
        = inspect(server.serverPort(), {u"--service"_s, u"imap"_s, u"--security"_s, u"tls"_s});
    QCOMPARE(firstAttempt(document)["outcome"_L1].toString(), u"certificate"_s);
    QCOMPARE(server.records().size(), 1);
}

} // namespace postern

Q_DECLARE_METATYPE(postern::CertificateSpec)
Q_DECLARE_METATYPE(postern::ServerScript)
Q_DECLARE_METATYPE(postern::IssuedCertificate)
Q_DECLARE_METATYPE(postern::OcspAnswer)

QTEST_GUILESS_MAIN(postern::TestTlsFailures)

#include "tst_tlsfailures.moc"
