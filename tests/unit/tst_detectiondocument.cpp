// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/inerttext.h"
#include "diagnosis/advice.h"
#include "diagnosis/diagnose.h"
#include "document/detectiondocument.h"
#include "document/detectionreader.h"
#include "support/names.h"
#include "support/testcertificates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestDetectionDocument : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesTheContractsMembers_data();
    void writesTheContractsMembers();
    void writesASetting();
    void writesAnAttempt();
    void writesAHandshake();
    void writesACertificate();
    void writesDiagnosesInWords();
    void writesNullForWhatIsUnknown_data();
    void writesNullForWhatIsUnknown();
    void writesHostileTextInert();
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void readsPartsThatMayBeAbsent_data();
    void readsPartsThatMayBeAbsent();
    void refusesInvalidSettings_data();
    void refusesInvalidSettings();
    void neverReadsPlaintextAsHarmless();
    void refusesInvalidIdentities_data();
    void refusesInvalidIdentities();
    void refusesOtherDocuments_data();
    void refusesOtherDocuments();
    void refusesWhatIsTooLarge();
    void writesInspections();
    void readsAWholeDetection();
    void readsAWholeInspection();
    void readsDiagnoses_data();
    void readsDiagnoses();
    void readsOlderDocuments();
    void readsWhatOlderProgramsHid();
    void believesNoVerdict();
    void namesTheWrongPlace_data();
    void namesTheWrongPlace();

private:
    ProbeReport report(const Endpoint &endpoint) const;
    Detection detection() const;
    QJsonObject written() const;

    Certificate m_certificate;
};

namespace {

const Endpoint imap = {Protocol::Imap, hostName(u"imap.example.org"_s), 993, Security::ImplicitTls};
const Endpoint smtp = {Protocol::Smtp, hostName(u"smtp.example.org"_s), 587, Security::StartTls};

ServerSetting settingFor(const Endpoint &endpoint)
{
    ServerSetting setting;
    setting.endpoint = endpoint;
    setting.username = u"alice@example.org"_s;
    setting.authentication = {u"SCRAM-SHA-256"_s, u"PLAIN"_s};
    setting.provenance.source = Source::Srv;
    setting.provenance.origin = u"_imaps._tcp.example.org"_s;
    setting.isTrusted = true;
    setting.tlsVersion = TlsVersion::Tls1_3;
    return setting;
}

AccountSettings wholeSettings()
{
    AccountSettings settings;
    settings.identity = identity(u"alice@example.org"_s, u"Alice Liddell"_s);
    settings.incoming = settingFor(imap);
    settings.outgoing = settingFor(smtp);
    return settings;
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray toJson(const QJsonObject &root)
{
    return QJsonDocument(root).toJson();
}

/// The written document with another value in `recommended.<direction>.<key>`.
QByteArray documentWith(const QString &direction, const QString &key, const QJsonValue &value)
{
    Detection detection;
    detection.settings = wholeSettings();
    QJsonObject root = parsed(writeDetectionDocument(detection));
    QJsonObject recommended = root.value("recommended"_L1).toObject();
    QJsonObject setting = recommended.value(direction).toObject();
    if (key.isEmpty()) {
        recommended.insert(direction, value);
    } else {
        setting.insert(key, value);
        recommended.insert(direction, setting);
    }
    root.insert("recommended"_L1, recommended);
    return toJson(root);
}

/// Where that value stands; empty: the setting as a whole.
QString placeOf(const QString &direction, const QString &key)
{
    const QString setting = u"/recommended/"_s + direction;
    return key.isEmpty() ? setting : setting + u'/' + key;
}

QByteArray documentWith(const QString &key, const QJsonValue &value)
{
    Detection detection;
    detection.settings = wholeSettings();
    QJsonObject root = parsed(writeDetectionDocument(detection));
    root.insert(key, value);
    return toJson(root);
}

QJsonValue withValueAt(const QJsonValue &whole, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (whole.isArray()) {
        QJsonArray array = whole.toArray();
        const int at = path.constFirst().toInt();
        array.replace(at, withValueAt(array.at(at), path.sliced(1), value));
        return array;
    }
    QJsonObject object = whole.toObject();
    object.insert(
        path.constFirst(), withValueAt(object.value(path.constFirst()), path.sliced(1), value));
    return object;
}

} // namespace

void TestDetectionDocument::initTestCase()
{
    CertificateSpec spec;
    spec.commonName = u"imap.example.org"_s;
    spec.dnsNames = {u"imap.example.org"_s};
    spec.ipNames = {QHostAddress(u"192.0.2.7"_s)};
    m_certificate = Certificate(QSslCertificate(selfSigned(spec).certificatePem));
}

ProbeReport TestDetectionDocument::report(const Endpoint &endpoint) const
{
    ProbeReport report;
    report.candidate.endpoint = endpoint;
    report.candidate.provenance.source = Source::Srv;
    report.outcome = ProbeReport::Outcome::Certificate;
    report.stages = {{Stage::Resolve, 0.24, 40.91}, {Stage::Connect, 41, 81.2}};
    report.addresses = {QHostAddress(u"192.0.2.7"_s), QHostAddress(u"2001:db8::7"_s)};
    report.address = QHostAddress(u"192.0.2.7"_s);
    report.profile.greeting = "* OK ready\x1b[31m";
    report.profile.capabilities = {u"IMAP4rev1"_s, u"AUTH=PLAIN\x07"_s};
    report.profile.mechanisms = {u"PLAIN"_s};
    report.lastStage = Stage::Capabilities;
    report.tls = Handshake();
    report.tls->version = TlsVersion::Tls1_3;
    report.tls->cipher = u"TLS_AES_256_GCM_SHA384"_s;
    report.tls->hasForwardSecrecy = true;
    report.tls->serverName = endpoint.host;
    report.tls->chain = {m_certificate};
    report.tls->keyExchangeGroup = u"x25519"_s;
    report.tls->isResumed = false;
    report.tls->ocsp = OcspStaple{OcspStatus::Good, u"as of yesterday"_s};
    report.tls->findings = {{Finding::Kind::SelfSigned, 0, u"CN=imap.example.org"_s}};
    return report;
}

Detection TestDetectionDocument::detection() const
{
    Detection detection = concludeDetection(identity(u"alice@example.org"_s, u"Alice Liddell"_s),
        {report(imap), report(smtp)},
        {{Source::Srv, SourceReport::State::Found, 41.04, u"_imaps._tcp.example.org"_s, {}}});
    detection.elapsedMs = 231.44;
    return detection;
}

QJsonObject TestDetectionDocument::written() const
{
    return parsed(writeDetectionDocument(detection()));
}

void TestDetectionDocument::writesTheContractsMembers_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");

