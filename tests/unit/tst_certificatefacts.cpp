// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "support/testcertificates.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSslKey>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

class TestCertificateFacts : public QObject
{
    Q_OBJECT

private slots:
    void readsNamesAndDates();
    void readsTheIssuer();
    void readsKeys_data();
    void readsKeys();
    void readsSignatures_data();
    void readsSignatures();
    void findsAShortName_data();
    void findsAShortName();
    void tellsWhoSigned();
    void identifies();
    void makesHostileTextInert_data();
    void makesHostileTextInert();
    void showsNoMoreNamesThanAnybodyReads();
    void isEmptyForANullCertificate();
    void writesFingerprintsForPeople_data();
    void writesFingerprintsForPeople();
    void readsFingerprintsOfPeople_data();
    void readsFingerprintsOfPeople();
};

namespace {

CertificateSpec leafSpec()
{
    CertificateSpec spec;
    spec.commonName = u"imap.example.org"_s;
    spec.dnsNames = {u"imap.example.org"_s, u"*.example.org"_s};
    spec.ipNames = {QHostAddress(u"192.0.2.7"_s), QHostAddress(u"2001:db8::7"_s)};
    spec.notBefore = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    spec.notAfter = QDateTime(QDate(2051, 6, 7), QTime(8, 9, 10), Qt::UTC);
    return spec;
}

CertificateFacts factsOfSelfSigned(const CertificateSpec &spec)
{
    return Certificate(QSslCertificate(selfSigned(spec).certificatePem)).facts();
}

} // namespace

void TestCertificateFacts::readsNamesAndDates()
{
    const CertificateFacts facts = factsOfSelfSigned(leafSpec());
    QCOMPARE(facts.subject, u"CN=imap.example.org"_s);
    QCOMPARE(facts.issuer, u"CN=imap.example.org"_s);
    QCOMPARE(facts.subjectName, u"imap.example.org"_s);
    QCOMPARE(facts.issuerName, u"imap.example.org"_s);
    QCOMPARE(facts.dnsNames, (QStringList{u"imap.example.org"_s, u"*.example.org"_s}));
    QCOMPARE(facts.ipAddresses, (QStringList{u"192.0.2.7"_s, u"2001:db8::7"_s}));
    QCOMPARE(facts.notBefore, leafSpec().notBefore);
    QCOMPARE(facts.notAfter, leafSpec().notAfter); // beyond 2050 the form of the date is another
    QCOMPARE(facts.notAfter.timeSpec(), Qt::UTC);
    const QRegularExpression pairs(u"^[0-9a-f]{2}(:[0-9a-f]{2})*$"_s);
    QVERIFY2(pairs.match(facts.serialNumber).hasMatch(), qPrintable(facts.serialNumber));
}

void TestCertificateFacts::readsTheIssuer()
{
    CertificateSpec root;
    root.commonName = u"Prüfstelle Müller, Söhne"_s;
    root.isCa = true;
    const CertificateFacts facts
        = Certificate(QSslCertificate(issue(leafSpec(), selfSigned(root)).certificatePem)).facts();
    QCOMPARE(facts.issuerName, root.commonName);
    QVERIFY2(facts.issuer.contains(u"Müller"_s), qPrintable(facts.issuer));
    QCOMPARE(facts.subjectName, u"imap.example.org"_s);
}

void TestCertificateFacts::readsKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("rsaBits");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("bits");

    const auto row
        = [](const char *name, TestKey key, int rsaBits, const QStringList &words, int bits) {
              QTest::newRow(name) << static_cast<int>(key) << rsaBits << words.at(0) << words.at(1)
                                  << bits;
          };
    row("RSA of 2048 bits", TestKey::Rsa, 2048, {u"RSA"_s, QString()}, 2048);
    row("RSA of 1024 bits", TestKey::Rsa, 1024, {u"RSA"_s, QString()}, 1024);
    row("an elliptic curve", TestKey::EcP256, 0, {u"EC"_s, u"prime256v1"_s}, 256);
    row("Ed25519", TestKey::Ed25519, 0, {u"Ed25519"_s, QString()}, 256);
}

