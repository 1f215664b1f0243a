// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "support/names.h"
#include "support/testcertificates.h"
#include "trust/trustdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace postern {

class TestTrustDocument : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void writesItsSchema();
    void refusesOneInvalidEntry_data();
    void refusesOneInvalidEntry();
    void refusesOtherDocuments_data();
    void refusesOtherDocuments();
    void recognisesNewerVersions_data();
    void recognisesNewerVersions();
};

namespace {

TrustException someException()
{
    TrustException exception;
    exception.host = hostName(u"imap.example.org"_s);
    exception.port = 993;
    exception.sha256 = QByteArray(64, 'a');
    exception.spkiSha256 = QByteArray(64, '0');
    exception.findings = {Finding::Kind::SelfSigned, Finding::Kind::NameMismatch};
    exception.acceptedAt = QDateTime(QDate(2026, 6, 1), QTime(12, 0, 1), Qt::UTC);
    exception.duration = TrustException::Duration::UntilWithdrawn;
    exception.certificatePem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    return exception;
}

TrustException exceptionWith(const std::function<void(TrustException &)> &change)
{
    TrustException exception = someException();
    change(exception);
    return exception;
}

/// The document of one exception whose entry was changed.
QByteArray documentWith(const QString &key, const QJsonValue &value)
{
    const QList<TrustException> two = {someException(), someException()};
    QJsonObject root = QJsonDocument::fromJson(writeTrustDocument(two)).object();
    QJsonArray entries = root.value("exceptions"_L1).toArray();
    QJsonObject last = entries.last().toObject();
    last.insert(key, value);
    entries.replace(1, last);
    root.insert("exceptions"_L1, entries);
    return QJsonDocument(root).toJson();
}

} // namespace

void TestTrustDocument::readsWhatItWrote_data()
{
    QTest::addColumn<QList<TrustException>>("exceptions");

    QTest::newRow("none") << QList<TrustException>();
    QTest::newRow("one") << QList{someException()};
    QTest::newRow("several") << QList{someException(),
        exceptionWith([](auto &e) { e.host = hostName(u"192.0.2.7"_s); }),
        exceptionWith([](auto &e) { e.host = hostName(u"2001:db8::7"_s); }),
        exceptionWith([](auto &e) { e.port = 65535; }), exceptionWith([](auto &e) { e.port = 1; })};
    QTest::newRow("every finding that may be accepted") << QList{exceptionWith([](auto &e) {
        e.findings = {Finding::Kind::SelfSigned, Finding::Kind::UnknownIssuer,
            Finding::Kind::IncompleteChain, Finding::Kind::NameMismatch, Finding::Kind::Expired,
            Finding::Kind::NotYetValid};
    })};
    QTest::newRow("with consent to legacy") << QList{exceptionWith([](auto &e) {
        e.findings = {Finding::Kind::WeakSignature, Finding::Kind::WeakKey};
    })};
    QTest::newRow("for an account")
        << QList{exceptionWith([](auto &e) { e.account = u"alice@xn--bcher-kva.example"_s; }),
               exceptionWith([](auto &e) { e.account = u"example.org"_s; })};
    QTest::newRow("an authority") << QList{exceptionWith([](auto &e) {
        CertificateSpec spec;
        spec.isCa = true;
        const Certificate authority(QSslCertificate(selfSigned(spec).certificatePem));
        e.subject = TrustException::Subject::Authority;
        e.sha256 = authority.sha256();
        e.certificatePem = authority.toPem();
    })};
    QTest::newRow("compared") << QList{
        exceptionWith([](auto &e) { e.comparison = TrustException::Comparison::Sha256; }),
        exceptionWith([](auto &e) { e.comparison = TrustException::Comparison::Sha1; })};
    QTest::newRow("without the certificate itself")
        << QList{exceptionWith([](auto &e) { e.certificatePem.clear(); })};
}

void TestTrustDocument::readsWhatItWrote()
{
    QFETCH(QList<TrustException>, exceptions);

    const auto read = readTrustDocument(writeTrustDocument(exceptions));
    QVERIFY(read.has_value());
    QVERIFY(*read == exceptions);
}

void TestTrustDocument::writesItsSchema()
{
    const QJsonObject root
        = QJsonDocument::fromJson(writeTrustDocument({someException()})).object();
    QCOMPARE(root.value("schema"_L1).toString(), u"postern.trust/1"_s);
    const QJsonObject entry = root.value("exceptions"_L1).toArray().first().toObject();
    QCOMPARE(entry.value("host"_L1), QJsonValue(u"imap.example.org"_s));
    QCOMPARE(entry.value("port"_L1), QJsonValue(993));
    QCOMPARE(
        entry.value("findings"_L1), QJsonValue(QJsonArray{u"self-signed"_s, u"name-mismatch"_s}));
    QCOMPARE(entry.value("acceptedAt"_L1), QJsonValue(u"2026-06-01T12:00:01Z"_s));
}