    const auto row = [](const char *key, const QJsonValue &value) {
        QTest::newRow(key) << QString::fromLatin1(key) << value;
    };
    row("schema", u"postern.detection/1"_s);
    row("address", u"alice@example.org"_s);
    row("domain", u"example.org"_s);
    row("displayName", u"Alice Liddell"_s);
    row("elapsedMs", 231.4);
    row("firstUsableMs", 81.2);
    row("verdict", u"decision-needed"_s);
    row("alternatives", QJsonObject{{u"incoming"_s, QJsonArray()}, {u"outgoing"_s, QJsonArray()}});
    row("sources",
        QJsonArray{
            QJsonObject{{u"name"_s, u"srv"_s}, {u"state"_s, u"found"_s}, {u"elapsedMs"_s, 41.0},
                {u"origin"_s, u"_imaps._tcp.example.org"_s}, {u"detail"_s, QString()}}});
}

void TestDetectionDocument::writesTheContractsMembers()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QCOMPARE(written().value(key), value);
}

void TestDetectionDocument::writesASetting()
{
    const QJsonObject setting
        = written().value("recommended"_L1).toObject().value("outgoing"_L1).toObject();
    const QJsonObject expected = {{u"service"_s, u"smtp"_s}, {u"host"_s, u"smtp.example.org"_s},
        {u"port"_s, 587}, {u"security"_s, u"starttls"_s}, {u"username"_s, u"alice@example.org"_s},
        {u"authentication"_s, QJsonArray{u"PLAIN"_s}}, {u"publishedAuthentication"_s, QJsonArray()},
        {u"source"_s, u"srv"_s}, {u"origin"_s, QString()}, {u"untrusted"_s, false},
        {u"foreign"_s, false}, {u"trusted"_s, false},
        {u"needsConsent"_s, QJsonArray{u"certificate.self-signed"_s}},
        {u"tlsVersion"_s, u"TLSv1.3"_s}};
    QCOMPARE(setting, expected);
}

void TestDetectionDocument::writesAnAttempt()
{
    QJsonObject attempt = written().value("attempts"_L1).toArray().first().toObject();
    QVERIFY(attempt.take("tls"_L1).isObject());
    QCOMPARE(attempt.take("diagnoses"_L1).toArray().size(), 1);
    const QJsonObject expected = {{u"service"_s, u"imap"_s}, {u"host"_s, u"imap.example.org"_s},
        {u"addresses"_s, QJsonArray{u"192.0.2.7"_s, u"2001:db8::7"_s}},
        {u"address"_s, u"192.0.2.7"_s}, {u"port"_s, 993}, {u"security"_s, u"tls"_s},
        {u"source"_s, u"srv"_s}, {u"outcome"_s, u"certificate"_s},
        {u"stages"_s,
            QJsonArray{
                QJsonObject{{u"name"_s, u"resolve"_s}, {u"startMs"_s, 0.2}, {u"endMs"_s, 40.9}},
                QJsonObject{{u"name"_s, u"connect"_s}, {u"startMs"_s, 41.0}, {u"endMs"_s, 81.2}}}},
        {u"greeting"_s, u"* OK ready\\x1b[31m"_s},
        {u"capabilities"_s, QJsonArray{u"IMAP4rev1"_s, u"AUTH=PLAIN\\x07"_s}},
        {u"capabilitiesBeforeTls"_s, QJsonArray()}, {u"transcript"_s, QJsonArray()}};
    QCOMPARE(attempt, expected);
}