void TestCertificateFacts::readsKeys()
{
    QFETCH(int, key);
    QFETCH(int, rsaBits);
    QFETCH(int, bits);

    CertificateSpec spec = leafSpec();
    spec.key = static_cast<TestKey>(key);
    spec.rsaBits = rsaBits;
    const CertificateFacts facts = factsOfSelfSigned(spec);
    QTEST(facts.keyAlgorithm, "algorithm");
    QTEST(facts.keyDetail, "detail");
    // libcrypto counts 253 bits for Ed25519, everybody else 256.
    QVERIFY2(facts.keyBits == bits || (spec.key == TestKey::Ed25519 && facts.keyBits == 253),
        qPrintable(QString::number(facts.keyBits)));
}

void TestCertificateFacts::readsSignatures_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QString>("signature");

    const auto row = [](const char *name, TestKey key, const char *digest) {
        QTest::newRow(name) << static_cast<int>(key) << QByteArray(digest)
                            << QString::fromLatin1(name);
    };
    row("sha256WithRSAEncryption", TestKey::Rsa, "SHA256");
    row("sha1WithRSAEncryption", TestKey::Rsa, "SHA1");
    row("md5WithRSAEncryption", TestKey::Rsa, "MD5");
    row("ecdsa-with-SHA256", TestKey::EcP256, "SHA256");
    row("ecdsa-with-SHA1", TestKey::EcP256, "SHA1");
    row("ED25519", TestKey::Ed25519, "");
}

void TestCertificateFacts::readsSignatures()
{
    QFETCH(int, key);
    QFETCH(QByteArray, digest);

    CertificateSpec spec = leafSpec();
    spec.key = static_cast<TestKey>(key);
    spec.rsaBits = 1024; // quick to make; its length is of no matter here
    spec.digest = digest;
    QTEST(factsOfSelfSigned(spec).signatureAlgorithm, "signature");
}

void TestCertificateFacts::findsAShortName_data()
{
    QTest::addColumn<QString>("commonName");
    QTest::addColumn<QStringList>("dnsNames");
    QTest::addColumn<QString>("name");

    QTest::newRow("the common name")
        << u"Example"_s << QStringList{u"a.example.org"_s} << u"Example"_s;
    QTest::newRow("the first of the names")
        << QString() << QStringList{u"a.example.org"_s, u"b.example.org"_s} << u"a.example.org"_s;
    QTest::newRow("none at all") << QString() << QStringList() << QString();
}

void TestCertificateFacts::findsAShortName()
{
    QFETCH(QString, commonName);
    QFETCH(QStringList, dnsNames);

    CertificateSpec spec = leafSpec();
    spec.commonName = commonName;
    spec.dnsNames = dnsNames;
    spec.ipNames.clear();
    QTEST(factsOfSelfSigned(spec).subjectName, "name");
}

void TestCertificateFacts::tellsWhoSigned()
{
    CertificateSpec authority;
    authority.commonName = u"Root"_s;
    authority.isCa = true;
    const IssuedCertificate root = selfSigned(authority);
    const CertificateFacts rootFacts = Certificate(QSslCertificate(root.certificatePem)).facts();
    QVERIFY(rootFacts.isSelfSigned);
    QVERIFY(rootFacts.isCa);
    const CertificateFacts leaf
        = Certificate(QSslCertificate(issue(leafSpec(), root).certificatePem)).facts();
    QVERIFY(!leaf.isSelfSigned);
    QVERIFY(!leaf.isCa);
    QVERIFY(factsOfSelfSigned(leafSpec()).isSelfSigned);
    // The same name on both sides does not make it self-signed.
    CertificateSpec namesake = leafSpec();
    namesake.commonName = u"Root"_s;
    QVERIFY(
        !Certificate(QSslCertificate(issue(namesake, root).certificatePem)).facts().isSelfSigned);
}

void TestCertificateFacts::identifies()
{
    const IssuedCertificate issued = selfSigned(leafSpec());
    const QSslCertificate certificate(issued.certificatePem);
    const CertificateFacts facts = Certificate(certificate).facts();
    QCOMPARE(facts.sha256,
        QCryptographicHash::hash(certificate.toDer(), QCryptographicHash::Sha256).toHex());
    QCOMPARE(facts.sha256, Certificate(certificate).sha256());
    QCOMPARE(facts.spkiSha256,
        QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256)
            .toHex());
    QCOMPARE(QSslCertificate(facts.pem.toLatin1()), certificate);
    QVERIFY(factsOfSelfSigned(leafSpec()).sha256 != facts.sha256);
}

