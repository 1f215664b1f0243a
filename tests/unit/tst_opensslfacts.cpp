// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether what is told of a certificate is what `openssl x509` reads in it, field by field.

#include "base/inerttext.h"
#include "certificate/certificateverifier.h"
#include "document/certificatejson.h"
#include "support/ocspresponse.h"
#include "support/serverprocess.h"
#include "support/testcertificates.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/objects.h>

using namespace Qt::StringLiterals;

namespace postern {

using Kind = Finding::Kind;

class TestOpenSslFacts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsAsOpenSslDoes_data();
    void readsAsOpenSslDoes();
    void verifiesAsOpenSslDoes_data();
    void verifiesAsOpenSslDoes();
    void readsRevocationAsOpenSslDoes_data();
    void readsRevocationAsOpenSslDoes();

private:
    QString openssl(const QStringList &arguments, const QByteArray &input = {}) const;
    QString save(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

namespace {

CertificateSpec named(const QStringList &names, const QString &commonName = u"mail.example.org"_s)
{
    CertificateSpec spec;
    spec.commonName = commonName;
    spec.dnsNames = names;
    return spec;
}

template <typename Change>
CertificateSpec with(Change change)
{
    CertificateSpec spec = named({u"mail.example.org"_s});
    change(spec);
    return spec;
}

QStringList texts(const QJsonValue &array)
{
    QStringList all;
    for (const auto &text : array.toArray())
        all.append(text.toString());
    return all;
}

/// The value behind a label of `openssl x509`, up to the end of the line.
QString line(const QString &output, const QString &label)
{
    const QRegularExpression pattern(
        u"^[ \\t]*%1[ \\t]*(.*?)[ \\t]*$"_s.arg(label), QRegularExpression::MultilineOption);
    return pattern.match(output).captured(1);
}

/// What follows a title of `-text` on the next line.
QString below(const QString &output, const QString &title)
{
    const QRegularExpression pattern(
        u"^\\s*%1:.*\\n\\s*(.*?)\\s*$"_s.arg(title), QRegularExpression::MultilineOption);
    return pattern.match(output).captured(1);
}

QStringList allAfter(const QString &output, const QString &label)
{
    QStringList all;
    const QRegularExpression pattern(label + u"(\\S+?)(,|\\s|$)"_s);
    auto matches = pattern.globalMatch(output);
    while (matches.hasNext())
        all.append(matches.next().captured(1));
    return all;
}

QString isoDate(const QString &ofOpenSsl)
{
    return QString(ofOpenSsl).replace(u' ', u'T');
}

QString hexOf(QString withColons)
{
    return withColons.remove(u':').toLower();
}

/// RFC 5280's words for those of OpenSSL.
QStringList keyUsageOf(const QString &ofOpenSsl)
{
    const QMap<QString, QString> words{{u"Digital Signature"_s, u"digitalSignature"_s},
        {u"Non Repudiation"_s, u"nonRepudiation"_s}, {u"Key Encipherment"_s, u"keyEncipherment"_s},
        {u"Certificate Sign"_s, u"keyCertSign"_s}, {u"CRL Sign"_s, u"cRLSign"_s}};
    QStringList usage;
    for (const QString &word : ofOpenSsl.split(u", "_s, Qt::SkipEmptyParts))
        usage.append(words.value(word, word));
    return usage;
}

QStringList purposesOf(const QString &ofOpenSsl)
{
    const QMap<QString, QString> words{{u"TLS Web Server Authentication"_s, u"serverAuth"_s},
        {u"TLS Web Client Authentication"_s, u"clientAuth"_s},
        {u"OCSP Signing"_s, u"OCSPSigning"_s}, {u"E-mail Protection"_s, u"emailProtection"_s}};
    QStringList purposes;
    for (const QString &word : ofOpenSsl.split(u", "_s, Qt::SkipEmptyParts))
        purposes.append(words.value(word, word));
    return purposes;
}

} // namespace

void TestOpenSslFacts::initTestCase()
{
    if (!ServerProcess::findProgram(u"openssl"_s).isEmpty())
        return;
    if (qEnvironmentVariable("CI") == "true"_L1)
        QFAIL("openssl is needed");
    QSKIP("openssl is needed");
}

QString TestOpenSslFacts::openssl(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(ServerProcess::findProgram(u"openssl"_s), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

QString TestOpenSslFacts::save(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? file.fileName() : QString();
}

void TestOpenSslFacts::readsAsOpenSslDoes_data()
{
    QTest::addColumn<QByteArray>("pem");
    const auto row = [](const char *name, const CertificateSpec &spec) {
        QTest::newRow(name) << selfSigned(spec).certificatePem;
    };
    CertificateSpec ca = with([](auto &s) { s.isCa = true; });
    row("EC", with([](auto &) {}));
    row("RSA 2048", with([](auto &s) { s.key = TestKey::Rsa; }));
    row("RSA 1024", with([](auto &s) {
        s.key = TestKey::Rsa;
        s.rsaBits = 1024;
    }));
    row("RSA 3072", with([](auto &s) {
        s.key = TestKey::Rsa;
        s.rsaBits = 3072;
    }));
    row("Ed25519", with([](auto &s) { s.key = TestKey::Ed25519; }));
    row("SHA-1", with([](auto &s) { s.digest = "SHA1"; }));
    row("SHA-384", with([](auto &s) { s.digest = "SHA384"; }));
    row("SHA-512 with RSA", with([](auto &s) {
        s.key = TestKey::Rsa;
        s.digest = "SHA512";
    }));
    row("MD5 with RSA", with([](auto &s) {
        s.key = TestKey::Rsa;
        s.digest = "MD5";
    }));
    row("a wildcard", named({u"*.example.org"_s, u"example.org"_s}));
    row("addresses", with([](auto &s) {
        s.ipNames = {QHostAddress(u"192.0.2.7"_s), QHostAddress(u"2001:db8::7"_s)};
    }));
    row("an A-label", named({u"xn--bcher-kva.example"_s}));
    QStringList many;
    for (int i = 0; i < 100; ++i)
        many.append(u"n%1.example.org"_s.arg(i));
    row("a hundred names", named(many));
    row("no common name", named({u"mail.example.org"_s}, {}));
    row("no names at all", with([](auto &s) { s.withoutSubjectAltName = true; }));
    row("a subject in other letters", named({}, u"Bücher & Co, \"Köln\" + 'x' <y>; z\\"_s));
    row("a subject from right to left", named({}, u"Mail \u202eelpmaxe.live\u202c \u200bserver"_s));
    row("a subject with control characters", named({}, u"Mail\a\x1b[31m server"_s));
    row("a subject with NUL", named({}, u"mail.example.org"_s + QChar(0) + u".evil.example"_s));
    row("a name with NUL",
        with([](auto &s) { s.rawDnsName = QByteArray("mail.example.org\0.evil.example", 30); }));
    row("an authority", ca);
    row("an authority with a limit", with([](auto &s) {
        s.isCa = true;
        s.pathLength = 0;
    }));
    row("for clients", with([](auto &s) { s.extendedKeyUsage = {u"clientAuth"_s}; }));
    row("for two purposes", with([](auto &s) {
        s.extendedKeyUsage = {u"serverAuth"_s, u"clientAuth"_s};
    }));
    row("for any purpose", with([](auto &s) { s.extendedKeyUsage.clear(); }));
    row("with its issuer's place",
        with([](auto &s) { s.caIssuersUrl = u"http://ca.example.org/i.der"_s; }));
    row("with places and policies", with([](auto &s) {
        s.moreExtensions = {{NID_crl_distribution_points, u"URI:http://ca.example.org/c.crl"_s},
            {NID_certificate_policies, u"2.23.140.1.2.1,1.3.6.1.4.1.44947.1.1.1"_s}};
    }));
    row("with an OCSP responder", with([](auto &s) {
        s.moreExtensions = {{NID_info_access,
            u"OCSP;URI:http://ocsp.example.org,caIssuers;URI:http://ca.example.org/i"_s}};
    }));
    row("that wants a staple", with([](auto &s) {
        s.moreExtensions = {{NID_tlsfeature, u"status_request"_s}};
    }));
    row("expired", with([](auto &s) { s.notAfter = QDateTime::currentDateTimeUtc().addDays(-1); }));
    row("of another century", with([](auto &s) {
        s.notBefore = QDateTime(QDate(1999, 12, 31), QTime(23, 59, 59), Qt::UTC);
        s.notAfter = QDateTime(QDate(2061, 1, 1), QTime(0, 0), Qt::UTC);
    }));
    QTest::newRow("of an issuer")
        << issue(named({u"mail.example.org"_s}), selfSigned(ca)).certificatePem;
}

void TestOpenSslFacts::readsAsOpenSslDoes()
{
    QFETCH(QByteArray, pem);
    const QJsonObject facts = certificateToJson(QSslCertificate(pem));
    const QString plain = openssl({u"x509"_s, u"-noout"_s, u"-serial"_s, u"-dates"_s, u"-dateopt"_s,
                                      u"iso_8601"_s, u"-fingerprint"_s, u"-sha256"_s, u"-subject"_s,
                                      u"-issuer"_s, u"-nameopt"_s, u"oneline,-space_eq,-esc_msb"_s},
        pem);
    // The same, but inert.
    QCOMPARE(facts["subject"_L1].toString(), inertText(line(plain, u"subject="_s)));
    QCOMPARE(facts["issuer"_L1].toString(), inertText(line(plain, u"issuer="_s)));
    QCOMPARE(hexOf(facts["serialNumber"_L1].toString()), line(plain, u"serial="_s).toLower());
    QCOMPARE(facts["notBefore"_L1].toString(), isoDate(line(plain, u"notBefore="_s)));
    QCOMPARE(facts["notAfter"_L1].toString(), isoDate(line(plain, u"notAfter="_s)));
    QCOMPARE(facts["sha256"_L1].toString(), hexOf(line(plain, u"sha256 Fingerprint="_s)));
    const QString sha1 = openssl({u"x509"_s, u"-noout"_s, u"-fingerprint"_s, u"-sha1"_s}, pem);
    QCOMPARE(facts["sha1"_L1].toString(), hexOf(line(sha1, u"sha1 Fingerprint="_s)));

    const QString text = openssl({u"x509"_s, u"-noout"_s, u"-text"_s}, pem);
    QCOMPARE(facts["version"_L1].toInt(), line(text, u"Version:"_s).section(u' ', 0, 0).toInt());
    QCOMPARE(facts["signatureAlgorithm"_L1].toString(), line(text, u"Signature Algorithm:"_s));
    const QJsonObject key = facts["publicKey"_L1].toObject();
    if (key["algorithm"_L1].toString() != "Ed25519"_L1)
        QCOMPARE(u"(%1 bit)"_s.arg(key["bits"_L1].toInt()), line(text, u"Public-Key:"_s));
    QCOMPARE(key["curve"_L1].toString(), line(text, u"ASN1 OID:"_s));
    const QStringList names = texts(facts["subjectAltNames"_L1]["dns"_L1]);
    if (names.join(u' ').contains(
            u"\\x00"_s)) { // OpenSSL decodes none of them, and dumps the bytes
        for (QString name : names)
            QVERIFY2(text.contains(name.replace(u"\\x00"_s, u"."_s)), qPrintable(name));
    } else {
        QCOMPARE(names, allAfter(text, u"DNS:"_s));
    }
    QStringList addresses;
    for (const QString &address : allAfter(text, u"IP Address:"_s))
        addresses.append(QHostAddress(address).toString());
    QCOMPARE(texts(facts["subjectAltNames"_L1]["ip"_L1]), addresses);

    const QJsonObject extensions = facts["extensions"_L1].toObject();
    QCOMPARE(texts(extensions["keyUsage"_L1]), keyUsageOf(below(text, u"X509v3 Key Usage"_s)));
    QCOMPARE(texts(extensions["extendedKeyUsage"_L1]),
        purposesOf(below(text, u"X509v3 Extended Key Usage"_s)));
    const QString constraints = below(text, u"X509v3 Basic Constraints"_s);
    QCOMPARE(
        extensions["basicConstraints"_L1]["ca"_L1].toBool(), constraints.contains("CA:TRUE"_L1));
    QCOMPARE(extensions["basicConstraints"_L1]["pathLength"_L1].toInt(-1),
        constraints.contains("pathlen:"_L1) ? constraints.section(u':', -1).toInt() : -1);
    QCOMPARE(extensions["subjectKeyId"_L1].toString(),
        hexOf(below(text, u"X509v3 Subject Key Identifier"_s)));
    QCOMPARE(texts(extensions["policies"_L1]), allAfter(text, u"Policy: "_s));
    QCOMPARE(texts(extensions["ocspUrls"_L1]), allAfter(text, u"OCSP - URI:"_s));
    QCOMPARE(texts(extensions["caIssuersUrls"_L1]), allAfter(text, u"CA Issuers - URI:"_s));
    QCOMPARE(texts(extensions["crlUrls"_L1]).join(u' '),
        text.contains("X509v3 CRL Distribution Points"_L1)
            ? allAfter(text, u"Full Name:\\s+URI:"_s).join(u' ')
            : QString());
    QCOMPARE(extensions["mustStaple"_L1].toBool(), text.contains("status_request"_L1));
    QCOMPARE(extensions["critical"_L1].toArray().size(), text.count(": critical"_L1));
}

void TestOpenSslFacts::verifiesAsOpenSslDoes_data()
{
    QTest::addColumn<QList<IssuedCertificate>>("chain"); // the root last, which is not sent
    QTest::addColumn<QString>("complaint"); // of OpenSSL
    QTest::addColumn<QList<Kind>>("findings");
    const auto authority = [](const QString &name, auto change) {
        CertificateSpec spec;
        spec.isCa = true;
        spec.commonName = name;
        change(spec);
        return spec;
    };
    const auto asItIs = [](CertificateSpec &) {};
    const IssuedCertificate root = selfSigned(authority(u"Root"_s, asItIs));
    const CertificateSpec leaf = named({u"mail.example.org"_s});
    const auto row = [](const char *name, const QList<IssuedCertificate> &chain,
                         const QString &complaint = {}, const QList<Kind> &findings = {}) {
        QTest::newRow(name) << chain << complaint << findings;
    };
    row("good", {issue(leaf, root), root});
    const IssuedCertificate middle = issue(authority(u"Middle"_s, asItIs), root);
    row("good, with an intermediate", {issue(leaf, middle), middle, root});
    QList<IssuedCertificate> twelve{root};
    for (int i = 0; i < 10; ++i)
        twelve.prepend(issue(authority(u"Link %1"_s.arg(i), asItIs), twelve.constFirst()));
    twelve.prepend(issue(leaf, twelve.constFirst()));
    row("twelve links", twelve);
    const IssuedCertificate narrow
        = issue(authority(u"Narrow"_s, [](auto &s) { s.pathLength = 0; }), root);
    const IssuedCertificate below = issue(authority(u"Below"_s, asItIs), narrow);
    row("too many links for its authority", {issue(leaf, below), below, narrow, root},
        u"path length constraint exceeded"_s, {Kind::Invalid});
    const IssuedCertificate other = issue(
        authority(u"Other"_s, [](auto &s) { s.nameConstraintsPermitted = {u"example.net"_s}; }),
        root);
    row("outside the names of its authority", {issue(leaf, other), other, root},
        u"permitted subtree violation"_s, {Kind::Invalid});
    const IssuedCertificate server = issue(leaf, root);
    row("issued by a server", {issue(leaf, server), server, root}, u"invalid CA certificate"_s,
        {Kind::Invalid});
    row("expired", {issue(with([](auto &s) { s.notAfter = s.notBefore.addSecs(60); }), root), root},
        u"certificate has expired"_s, {Kind::Expired});
    row("not yet valid",
        {issue(with([](auto &s) { s.notBefore = s.notBefore.addDays(30); }), root), root},
        u"certificate is not yet valid"_s, {Kind::NotYetValid});
    row("for clients",
        {issue(with([](auto &s) { s.extendedKeyUsage = {u"clientAuth"_s}; }), root), root},
        u"unsuitable certificate purpose"_s, {Kind::NotForServers});
    row("another name", {issue(named({u"other.example.org"_s}), root), root},
        u"hostname mismatch"_s, {Kind::NameMismatch});
    row("weak",
        {issue(with([](auto &s) {
             s.key = TestKey::Rsa;
             s.rsaBits = 1024;
         }),
             root),
            root},
        u"EE certificate key too weak"_s, {Kind::WeakKey});
    row("signed with SHA-1", {issue(with([](auto &s) { s.digest = "SHA1"; }), root), root},
        u"CA signature digest algorithm too weak"_s, {Kind::WeakSignature});
    row("signed by itself", {selfSigned(leaf), root}, u"self-signed certificate"_s,
        {Kind::SelfSigned});
    const IssuedCertificate stranger = selfSigned(authority(u"Stranger"_s, asItIs));
    row("an unknown root that is sent", {issue(leaf, stranger), stranger, root},
        u"self-signed certificate in certificate chain"_s, {Kind::UnknownIssuer});
    row("an unknown issuer that is not sent", {issue(leaf, stranger), root},
        u"unable to get local issuer certificate"_s, {Kind::UnknownIssuer, Kind::IncompleteChain});
    row("a public issuer that is not sent",
        {issue(with([](auto &s) { s.caIssuersUrl = u"http://ca.example.org/i.der"_s; }), middle),
            root},
        u"unable to get local issuer certificate"_s, {Kind::IncompleteChain});
    CertificateSpec namesake = authority(u"Root"_s, [](auto &s) { s.withoutKeyIds = true; });
    row("signed with another key of its authority's name",
        {issue(with([](auto &s) { s.withoutKeyIds = true; }), selfSigned(namesake)), root},
        u"certificate signature failure"_s, {Kind::Invalid});
}

/// The verdicts agree, and what OpenSSL complains of is what is found.
void TestOpenSslFacts::verifiesAsOpenSslDoes()
{
    QFETCH(QList<IssuedCertificate>, chain);
    QFETCH(QString, complaint);
    QFETCH(QList<Kind>, findings);
    const QString root = save(u"root.pem"_s, chain.constLast().certificatePem);
    const QString leaf = save(u"leaf.pem"_s, chain.constFirst().certificatePem);
    QStringList arguments{u"verify"_s, u"-no-CApath"_s, u"-no-CAstore"_s, u"-CAfile"_s, root,
        u"-purpose"_s, u"sslserver"_s, u"-auth_level"_s, u"2"_s, u"-verify_hostname"_s,
        u"mail.example.org"_s};
    if (chain.size() > 2)
        arguments += {
            u"-untrusted"_s, save(u"middle.pem"_s, chainPem(chain.sliced(1, chain.size() - 2)))};
    const QString said = openssl(arguments + QStringList{leaf});
    const CertificateVerifier verifier = CertificateVerifier::withRootsOnly(
        Certificate::listFromPem(chain.constLast().certificatePem));
    const auto found
        = verifier.verify(Certificate::listFromPem(chainPem(chain.first(chain.size() - 1))),
            u"mail.example.org"_s, QDateTime::currentDateTimeUtc());
    QVERIFY2(said.trimmed().endsWith(": OK"_L1) == found.isEmpty(), qPrintable(said));
    QVERIFY2(said.contains(complaint), qPrintable(said));
    QVERIFY2(kindsOf(found) == findings, qPrintable(said));
}

void TestOpenSslFacts::readsRevocationAsOpenSslDoes_data()
{
    QTest::addColumn<OcspAnswer::Status>("status");
    QTest::newRow("good") << OcspAnswer::Status::Good;
    QTest::newRow("revoked") << OcspAnswer::Status::Revoked;
    QTest::newRow("unknown") << OcspAnswer::Status::Unknown;
}

void TestOpenSslFacts::readsRevocationAsOpenSslDoes()
{
    QFETCH(OcspAnswer::Status, status);
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Root"_s;
    const IssuedCertificate root = selfSigned(authority);
    const IssuedCertificate leaf = issue(named({u"mail.example.org"_s}), root);
    OcspAnswer answer;
    answer.status = status;
    const QByteArray response = ocspResponse(leaf, root, root, answer);
    const QString rootFile = save(u"root.pem"_s, root.certificatePem);
    const QString leafFile = save(u"leaf.pem"_s, leaf.certificatePem);
    const QString said = openssl({u"ocsp"_s, u"-respin"_s, save(u"staple.der"_s, response),
        u"-issuer"_s, rootFile, u"-cert"_s, leafFile, u"-CAfile"_s, rootFile});
    const OcspStaple read
        = CertificateVerifier::withRootsOnly(Certificate::listFromPem(root.certificatePem))
              .stapledStatus(response, Certificate::listFromPem(leaf.certificatePem),
                  QDateTime::currentDateTimeUtc());
    QVERIFY2(said.contains("Response verify OK"_L1), qPrintable(said));
    QVERIFY2(said.contains(leafFile + u": "_s + toString(read.status)), qPrintable(said));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestOpenSslFacts)
#include "tst_opensslfacts.moc"