void TestDetectionDocument::writesAHandshake()
{
    QJsonObject handshake
        = written().value("attempts"_L1).toArray().first().toObject().value("tls"_L1).toObject();
    QCOMPARE(handshake.take("chain"_L1).toArray().size(), 1);
    const QJsonValue null(QJsonValue::Null);
    const QJsonObject expected
        = {{u"version"_s, u"TLSv1.3"_s}, {u"cipher"_s, u"TLS_AES_256_GCM_SHA384"_s},
            {u"keyExchange"_s, u"x25519"_s}, {u"keyExchangeGroup"_s, u"x25519"_s},
            {u"peerSignature"_s, null}, {u"forwardSecrecy"_s, true},
            {u"serverName"_s, u"imap.example.org"_s}, {u"alpn"_s, null}, {u"resumed"_s, false},
            {u"ocsp"_s,
                QJsonObject{{u"status"_s, u"good"_s}, {u"stapled"_s, true},
                    {u"evidence"_s, u"as of yesterday"_s}}},
            {u"verified"_s, false}, {u"acceptedByUser"_s, false}, {u"vouchedBy"_s, null},
            {u"anchor"_s, null}};
    QCOMPARE(handshake, expected);
}

void TestDetectionDocument::writesACertificate()
{
    const QJsonValue attempt = written().value("attempts"_L1).toArray().first();
    QJsonObject certificate = attempt["tls"_L1]["chain"_L1][0].toObject();
    QVERIFY(certificate.take("extensions"_L1).isObject()); // see tst_opensslfacts
    const CertificateFacts facts = m_certificate.facts();
    const QJsonObject expected = {{u"version"_s, 3}, {u"sha1"_s, QString::fromLatin1(facts.sha1)},
        {u"subject"_s, u"CN=imap.example.org"_s}, {u"issuer"_s, u"CN=imap.example.org"_s},
        {u"subjectAltNames"_s,
            QJsonObject{{u"dns"_s, QJsonArray{u"imap.example.org"_s}},
                {u"ip"_s, QJsonArray{u"192.0.2.7"_s}}}},
        {u"serialNumber"_s, facts.serialNumber},
        {u"notBefore"_s, facts.notBefore.toString(Qt::ISODate)},
        {u"notAfter"_s, facts.notAfter.toString(Qt::ISODate)},
        {u"publicKey"_s,
            QJsonObject{
                {u"algorithm"_s, u"EC"_s}, {u"bits"_s, 256}, {u"curve"_s, u"prime256v1"_s}}},
        {u"signatureAlgorithm"_s, u"ecdsa-with-SHA256"_s}, {u"selfSigned"_s, true},
        {u"sha256"_s, QString::fromLatin1(facts.sha256)},
        {u"spkiSha256"_s, QString::fromLatin1(facts.spkiSha256)}, {u"pem"_s, facts.pem}};
    QCOMPARE(certificate, expected);
    QVERIFY(facts.notAfter.toString(Qt::ISODate).endsWith(u'Z'));
}

void TestDetectionDocument::writesDiagnosesInWords()
{
    const QJsonArray problems = written().value("problems"_L1).toArray();
    QCOMPARE(problems.size(), 2);
    const QJsonObject problem = problems.first().toObject();
    QCOMPARE(problem.keys(),
        (QStringList{u"cause"_s, u"code"_s, u"details"_s, u"endpoint"_s, u"evidence"_s, u"remedy"_s,
            u"severity"_s, u"stage"_s, u"title"_s}));
    QCOMPARE(problem.value("code"_L1), QJsonValue(u"certificate.self-signed"_s));
    QCOMPARE(problem.value("severity"_L1), QJsonValue(u"error"_s));
    QCOMPARE(problem.value("stage"_L1), QJsonValue(u"handshake"_s));
    QCOMPARE(problem.value("evidence"_L1), QJsonValue(u"CN=imap.example.org"_s));
    QVERIFY(problem.value("title"_L1).toString().contains(u"imap.example.org"_s));
}

void TestDetectionDocument::writesNullForWhatIsUnknown_data()
{
    QTest::addColumn<QString>("key");

    QTest::newRow("the address, where only a domain is known") << u"address"_s;
    QTest::newRow("the time of an answer that never came") << u"firstUsableMs"_s;
}