void TestTrustDocument::refusesOneInvalidEntry_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");

    const auto row = [](const char *name, const QString &key, const QJsonValue &value) {
        QTest::newRow(name) << key << value;
    };
    const QJsonValue absent(QJsonValue::Null);
    for (const char *key : {"host", "port", "sha256", "spkiSha256", "findings", "acceptedAt"})
        QTest::addRow("no %s", key) << QString::fromLatin1(key) << absent;
    row("every host", u"host"_s, u"*"_s);
    row("every host of a domain", u"host"_s, u"*.example.org"_s);
    row("an empty host", u"host"_s, QString());
    row("a host in capitals", u"host"_s, u"IMAP.example.org"_s);
    row("a host with a trailing dot", u"host"_s, u"imap.example.org."_s);
    row("a host that is not an A-label", u"host"_s, u"bücher.example"_s);
    row("a host with a line break", u"host"_s, u"imap.example.org\n"_s);
    row("an address in brackets", u"host"_s, u"[::1]"_s);
    row("a number as host", u"host"_s, 5);
    row("port 0", u"port"_s, 0);
    row("a negative port", u"port"_s, -993);
    row("a port over 65535", u"port"_s, 65536 + 993);
    row("a port with a fraction", u"port"_s, 993.5);
    row("a port as text", u"port"_s, u"993"_s);
    row("a fingerprint of no bytes", u"sha256"_s, QString());
    row("a fingerprint of 31 bytes", u"sha256"_s, QString(62, u'a'));
    row("a fingerprint of 33 bytes", u"sha256"_s, QString(66, u'a'));
    row("a fingerprint in capitals", u"sha256"_s, QString(64, u'A'));
    row("a fingerprint that is no number", u"sha256"_s, QString(64, u'g'));
    row("a fingerprint with colons", u"sha256"_s, u"aa:"_s.repeated(21) + u'a');
    row("a fingerprint of a key of 31 bytes", u"spkiSha256"_s, QString(62, u'a'));
    row("no finding", u"findings"_s, QJsonArray());
    row("a finding that is not known", u"findings"_s, QJsonArray{u"self-signed"_s, u"all"_s});
    row("a finding that nobody may accept", u"findings"_s, QJsonArray{u"revoked"_s});
    row("a finding that nobody may accept, among others", u"findings"_s,
        QJsonArray{u"self-signed"_s, u"invalid"_s});
    row("no certificate at all as a finding", u"findings"_s, QJsonArray{u"missing"_s});
    row("a number as finding", u"findings"_s, QJsonArray{1});
    row("findings that are no list", u"findings"_s, u"self-signed"_s);
    row("every account", u"account"_s, u"*"_s);
    row("no account, but a text", u"account"_s, QString());
    row("an account in capitals", u"account"_s, u"alice@EXAMPLE.org"_s);
    row("an account with a line break", u"account"_s, u"alice@example.org\n"_s);
    row("a number as account", u"account"_s, 5);
    row("a subject that is not known", u"subject"_s, u"everything"_s);
    row("an authority that is not what its fingerprint says", u"subject"_s, u"authority"_s);
    row("a subject that is a list", u"subject"_s, QJsonArray{u"authority"_s});
    row("a comparison that is not known", u"compared"_s, u"md5"_s);
    row("no comparison, but a text", u"compared"_s, QString());
    row("a day that does not exist", u"acceptedAt"_s, u"2026-02-30T12:00:00Z"_s);
    row("a time that is none", u"acceptedAt"_s, u"yesterday"_s);
}

void TestTrustDocument::refusesOneInvalidEntry()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);

    const auto read = readTrustDocument(documentWith(key, value));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), TrustDocumentError::Malformed);
}

void TestTrustDocument::refusesOtherDocuments_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray("  \n");
    QTest::newRow("bytes") << QByteArray("\x00\xff\xfe\x01", 4);
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("no schema") << QByteArray(R"({"exceptions": []})");
    QTest::newRow("another schema")
        << QByteArray(R"({"schema": "postern.detection/1", "exceptions": []})");
    QTest::newRow("a schema that begins like ours")
        << QByteArray(R"({"schema": "postern.trustworthy", "exceptions": []})");
    QTest::newRow("a schema that is a number") << QByteArray(R"({"schema": 1, "exceptions": []})");
    QTest::newRow("no exceptions") << QByteArray(R"({"schema": "postern.trust/1"})");
    QTest::newRow("exceptions that are no list")
        << QByteArray(R"({"schema": "postern.trust/1", "exceptions": {}})");
    QTest::newRow("entries that are no objects")
        << QByteArray(R"({"schema": "postern.trust/1", "exceptions": [1, null, "x"]})");
    QTest::newRow("an empty entry")
        << QByteArray(R"({"schema": "postern.trust/1", "exceptions": [{}]})");
    QTest::newRow("something behind the end")
        << QByteArray(R"({"schema": "postern.trust/1", "exceptions": []} x)");
    QTest::newRow("nested without an end") << QByteArray(100000, '[');
    QTest::newRow("the first half") << [] {
        const QByteArray whole = writeTrustDocument({someException(), someException()});
        return whole.first(whole.size() / 2);
    }();
}

void TestTrustDocument::refusesOtherDocuments()
{
    QFETCH(QByteArray, json);

    const auto read = readTrustDocument(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), TrustDocumentError::Malformed);
}

void TestTrustDocument::recognisesNewerVersions_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("the next") << QByteArray(R"({"schema": "postern.trust/2", "exceptions": []})");
    QTest::newRow("one of a far future") << QByteArray(R"({"schema": "postern.trust/99"})");
    QTest::newRow("a number that begins like ours")
        << QByteArray(R"({"schema": "postern.trust/10", "exceptions": []})");
}

void TestTrustDocument::recognisesNewerVersions()
{
    QFETCH(QByteArray, json);

    const auto read = readTrustDocument(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), TrustDocumentError::NewerVersion);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestTrustDocument)

#include "tst_trustdocument.moc"