void TestCertificateFacts::makesHostileTextInert_data()
{
    QTest::addColumn<QString>("commonName");
    QTest::addColumn<QString>("shown");

    QTest::newRow("a line break and a lie")
        << u"imap.bank.org\nVerified by: You"_s << u"imap.bank.org\\x0aVerified by: You"_s;
    QTest::newRow("right to left") << u"gro.knab\u202e"_s << u"gro.knab\\u202e"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069"_s << u"\\u2066a\\u2069"_s;
    QTest::newRow("nothing to see") << u"a\u200bb\u00adc"_s << u"a\\u200bb\\xadc"_s;
    QTest::newRow("colours for a terminal") << u"\x1b[31mred"_s << u"\\x1b[31mred"_s;
    QTest::newRow("a NUL") << QString::fromLatin1("a\0b", 3) << u"a\\x00b"_s;
    QTest::newRow("markup, which is text") << u"<b>&amp;</b>"_s << u"<b>&amp;</b>"_s;
}

void TestCertificateFacts::makesHostileTextInert()
{
    QFETCH(QString, commonName);
    QFETCH(QString, shown);

    CertificateSpec spec = leafSpec();
    spec.commonName = commonName;
    spec.dnsNames = {commonName};
    const CertificateFacts facts = factsOfSelfSigned(spec);
    QCOMPARE(facts.subjectName, shown);
    QCOMPARE(facts.dnsNames, QStringList{shown});
    for (const QString &text : {facts.subject, facts.issuer, facts.issuerName}) {
        QVERIFY2(std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); }),
            qPrintable(text));
    }
}

void TestCertificateFacts::showsNoMoreNamesThanAnybodyReads()
{
    CertificateSpec spec = leafSpec();
    for (int i = 0; i < 1000; ++i)
        spec.dnsNames += u"m%1.example.org"_s.arg(i);
    spec.rawDnsName = QByteArray(60000, 'x');
    const CertificateFacts facts = factsOfSelfSigned(spec);
    QVERIFY(facts.dnsNames.size() <= 100);
    CertificateSpec one = leafSpec();
    one.dnsNames.clear();
    one.rawDnsName = QByteArray(60000, 'x');
    QVERIFY(factsOfSelfSigned(one).dnsNames.constFirst().size() <= 300);
}

void TestCertificateFacts::isEmptyForANullCertificate()
{
    QVERIFY(Certificate(QSslCertificate()).facts() == CertificateFacts());
}

void TestCertificateFacts::writesFingerprintsForPeople_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QString>("text");

    QTest::newRow("some bytes") << QByteArray("f117a0") << u"F1:17:A0"_s;
    QTest::newRow("one byte") << QByteArray("0a") << u"0A"_s;
    QTest::newRow("none") << QByteArray() << QString();
}

void TestCertificateFacts::writesFingerprintsForPeople()
{
    QFETCH(QByteArray, hex);
    QTEST(fingerprintForPeople(hex), "text");
}

void TestCertificateFacts::readsFingerprintsOfPeople_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("bare") << u"f117c6"_s << QByteArray("f117c6");
    QTest::newRow("as openssl prints it")
        << u"SHA256 Fingerprint=F1:17:C6"_s << QByteArray("f117c6");
    QTest::newRow("as openssl 3 prints it")
        << u"sha256 Fingerprint=F1:17:C6\n"_s << QByteArray("f117c6");
    QTest::newRow("SHA-1") << u"SHA-1: f1 17 c6"_s << QByteArray("f117c6");
    QTest::newRow("over two lines") << u"F1:17:\r\n\tC6"_s << QByteArray("f117c6");
    QTest::newRow("what is no digit is not lost") << u"f1xä"_s << QByteArray("f1x\xc3\xa4");
    QTest::newRow("nothing") << QString() << QByteArray();
}

void TestCertificateFacts::readsFingerprintsOfPeople()
{
    QFETCH(QString, typed);
    QTEST(fingerprintFromPeople(typed), "hex");
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestCertificateFacts)

#include "tst_certificatefacts.moc"