void TestDetectionDocument::writesNullForWhatIsUnknown()
{
    QFETCH(QString, key);

    ProbeReport failed;
    failed.candidate.endpoint = imap;
    failed.fault = SeenFault{Fault::NoSuchName, {}};
    const QJsonObject root = parsed(
        writeDetectionDocument(concludeDetection(identity(u"example.org"_s), {failed}, {})));
    QVERIFY(root.value(key).isNull());
    for (const char *direction : {"incoming", "outgoing"})
        QVERIFY(root.value("recommended"_L1)[QLatin1StringView(direction)].isNull());
    const QJsonValue attempt = root.value("attempts"_L1).toArray().first();
    for (const char *member : {"tls", "address", "greeting"})
        QVERIFY2(attempt[QLatin1StringView(member)].isNull(), member);
}

void TestDetectionDocument::writesHostileTextInert()
{
    ProbeReport hostile = report(imap);
    hostile.profile.greeting
        = QByteArray("* OK \x1b]0;evil\x07 \xff\xfe\0 ", 18) + QByteArray(9999, 'x');
    hostile.profile.capabilities = {u"\u202e\u2066\u200b"_s, QString(99999, u'y')};
    hostile.profile.capabilitiesBeforeTls = hostile.profile.capabilities;
    const QByteArray json
        = writeDetectionDocument(concludeDetection(identity(u"example.org"_s), {hostile}, {}));
    QVERIFY(json.size() < 20000);
    const QString text = QString::fromUtf8(json);
    for (const QChar c : text)
        QVERIFY2(c == u'\n' || c.isPrint(), qPrintable(QString::number(c.unicode(), 16)));
    // A terminal must not be steered by the escaped form either.
    QVERIFY(!json.contains("\\u001b") && !json.contains("\\u0007"));
}

void TestDetectionDocument::readsWhatItWrote_data()
{
    QTest::addColumn<AccountSettings>("settings");

    const auto changed = [](const std::function<void(AccountSettings &)> &change) {
        AccountSettings settings = wholeSettings();
        change(settings);
        return settings;
    };
    QTest::newRow("everything") << wholeSettings();
    QTest::newRow("a domain only")
        << changed([](auto &s) { s.identity = identity(u"example.org"_s); });
    QTest::newRow("nothing found") << changed([](auto &s) {
        s.incoming.reset();
        s.outgoing.reset();
    });
    QTest::newRow("one direction") << changed([](auto &s) { s.outgoing.reset(); });
    QTest::newRow("something to decide about") << changed([](auto &s) {
        s.incoming->isTrusted = false;
        s.incoming->needsConsent = {Problem::CertificateChanged, Problem::CertificateSelfSigned};
    });
    QTest::newRow("POP3 at an address and an odd port") << changed([](auto &s) {
        s.incoming->endpoint
            = {Protocol::Pop3, hostName(u"2001:db8::7"_s), 65535, Security::ImplicitTls};
    });
    QTest::newRow("words of other alphabets") << changed([](auto &s) {
        s.identity = identity(u"alice@example.org"_s, u"Ålice \"the\" Liddell <ÄÖÜ> \U0001F430"_s);
        s.incoming->username = u"grün\\\"'"_s;
    });
}

void TestDetectionDocument::readsWhatItWrote()
{
    QFETCH(AccountSettings, settings);

    Detection detection;
    detection.settings = settings;
    const auto read = readDetection(writeDetectionDocument(detection));
    QVERIFY(read.has_value());
    QVERIFY(read->settings == settings);
}

void TestDetectionDocument::readsPartsThatMayBeAbsent_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("nothing but the schema and the domain")
        << QByteArray(R"({"schema": "postern.detection/1", "domain": "example.org"})");
    QTest::newRow("an empty recommendation") << QByteArray(
        R"({"schema": "postern.detection/1", "domain": "example.org", "recommended": {}})");
    QTest::newRow("members that we do not know") << QByteArray(
        R"({"schema": "postern.detection/1", "domain": "example.org", "new": [1, {"a": 2}]})");
}

void TestDetectionDocument::readsPartsThatMayBeAbsent()
{
    QFETCH(QByteArray, json);

    const auto read = readDetection(json);
    QVERIFY(read.has_value());
    QCOMPARE(read->settings.identity, identity(u"example.org"_s));
    QVERIFY(!read->settings.incoming && !read->settings.outgoing);
}

void TestDetectionDocument::refusesInvalidSettings_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");

    const auto row = [](const char *name, const char *key, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(key) << value;
    };
    const QJsonValue absent(QJsonValue::Null);
    for (const char *key : {"service", "host", "port", "security"})
        QTest::addRow("no %s", key) << QString::fromLatin1(key) << absent;
    row("a list instead of a setting", "", QJsonArray());
    row("a text instead of a setting", "", u"imap.example.org"_s);
    row("an empty setting", "", QJsonObject());
    row("a service that does not exist", "service", u"ftp"_s);
    row("a service in capitals", "service", u"IMAP"_s);
    row("the service of the other direction", "service", u"smtp"_s);
    row("a mode that does not exist", "security", u"maybe"_s);
    row("a mode in capitals", "security", u"TLS"_s);
    row("an empty mode", "security", QString());
    row("an empty host", "host", QString());
    row("every host", "host", u"*"_s);
    row("a host in capitals", "host", u"IMAP.example.org"_s);
    row("a host with a trailing dot", "host", u"imap.example.org."_s);
    row("a host that is not an A-label", "host", u"bücher.example"_s);
    row("a host with a line break", "host", u"imap.example.org\r\nX: y"_s);
    row("a host with a blank", "host", u"imap.example.org evil"_s);
    row("a host that is a slip of an address", "host", u"127.1"_s);
    row("an option instead of a host", "host", u"-oProxyCommand=x"_s);
    row("port 0", "port", 0);
    row("a negative port", "port", -1);
    row("a port over 65535", "port", 65536);
    row("a port far over it", "port", 1e300);
    row("a port with a fraction", "port", 993.5);
    row("a port as text", "port", u"993"_s);
    for (const char *key : {"username", "source", "origin", "tlsVersion"}) {
        QTest::addRow("a line break in %s", key)
            << QString::fromLatin1(key) << QJsonValue(u"a\r\nb"_s);
        QTest::addRow("a NUL in %s", key)
            << QString::fromLatin1(key) << QJsonValue(QString::fromLatin1("a\0b", 3));
        QTest::addRow("an endless %s", key)
            << QString::fromLatin1(key) << QJsonValue(QString(1024 * 1024, u'x'));
    }
    row("a lone CR in the user name", "username", u"a\rb"_s);
    row("a line break of Unicode in the user name", "username", u"a\u2028b"_s);
    row("a next-line character in the user name", "username", u"a\u0085b"_s);
    row("a line break in a mechanism", "authentication", QJsonArray{u"PLAIN"_s, u"A\nB"_s});
    row("a text in place of mechanisms", "authentication", u"PLAIN"_s);
    row("a number among mechanisms", "authentication", QJsonArray{u"PLAIN"_s, 1});
    row("a text in place of consents", "needsConsent", u"certificate.expired"_s);
    row("a user name that is a number", "username", 7);
    row("a line break in a consent", "needsConsent", QJsonArray{u"certificate.expired\nx"_s});
}

void TestDetectionDocument::refusesInvalidSettings()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);

    const auto read = readDetection(documentWith(u"incoming"_s, key, value));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, DocumentError::Kind::WrongValue);
    QVERIFY2(
        read.error().place.startsWith(placeOf(u"incoming"_s, key)), qPrintable(read.error().place));
    // The same for the other direction, whose service is another.
    if (key == "service"_L1)
        return;
    const auto outgoing = readDetection(documentWith(u"outgoing"_s, key, value));
    QVERIFY(!outgoing.has_value());
    QCOMPARE(outgoing.error().kind, DocumentError::Kind::WrongValue);
    QVERIFY2(outgoing.error().place.startsWith(placeOf(u"outgoing"_s, key)),
        qPrintable(outgoing.error().place));
}

void TestDetectionDocument::neverReadsPlaintextAsHarmless()
{
    // The contract never recommends plaintext, and always asks for consent to it.
    for (const QString &direction : {u"incoming"_s, u"outgoing"_s}) {
        const auto read = readDetection(documentWith(direction, u"security"_s, u"none"_s));
        if (!read)
            continue;
        const auto &setting
            = direction == "incoming"_L1 ? read->settings.incoming : read->settings.outgoing;
        QVERIFY(setting->needsConsent.contains(Problem::SecurityPlaintext));
    }
}

void TestDetectionDocument::refusesInvalidIdentities_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");

    const auto row = [](const char *name, const char *key, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(key) << value;
    };
    row("no domain", "domain", QJsonValue(QJsonValue::Null));
    row("an empty domain", "domain", QString());
    row("a domain in capitals", "domain", u"EXAMPLE.org"_s);
    row("a domain that is a path", "domain", u"../../etc"_s);
    row("a domain with a line break", "domain", u"example.org\n"_s);
    row("an address that is none", "address", u"alice"_s);
    row("an address with a line break", "address", u"ali\nce@example.org"_s);
    row("two addresses", "address", u"alice@example.org, bob@example.org"_s);
    row("a name with a line break", "displayName", u"Alice\nX: y"_s);
    row("a name with a NUL", "displayName", QString::fromLatin1("a\0b", 3));
    row("an endless name", "displayName", QString(1001, u'x'));
}

void TestDetectionDocument::refusesInvalidIdentities()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);

    const auto read = readDetection(documentWith(key, value));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), (DocumentError{DocumentError::Kind::WrongValue, u'/' + key}));
}

void TestDetectionDocument::refusesOtherDocuments_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<DocumentError::Kind>("error");

    QTest::newRow("nothing") << QByteArray() << DocumentError::Kind::NotJson;
    QTest::newRow("text") << QByteArray("hello") << DocumentError::Kind::NotJson;
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00", 3) << DocumentError::Kind::NotJson;
    QTest::newRow("a list") << QByteArray("[]") << DocumentError::Kind::NotJson;
    QTest::newRow("the first half")
        << QByteArray(R"({"schema": "postern.detection/1", "dom)") << DocumentError::Kind::NotJson;
    QTest::newRow("something behind the end")
        << QByteArray(R"({"schema": "postern.detection/1"} x)") << DocumentError::Kind::NotJson;
    QTest::newRow("nested without an end")
        << QByteArray(100000, '[') << DocumentError::Kind::NotJson;
    QTest::newRow("no schema") << QByteArray(R"({"domain": "example.org"})")
                               << DocumentError::Kind::WrongSchema;
    QTest::newRow("a newer schema")
        << QByteArray(R"({"schema": "postern.detection/2", "domain": "example.org"})")
        << DocumentError::Kind::WrongSchema;
    QTest::newRow("another document")
        << QByteArray(R"({"schema": "postern.inspection/1", "domain": "example.org"})")
        << DocumentError::Kind::WrongSchema;
    QTest::newRow("a schema that is a number")
        << QByteArray(R"({"schema": 1, "domain": "example.org"})")
        << DocumentError::Kind::WrongSchema;
}

void TestDetectionDocument::refusesOtherDocuments()
{
    QFETCH(QByteArray, json);
    QFETCH(DocumentError::Kind, error);

    const auto read = readDetection(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, error);
}

void TestDetectionDocument::refusesWhatIsTooLarge()
{
    Detection detection;
    detection.settings = wholeSettings();
    QByteArray json = writeDetectionDocument(detection);
    json += QByteArray(maxDocumentBytes - json.size(), ' ');
    QVERIFY(readDetection(json).has_value());
    json += ' ';
    const auto read = readDetection(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, DocumentError::Kind::TooLarge);
}

void TestDetectionDocument::writesInspections()
{
    Endpoint startTls = imap;
    startTls.port = 143;
    startTls.security = Security::StartTls;
    ProbeReport failed = report(startTls);
    failed.outcome = ProbeReport::Outcome::Failed;
    failed.fault = SeenFault{Fault::Refused, {}};
    Detection detection = concludeDetection({}, {failed, report(imap)}, {});
    detection.elapsedMs = 12.34;

    const QJsonObject root = parsed(writeInspectionDocument(detection, u"imap.example.org"_s, 0));
    QCOMPARE(root.keys(),
        (QStringList{u"attempts"_s, u"elapsedMs"_s, u"host"_s, u"port"_s, u"schema"_s,
            u"startedAt"_s, u"writtenBy"_s}));
    QCOMPARE(root.value("schema"_L1), QJsonValue(u"postern.inspection/1"_s));
    QCOMPARE(root.value("host"_L1), QJsonValue(u"imap.example.org"_s));
    QCOMPARE(root.value("elapsedMs"_L1), QJsonValue(12.3));
    const QJsonArray attempts = root.value("attempts"_L1).toArray();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts.at(0)["port"_L1], QJsonValue(993)); // the best first
    QCOMPARE(attempts.at(1)["port"_L1], QJsonValue(143));
    QCOMPARE(root.value("port"_L1), QJsonValue(993)); // and none was asked for
    QCOMPARE(
        parsed(writeInspectionDocument(detection, u"imap.example.org"_s, 143)).value("port"_L1),
        QJsonValue(143));
    QCOMPARE(parsed(writeInspectionDocument({}, u"imap.example.org"_s, 0)).value("attempts"_L1),
        QJsonValue(QJsonArray()));
}

/// What a document does not say: how the search came to its values.
Detection asWritten(Detection detection)
{
    for (Attempt &attempt : detection.attempts) {
        ProbeReport &report = attempt.report;
        report.profile.mechanisms.clear();
        report.profile.greeting = inertText(report.profile.greeting).toUtf8();
        for (QString &capability : report.profile.capabilities)
            capability = inertText(capability);
        report.lastStage = report.stages.constLast().stage;
        if (report.tls) {
            report.tls->findings.clear();
            report.tls->authentication.clear();
            report.tls->usedBits = 0;
        }
        report.fault.reset();
        report.candidate.provenance.origin.clear();
        for (StageTiming &stage : report.stages) {
            stage.startMs = qRound(stage.startMs * 10) / 10.0;
            stage.endMs = qRound(stage.endMs * 10) / 10.0;
        }
    }
    return detection;
}

/// Every value becomes what the search made.
void TestDetectionDocument::readsAWholeDetection()
{
    Detection whole = detection();
    ProbeReport failed = report(imap);
    failed.candidate.endpoint.port = 143;
    failed.candidate.endpoint.security = Security::StartTls;
    failed.outcome = ProbeReport::Outcome::Failed;
    failed.tls.reset();
    failed.fault = SeenFault{Fault::TlsVersionTooOld, u"alert 70"_s};
    ServerHelloAnswer hello;
    hello.kind = ServerHelloAnswer::Kind::ServerHello;
    hello.version = TlsVersion::Tls1_0;
    hello.cipherSuite = 0x002f;
    hello.dhBits = 1024;
    ServerHelloAnswer alert;
    alert.kind = ServerHelloAnswer::Kind::Alert;
    alert.alert = 70;
    failed.secondLook = SecondLook{{{TlsVersion::Tls1_0, hello}, {TlsVersion::Tls1_2, alert}}, 2};
    failed.transcript.sent(1.5, "a1 STARTTLS");
    failed.transcript.received(2.5, "a1 OK");
    failed.transcript.event(3.5, u"TLS"_s);
    whole.attempts.append(attemptOf(failed));
    whole.diagnoses.append(whole.attempts.constLast().diagnoses);
    whole.incomingAlternatives = {settingFor(imap)};
    whole.outgoingAlternatives = {settingFor(smtp)};
    whole.incomingAlternatives[0].provenance.isForeign = true;
    whole.startedAt = QDateTime({2026, 3, 4}, {5, 6, 7}, Qt::UTC);
    whole.elapsedMs = 231.4;
    whole.meantDomain = hostName(u"example.com"_s);
    whole.sources[0].elapsedMs = 41;
    whole.writtenBy = u"Postern 9.8.7"_s;
    KnownProvider provider;
    provider.name = u"A provider"_s;
    provider.signIn = {SignInWay::OAuth, SignInWay::ApplicationPassword};
    provider.switchedOffByDefault = {Protocol::Pop3};
    provider.help = QUrl(u"https://help.example/"_s);
    whole.provider = provider;

    const QByteArray json = writeDetectionDocument(whole);
    const auto read = readDetection(json);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().place));
    const Detection expected = asWritten(whole);
    QCOMPARE(read->settings, expected.settings);
    for (qsizetype i = 0; i < expected.attempts.size(); ++i) {
        QCOMPARE(read->attempts.at(i).diagnoses, expected.attempts.at(i).diagnoses);
        QVERIFY2(read->attempts.at(i).report == expected.attempts.at(i).report,
            qPrintable(QString::number(i)));
    }
    QVERIFY(*read == expected);
    QCOMPARE(parsed(writeDetectionDocument(*read)), parsed(json));
}

void TestDetectionDocument::readsAWholeInspection()
{
    const Detection seen = concludeDetection({}, {report(imap)}, {});
    const QByteArray json = writeInspectionDocument(seen, u"imap.example.org"_s, 993);
    const auto read = readInspection(json);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().place));
    QCOMPARE(read->server, (HostPort{imap.host, 993}));
    QCOMPARE(read->detection.attempts, asWritten(seen).attempts);
    QCOMPARE(
        parsed(writeInspectionDocument(read->detection, read->server.host, 993)), parsed(json));
    QCOMPARE(readInspection(writeDetectionDocument(seen)).error().kind,
        DocumentError::Kind::WrongSchema);
}

void TestDetectionDocument::readsDiagnoses_data()
{
    QTest::addColumn<Diagnosis>("diagnosis");

    const QDateTime now({2026, 3, 4}, {5, 6, 7}, Qt::UTC);
    const QList<DiagnosisDetails> kinds{std::monostate(),
        VersionDetails{{TlsVersion::Ssl3, TlsVersion::Tls1_1}}, VersionDetails{},
        RejectionDetails{true, false, true}, OfferDetails{true}, FailureDetails{true},
        NameDetails{{u"a.example"_s, u"*.b.example"_s}}, NameDetails{}, IssuerDetails{u"R11"_s},
        IssuerDetails{}, DateDetails{now.addDays(3), now, u"An authority"_s},
        InterceptionDetails{u"Avast"_s, {}},
        InterceptionDetails{{}, {u"a.example"_s, u"b.example"_s}}};
    for (const Problem problem : allProblems()) {
        for (const DiagnosisDetails &details : kinds) {
            Diagnosis diagnosis;
            diagnosis.problem = problem;
            diagnosis.stage = Stage::Greeting;
            diagnosis.severity = Severity::Warning;
            diagnosis.endpoint = smtp;
            diagnosis.evidence = u"one line\nanother"_s;
            diagnosis.details = details;
            diagnosis.alsoAt = {imap};
            QTest::addRow("%s, %d", qPrintable(toString(problem)), int(details.index()))
                << diagnosis;
        }
    }
}

/// Each kind of details comes back as itself, and the words that they make are the same.
void TestDetectionDocument::readsDiagnoses()
{
    QFETCH(Diagnosis, diagnosis);
    Detection detection;
    detection.settings = wholeSettings();
    detection.diagnoses = {diagnosis};
    const auto read = readDetection(writeDetectionDocument(detection));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().place));
    QCOMPARE(read->diagnoses, detection.diagnoses);
    QCOMPARE(Advice::textFor(read->diagnoses.constFirst()), Advice::textFor(diagnosis));
}

/// They have no facts besides the code and the evidence: the general sentence stands in.
void TestDetectionDocument::readsOlderDocuments()
{
    QJsonObject root = written();
    QJsonArray problems;
    for (const QJsonValue &value : root.value("problems"_L1).toArray()) {
        QJsonObject problem = value.toObject();
        problem.remove("details"_L1);
        problem.remove("endpoint"_L1);
        problems.append(problem);
    }
    QJsonObject unknown = problems.at(0).toObject();
    unknown.insert("code"_L1, u"certificate.expired"_s);
    unknown.insert("evidence"_L1, u"nothing like it"_s);
    problems.append(unknown);
    root.insert("problems"_L1, problems);
    const auto read = readDetection(toJson(root));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().place));
    QCOMPARE(read->diagnoses.at(0).endpoint, imap);
    QCOMPARE(read->diagnoses.at(2).endpoint.host, hostName(u"example.org"_s));
    const AdviceText words = Advice::textFor(read->diagnoses.at(2));
    QCOMPARE(words.title, u"The certificate of example.org has expired."_s);
}

/// Where an address was hidden there is none; the rest is read.
void TestDetectionDocument::readsWhatOlderProgramsHid()
{
    const QStringList place{u"attempts"_s, u"0"_s};
    QJsonValue root = withValueAt(written(), place + QStringList{u"address"_s}, u"[address]"_s);
    root = withValueAt(root, place + QStringList{u"addresses"_s}, QJsonArray{u"[address]"_s});
    const auto read = readDetection(toJson(root.toObject()));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().place));
    QVERIFY(read->attempts.constFirst().report.address.isNull());
}

/// It follows from the settings, whatever somebody wrote.
void TestDetectionDocument::believesNoVerdict()
{
    QJsonObject root = written();
    root.insert("verdict"_L1, u"ready"_s);
    root.insert("recommended"_L1, QJsonObject{{"incoming"_L1, QJsonValue()}});
    QVERIFY(readDetection(toJson(root))->verdict == Verdict::NothingFound);
    root.insert("verdict"_L1, u"offline"_s);
    QVERIFY(readDetection(toJson(root))->verdict == Verdict::Offline);
}

void TestDetectionDocument::namesTheWrongPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QJsonValue>("value");

    const auto row = [](const char *place, const QJsonValue &value) {
        QTest::addRow("%s: %s", place, qPrintable(value.toVariant().toString()))
            << QString::fromLatin1(place) << value;
    };
    row("/verdict", u"splendid"_s);
    row("/elapsedMs", u"soon"_s);
    row("/elapsedMs", -1);
    row("/elapsedMs", 1e300);
    row("/attempts/0/stages/0/startMs", 1e12);
    row("/didYouMean", u"EXAMPLE.com"_s);
    row("/attempts", QJsonObject());
    row("/attempts/0", u"x"_s);
    row("/attempts/1/port", 0);
    row("/attempts/1/outcome", u"perfect"_s);
    row("/attempts/0/stages/1/name", u"lunch"_s);
    row("/attempts/0/stages/1/endMs", true);
    row("/attempts/0/addresses/0", u"192.0.2.x"_s);
    row("/attempts/0/capabilities/1", 7);
    row("/attempts/0/tls", QJsonArray());
    row("/attempts/0/tls/version", u"TLSv9"_s);
    row("/attempts/0/tls/verified", u"yes"_s);
    row("/attempts/0/tls/chain/0/sha256", 1);
    row("/attempts/0/tls/ocsp/status", u"lovely"_s);
    row("/attempts/0/diagnoses/0/code", u"certificate.ugly"_s);
    row("/sources/0/name", u"rumour"_s);
    row("/problems/1/severity", u"fatal"_s);
    row("/problems/0/details", u"x"_s);
    row("/problems/0/endpoint/host", u"-oProxyCommand=x"_s);
}

void TestDetectionDocument::namesTheWrongPlace()
{
    QFETCH(QString, place);
    QFETCH(QJsonValue, value);
    QVERIFY(readDetection(toJson(written())).has_value());
    const QJsonObject changed
        = withValueAt(written(), place.sliced(1).split(u'/'), value).toObject();
    const auto read = readDetection(toJson(changed));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), (DocumentError{DocumentError::Kind::WrongValue, place}));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestDetectionDocument)

#include "tst_detectiondocument.moc"
