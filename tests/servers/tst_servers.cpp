// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// postern-cli against Debian's own Dovecot and Postfix, in a network that holds nothing else.

#include "support/deafports.h"
#include "support/mailsystem.h"
#include "support/nameserver.h"
#include "support/programrun.h"
#include "support/serversuite.h"
#include "support/testcertificates.h"
#include "support/testnetwork.h"
#include "support/webserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

enum class Chain { AddressOnly, Complete, LeafOnly, SelfSigned, WrongName, BoxOnly, Expired };

/// A mail domain, and what postern-cli has to say of it.
struct Scenario
{
    DovecotSetup dovecot;
    PostfixSetup postfix;
    Chain chain = Chain::Complete;
    QStringList hosts = {u"imap"_s, u"smtp"_s}; ///< The names below the domain.
    bool hasServiceRecords = false; ///< For the last of the hosts, 993 and 465.
    QStringList addresses = {}; ///< More of them for every host; nobody listens there.
    /// Whose DNS names and web server publish the last of the hosts: empty is the domain itself.
    QString hoster = {};
    enum class Publishing { Nothing, OverHttps, OverHttp } autoconfig = Publishing::Nothing;
    bool hasMailExchanger = false; ///< mx.HOSTER

    bool isIpv6Only = false;
    QString typed = u"alice@DOMAIN"_s;
    QStringList arguments;
    int exitCode = 0;
    /// A part of the document: objects may have more members, and each element of an array has to
    /// match one there; `[]` and `null` are just that. DOMAIN and FINGERPRINT are filled in.
    QByteArray document;

    QString ownerOf(const QString &domain) const { return hoster.isEmpty() ? domain : hoster; }
};

class TestServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void detects_data();
    void detects();
    void tellsServersApart();
    void namesEveryPlaceThatDoesNotAnswer();

private:
    void addTrustedRows();
    void addUnusualRows();
    void addVersionRows();
    void addInsecureRows();
    void addCertificateRows();
    void addAcceptedRows();
    void addPublishedRows();
    void addForeignRows();
    void addOddRows();
    void addAddressRows();

    IssuedCertificate leaf(const Scenario &scenario, const QString &domain) const;
    std::unique_ptr<MailSystem> startServers(Scenario &scenario, const QString &domain);
    void addRecords(const Scenario &scenario, const QString &domain, NameServerSetup &setup) const;
    std::unique_ptr<WebServer> publish(const Scenario &scenario, const QString &domain) const;
    ProgramRun detect(const QString &address, const QStringList &arguments) const;
    QStringList schemaErrors(const QByteArray &document) const;

    QTemporaryDir m_folder;
    IssuedCertificate m_root;
    IssuedCertificate m_intermediate;
    int m_lastHost = 10;
};

namespace {

QString toText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

/// Where `found` does not hold what `expected` asks for.
QStringList differences(const QJsonValue &expected, const QJsonValue &found, const QString &path)
{
    QStringList all;
    const QJsonArray array = expected.toArray();
    const QJsonObject object = expected.toObject();
    if (found.type() == expected.type() && !object.isEmpty()) {
        for (auto member = object.begin(); member != object.end(); ++member)
            all += differences(*member, found[member.key()], path + u'.' + member.key());
    } else if (found.type() == expected.type() && !array.isEmpty()) {
        const QJsonArray elements = found.toArray();
        for (const auto &wanted : array) {
            const bool isThere = std::any_of(elements.begin(), elements.end(),
                [&](auto element) { return differences(wanted, element, path).isEmpty(); });
            if (!isThere)
                all << u"%1: nothing matches %2"_s.arg(path, toText(wanted));
        }
    } else if (found != expected) {
        all << u"%1: %2 instead of %3"_s.arg(path, toText(found), toText(expected));
    }
    return all;
}

/// Gets the folder of the schemas, and the document on standard input.
constexpr const char *validator = R"(
import json, pathlib, sys
import jsonschema
import warnings; warnings.simplefilter("ignore")
schemas = {p.name: json.loads(p.read_text()) for p in pathlib.Path(sys.argv[1]).glob("*.json")}
schema = schemas["postern.detection-1.schema.json"]
store = {s["$id"]: s for s in schemas.values() if "$id" in s}
base = schema.get("$id", pathlib.Path(sys.argv[1], "postern.detection-1.schema.json").as_uri())
resolver = jsonschema.RefResolver(base, schema, store=store)
check = jsonschema.Draft202012Validator(schema, resolver=resolver)
check.check_schema(schema)
for error in check.iter_errors(json.load(sys.stdin)):
    print("/".join(map(str, error.absolute_path)) + ": " + error.message[:300])
)";

} // namespace

void TestServers::initTestCase()
{
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Postern test root"_s;
    m_root = selfSigned(authority);
    authority.commonName = u"Postern test intermediate"_s;
    authority.pathLength = 0;
    m_intermediate = issue(authority, m_root);

    QFile file(m_folder.filePath(u"root.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(m_root.certificatePem), m_root.certificatePem.size());
}

void TestServers::detects_data()
{
    QTest::addColumn<Scenario>("scenario");
    addTrustedRows();
    addUnusualRows();
    addVersionRows();
    addInsecureRows();
    addCertificateRows();
    addAcceptedRows();
    addPublishedRows();
    addForeignRows();
    addOddRows();
    addAddressRows();
}

void TestServers::addTrustedRows()
{
    Scenario all;
    all.hosts = {u"imap"_s, u"smtp"_s, u"mail"_s};
    all.dovecot.mechanisms = u"plain login scram-sha-256"_s;
    all.postfix.port25 = true;
    all.document = R"({
        "schema": "postern.detection/1", "address": "alice@DOMAIN", "domain": "DOMAIN",
        "verdict": "ready",
        "recommended": {
            "incoming": {"service": "imap", "host": "imap.DOMAIN", "port": 993, "security": "tls",
                         "trusted": true, "needsConsent": [], "tlsVersion": "TLSv1.3",
                         "authentication": ["SCRAM-SHA-256", "PLAIN", "LOGIN"]},
            "outgoing": {"service": "smtp", "host": "smtp.DOMAIN", "port": 465, "security": "tls",
                         "trusted": true, "needsConsent": [], "tlsVersion": "TLSv1.3",
                         "authentication": ["SCRAM-SHA-256", "PLAIN", "LOGIN"]}},
        "attempts": [
            {"port": 993, "outcome": "ok", "tls": {"verified": true, "acceptedByUser": false}},
            {"port": 465, "outcome": "ok", "tls": {"verified": true, "acceptedByUser": false}}]})";
    QTest::newRow("all-ports") << all;

    Scenario implicit;
    implicit.dovecot.clearPorts = false;
    implicit.postfix.port587 = false;
    implicit.hosts = {u"mail"_s};
    implicit.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"host": "mail.DOMAIN", "port": 993, "security": "tls", "trusted": true},
        "outgoing": {"host": "mail.DOMAIN", "port": 465, "security": "tls", "trusted": true}}})";
    QTest::newRow("implicit-tls-only") << implicit;

    Scenario startTls;
    startTls.dovecot.implicitTls = false;
    startTls.postfix.port465 = false;
    startTls.document = R"({"verdict": "ready", "recommended": {
            "incoming": {"service": "imap", "port": 143, "security": "starttls", "trusted": true,
                         "needsConsent": []},
            "outgoing": {"port": 587, "security": "starttls", "trusted": true,
                         "needsConsent": []}},
        "attempts": [{"port": 143, "security": "starttls", "outcome": "ok", "diagnoses": [
            {"code": "security.login-before-tls-disabled", "severity": "info"}]}]})";
    QTest::newRow("starttls-only") << startTls;
}

void TestServers::addUnusualRows()
{
    Scenario pop3;
    pop3.dovecot.imap = false;
    pop3.hosts = {u"mail"_s};
    pop3.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"service": "pop3", "port": 995, "security": "tls", "trusted": true},
        "outgoing": {"service": "smtp", "port": 465, "security": "tls", "trusted": true}}})";
    QTest::newRow("pop3-only") << pop3;

    Scenario records;
    records.hosts = {u"box"_s};
    records.hasServiceRecords = true;
    records.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"host": "box.DOMAIN", "port": 993, "security": "tls", "source": "srv"},
        "outgoing": {"host": "box.DOMAIN", "port": 465, "security": "tls", "source": "srv"}}})";
    QTest::newRow("service-records") << records;

    Scenario port;
    port.dovecot.imapsPort = 10993;
    port.dovecot.clearPorts = port.dovecot.pop3 = false;
    port.arguments = QStringList{u"--imap-port"_s, u"10993"_s};
    port.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"service": "imap", "port": 10993, "security": "tls", "trusted": true},
        "outgoing": {"port": 465}}})";
    QTest::newRow("unusual-port") << port;
}

void TestServers::addVersionRows()
{
    for (const char *version : {"TLSv1.2", "TLSv1.3"}) {
        Scenario only;
        only.dovecot.minTls = only.dovecot.maxTls = QString::fromLatin1(version);
        only.postfix.minTls = only.postfix.maxTls = QString::fromLatin1(version);
        only.document = QByteArray(R"({"verdict": "ready", "recommended": {
                "incoming": {"port": 993, "tlsVersion": "VERSION", "trusted": true},
                "outgoing": {"port": 465, "tlsVersion": "VERSION", "trusted": true}},
            "attempts": [{"port": 993, "outcome": "ok", "tls": {"version": "VERSION"}},
                         {"port": 465, "outcome": "ok", "tls": {"version": "VERSION"}}]})")
                            .replace("VERSION", version);
        const QByteArray row = QByteArray("only-") + version;
        QTest::newRow(row.toLower().replace('.', '-').constData()) << only;
    }
}

void TestServers::addInsecureRows()
{
    Scenario plaintext;
    plaintext.dovecot.implicitTls = plaintext.dovecot.startTls = false;
    plaintext.dovecot.disablePlaintextAuth = plaintext.postfix.authOnlyUnderTls = false;
    plaintext.postfix.port465 = plaintext.postfix.startTls = false;
    plaintext.exitCode = 3;
    plaintext.document = R"({"verdict": "insecure-only",
        "recommended": {"incoming": null, "outgoing": null},
        "alternatives": {
            "incoming": [{"service": "imap", "port": 143, "security": "none", "trusted": false,
                          "authentication": ["PLAIN", "LOGIN"],
                          "needsConsent": ["security.plaintext"]}],
            "outgoing": [{"service": "smtp", "port": 587, "security": "none", "trusted": false,
                          "authentication": ["PLAIN", "LOGIN"],
                          "needsConsent": ["security.plaintext"]}]},
        "problems": [{"code": "security.plaintext"}]})";
    QTest::newRow("plaintext-only") << plaintext;

    Scenario tempting;
    tempting.chain = Chain::SelfSigned;
    tempting.dovecot.startTls = tempting.dovecot.disablePlaintextAuth = false;
    tempting.postfix.startTls = tempting.postfix.authOnlyUnderTls = false;
    tempting.exitCode = 2;
    tempting.document = R"({"verdict": "decision-needed", "recommended": {
        "incoming": {"port": 993, "security": "tls", "trusted": false,
                     "needsConsent": ["certificate.self-signed"]},
        "outgoing": {"port": 465, "security": "tls", "trusted": false,
                     "needsConsent": ["certificate.self-signed"]}}})";
    QTest::newRow("bad-certificate-or-plaintext") << tempting;
}

void TestServers::addCertificateRows()
{
    const QList<std::tuple<const char *, Chain, const char *>> rows{
        {"self-signed", Chain::SelfSigned, "certificate.self-signed"},
        {"wrong-name", Chain::WrongName, "certificate.name-mismatch"},
        {"expired", Chain::Expired, "certificate.expired"},
        {"incomplete-chain", Chain::LeafOnly, "certificate.incomplete-chain"},
    };
    for (const auto &[name, chain, code] : rows) {
        Scenario scenario;
        scenario.chain = chain;
        scenario.exitCode = 2;
        scenario.document = QByteArray(R"({"verdict": "decision-needed", "recommended": {
                "incoming": {"port": 993, "trusted": false, "needsConsent": ["CODE"]},
                "outgoing": {"port": 465, "trusted": false, "needsConsent": ["CODE"]}},
            "attempts": [
                {"port": 993, "outcome": "certificate", "diagnoses": [{"code": "CODE"}],
                 "tls": {"verified": false, "acceptedByUser": false}},
                {"port": 465, "outcome": "certificate", "diagnoses": [{"code": "CODE"}],
                 "tls": {"verified": false, "acceptedByUser": false}}],
            "problems": [{"code": "CODE"}]})")
                                .replace("CODE", code);
        QTest::newRow(name) << scenario;
    }
}

void TestServers::addAcceptedRows()
{
    Scenario accepted;
    accepted.chain = Chain::SelfSigned;
    accepted.arguments = QStringList{u"--accept"_s, u"FINGERPRINT"_s};
    accepted.document = R"({"verdict": "ready", "recommended": {
            "incoming": {"port": 993, "trusted": false, "needsConsent": []},
            "outgoing": {"port": 465, "trusted": false, "needsConsent": []}},
        "attempts": [
            {"port": 993, "tls": {"verified": false, "acceptedByUser": true,
                                  "chain": [{"sha256": "FINGERPRINT", "selfSigned": true}]}},
            {"port": 465, "tls": {"verified": false, "acceptedByUser": true}}]})";
    QTest::newRow("accepted") << accepted;
}

void TestServers::addPublishedRows()
{
    Scenario file;
    file.hosts = {u"box"_s};
    file.autoconfig = Scenario::Publishing::OverHttps;
    file.document = R"({"verdict": "ready", "recommended": {
            "incoming": {"host": "box.DOMAIN", "port": 993, "security": "tls", "trusted": true,
                         "username": "alice", "needsConsent": [], "source": "autoconfig",
                         "origin": "https://autoconfig.DOMAIN/mail/config-v1.1.xml",
                         "publishedAuthentication": ["password-cleartext"]},
            "outgoing": {"host": "box.DOMAIN", "port": 587, "security": "starttls",
                         "source": "autoconfig"}},
        "sources": [{"name": "autoconfig", "state": "found"}, {"name": "srv", "state": "none"}]})";
    QTest::newRow("autoconfig") << file;

    file.autoconfig = Scenario::Publishing::OverHttp;
    file.exitCode = 2;
    file.document = R"({"verdict": "decision-needed", "recommended": {
            "incoming": {"host": "box.DOMAIN", "port": 993, "trusted": true,
                         "needsConsent": ["discovery.untrusted-source"]},
            "outgoing": {"host": "box.DOMAIN",
                         "needsConsent": ["discovery.untrusted-source"]}},
        "problems": [{"code": "discovery.untrusted-source", "severity": "warning"}]})";
    QTest::newRow("autoconfig-without-https") << file;

    Scenario repair;
    repair.chain = Chain::BoxOnly;
    repair.hosts = {u"imap"_s, u"smtp"_s, u"box"_s};
    repair.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"host": "box.DOMAIN", "port": 993, "trusted": true, "needsConsent": [],
                     "source": "certificate"},
        "outgoing": {"host": "box.DOMAIN", "port": 465, "source": "certificate"}}})";
    QTest::newRow("name-from-the-certificate") << repair;
}

void TestServers::addForeignRows()
{
    Scenario records;
    records.hosts = {u"box"_s};
    records.hoster = u"srv-hoster.test"_s;
    records.hasServiceRecords = true;
    records.exitCode = 2;
    records.document = R"({"verdict": "decision-needed", "recommended": {
            "incoming": {"host": "box.srv-hoster.test", "port": 993, "trusted": true,
                         "needsConsent": ["discovery.foreign-host"], "source": "srv"},
            "outgoing": {"host": "box.srv-hoster.test", "port": 465,
                         "needsConsent": ["discovery.foreign-host"]}},
        "problems": [{"code": "discovery.foreign-host"}]})";
    QTest::newRow("service-records-of-a-hoster") << records;

    records.hoster = u"known-hoster.test"_s;
    records.arguments = QStringList{u"--agree"_s, u"box.known-hoster.test"_s};
    records.exitCode = 0;
    records.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"host": "box.known-hoster.test", "needsConsent": []},
        "outgoing": {"host": "box.known-hoster.test", "needsConsent": []}}})";
    QTest::newRow("a-hoster-that-was-agreed-to") << records;

    Scenario exchanger;
    exchanger.hosts = {u"box"_s};
    exchanger.hoster = u"mx-hoster.test"_s;
    exchanger.hasMailExchanger = true;
    exchanger.autoconfig = Scenario::Publishing::OverHttps;
    exchanger.exitCode = 2;
    exchanger.document = R"({"verdict": "decision-needed", "recommended": {
            "incoming": {"host": "box.mx-hoster.test", "port": 993, "trusted": true, "source": "mx",
                         "needsConsent": ["discovery.foreign-host", "discovery.untrusted-source"]},
            "outgoing": {"host": "box.mx-hoster.test", "source": "mx"}},
        "sources": [{"name": "mx", "state": "found"}]})";
    QTest::newRow("mail-exchanger-of-a-hoster") << exchanger;
}

void TestServers::addOddRows()
{
    Scenario swapped;
    swapped.dovecot.imapPort = 993;
    swapped.dovecot.imapsPort = 143;
    swapped.dovecot.pop3 = false;
    swapped.postfix.port465 = false;
    swapped.postfix.submissionPort = 465;
    swapped.document = R"({"verdict": "ready", "recommended": {
            "incoming": {"port": 143, "security": "tls", "trusted": true},
            "outgoing": {"port": 465, "security": "starttls", "trusted": true}},
        "alternatives": {"incoming": [{"port": 993, "security": "starttls"}]},
        "attempts": [
            {"port": 465, "security": "tls", "outcome": "failed",
             "diagnoses": [{"code": "protocol.plaintext-on-tls-port"}]},
            {"port": 143, "security": "starttls", "outcome": "failed",
             "diagnoses": [{"code": "protocol.tls-on-plaintext-port"}]}]})";
    QTest::newRow("swapped-ports") << swapped;

    Scenario unusual;
    unusual.dovecot.imapPort = 1143;
    unusual.dovecot.implicitTls = unusual.dovecot.pop3 = false;
    unusual.postfix.port465 = false;
    unusual.postfix.submissionPort = 2525;
    unusual.arguments = QStringList{u"--imap-port"_s, u"1143"_s, u"--smtp-port"_s, u"2525"_s};
    unusual.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"port": 1143, "security": "starttls", "trusted": true},
        "outgoing": {"port": 2525, "security": "starttls", "trusted": true}}})";
    QTest::newRow("unusual-ports") << unusual;

    Scenario wrongPort;
    wrongPort.arguments = QStringList{u"--imap-port"_s, u"1993"_s};
    wrongPort.exitCode = 3;
    wrongPort.document = R"({"verdict": "partial",
        "recommended": {"incoming": null, "outgoing": {"port": 465}},
        "alternatives": {"incoming": [{"port": 993, "security": "tls", "trusted": true}]},
        "attempts": [{"port": 1993, "diagnoses": [{"code": "connect.refused"}]}]})";
    QTest::newRow("wrong-port-typed") << wrongPort;

    Scenario slow;
    slow.postfix.greetingDelaySeconds = 5;
    slow.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"port": 993, "trusted": true}, "outgoing": {"port": 465, "trusted": true}}})";
    QTest::newRow("slow-greeting") << slow;

    Scenario dead;
    dead.addresses = QStringList{u"2001:db8::7"_s};
    dead.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"port": 993, "trusted": true}, "outgoing": {"port": 465, "trusted": true}}})";
    QTest::newRow("dead-ipv6") << dead;
}

void TestServers::addAddressRows()
{
    if (TestNetwork::hasIpv6()) {
        Scenario ipv6;
        ipv6.isIpv6Only = true;
        ipv6.document = R"({"verdict": "ready", "recommended": {
                "incoming": {"port": 993, "trusted": true},
                "outgoing": {"port": 465, "trusted": true}},
            "attempts": [{"port": 993, "outcome": "ok", "addresses": ["::1"], "address": "::1"},
                         {"port": 465, "outcome": "ok", "address": "::1"}]})";
        QTest::newRow("ipv6-only") << ipv6;
    }

    Scenario words;
    words.typed = u"j\u00F6rg@B\u00DCCHER.test"_s;
    words.document = R"({"verdict": "ready", "address": "j\u00F6rg@DOMAIN", "domain": "DOMAIN",
        "recommended": {
            "incoming": {"host": "imap.DOMAIN", "port": 993, "trusted": true,
                         "username": "j\u00F6rg@DOMAIN"},
            "outgoing": {"host": "smtp.DOMAIN", "port": 465, "trusted": true}}})";
    QTest::newRow("xn--bcher-kva") << words;

    Scenario literal;
    literal.chain = Chain::AddressOnly;
    literal.hosts.clear();
    literal.arguments = QStringList{
        u"--imap-host"_s, u"ADDRESS"_s, u"--smtp-host"_s, u"ADDRESS"_s, u"--protocol"_s, u"imap"_s};
    literal.document = R"({"verdict": "ready", "recommended": {
        "incoming": {"host": "ADDRESS", "port": 993, "trusted": true, "needsConsent": []},
        "outgoing": {"host": "ADDRESS", "port": 465, "trusted": true, "needsConsent": []}}})";
    QTest::newRow("address-instead-of-a-name") << literal;
}

void TestServers::detects()
{
    QFETCH(Scenario, scenario);
    const QString domain = QString::fromLatin1(QTest::currentDataTag()) + u".test"_s;
    const auto servers = startServers(scenario, domain);
    NameServerSetup names;
    addRecords(scenario, domain, names);
    NameServer nameServer(names);
    const auto web = publish(scenario, domain);
    QVERIFY2(nameServer.waitUntilReady(), qPrintable(nameServer.log()));
    QVERIFY2(servers->waitUntilReady(), qPrintable(servers->log()));
    QVERIFY(!web || web->waitUntilReady());

    const QByteArray fingerprint = QSslCertificate(scenario.dovecot.certificatePem)
                                       .digest(QCryptographicHash::Sha256)
                                       .toHex();
    scenario.arguments.replaceInStrings(u"FINGERPRINT"_s, QString::fromLatin1(fingerprint));
    scenario.arguments.replaceInStrings(u"ADDRESS"_s, scenario.dovecot.address);
    const ProgramRun result
        = detect(scenario.typed.replace(u"DOMAIN"_s, domain), scenario.arguments);

    const QByteArray expected = scenario.document.replace("DOMAIN", domain.toUtf8())
                                    .replace("FINGERPRINT", fingerprint)
                                    .replace("ADDRESS", scenario.dovecot.address.toLatin1());
    const QJsonDocument document = QJsonDocument::fromJson(expected);
    QVERIFY2(document.isObject(), expected.constData());
    QStringList faults = differences(
        document.object(), QJsonDocument::fromJson(result.output).object(), u"document"_s);
    faults += schemaErrors(result.output);
    if (result.exitCode != scenario.exitCode)
        faults << u"exit code: %1 instead of %2"_s.arg(result.exitCode).arg(scenario.exitCode);
    // Not in the message of QVERIFY2, which is cut off after a page.
    if (!faults.isEmpty())
        qInfo("%s\n%s\n%s", result.errors.data(), result.output.data(), qPrintable(servers->log()));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

/// Several sets of servers can run at a time, and none answers for another.
void TestServers::tellsServersApart()
{
    Scenario good;
    Scenario bad;
    bad.chain = Chain::SelfSigned;
    const QString goodDomain = u"good.test"_s;
    const QString badDomain = u"bad.test"_s;
    const auto goodServers = startServers(good, goodDomain);
    const auto badServers = startServers(bad, badDomain);
    QVERIFY(good.dovecot.address != bad.dovecot.address);

    NameServerSetup names;
    addRecords(good, goodDomain, names);
    addRecords(bad, badDomain, names);
    NameServer nameServer(names);
    QVERIFY2(nameServer.waitUntilReady(), qPrintable(nameServer.log()));
    QVERIFY2(goodServers->waitUntilReady(), qPrintable(goodServers->log()));
    QVERIFY2(badServers->waitUntilReady(), qPrintable(badServers->log()));

    const ProgramRun goodRun = detect(u"alice@"_s + goodDomain, {});
    QVERIFY2(goodRun.exitCode == 0, goodRun.output + goodRun.errors);
    QVERIFY(goodRun.output.contains('"' + good.dovecot.address.toUtf8() + '"'));
    QVERIFY(!goodRun.output.contains('"' + bad.dovecot.address.toUtf8() + '"'));
    const ProgramRun badRun = detect(u"alice@"_s + badDomain, {});
    QVERIFY2(badRun.exitCode == 2, badRun.output + badRun.errors);
    QVERIFY(badRun.output.contains('"' + bad.dovecot.address.toUtf8() + '"'));
}

/// Behind a firewall that drops everything: each address and port has to be named.
void TestServers::namesEveryPlaceThatDoesNotAnswer()
{
    const QList<quint16> ports{993, 143, 995, 110, 465, 587, 25};
    const DeafPorts deaf(u"127.0.1.1"_s, ports);
    QVERIFY(deaf.areReady());
    NameServerSetup names;
    for (const QString &host : {u"imap"_s, u"pop"_s, u"smtp"_s, u"mail"_s})
        names.addresses << AddressRecord{host + u".dead.test"_s, u"127.0.1.1"_s};
    NameServer nameServer(names);
    QVERIFY2(nameServer.waitUntilReady(), qPrintable(nameServer.log()));

    const ProgramRun result = detect(u"alice@dead.test"_s, {});
    QVERIFY2(result.exitCode == 4, result.output + result.errors);
    const QJsonObject document = QJsonDocument::fromJson(result.output).object();
    QString evidence;
    for (const auto &problem : document["problems"_L1].toArray()) {
        if (problem["code"_L1].toString() == "connect.timeout"_L1)
            evidence += problem["title"_L1].toString() + problem["evidence"_L1].toString();
    }
    QVERIFY2(evidence.contains(u"127.0.1.1"_s), qPrintable(evidence));
    for (const quint16 port : ports) {
        QVERIFY2(evidence.contains(u":%1"_s.arg(port)), qPrintable(evidence));
        QVERIFY2(evidence.contains(u"port %1:"_s.arg(port)), qPrintable(evidence));
    }
    for (const auto &attempt : document["attempts"_L1].toArray())
        QVERIFY(attempt["outcome"_L1].toString() != "cancelled"_L1); // it ended by itself
}

IssuedCertificate TestServers::leaf(const Scenario &scenario, const QString &domain) const
{
    CertificateSpec spec;
    for (const QString &host : scenario.hosts)
        spec.dnsNames << host + u'.' + scenario.ownerOf(domain);
    spec.dnsNames << u"autoconfig."_s + scenario.ownerOf(domain);
    if (scenario.chain == Chain::BoxOnly)
        spec.dnsNames = QStringList{u"box."_s + domain};
    if (scenario.chain == Chain::AddressOnly)
        spec.ipNames = QList{QHostAddress(scenario.dovecot.address)};
    if (scenario.chain == Chain::WrongName)
        spec.dnsNames = QStringList{u"www.elsewhere.test"_s};
    spec.commonName = spec.dnsNames.first();
    if (scenario.chain == Chain::SelfSigned)
        return selfSigned(spec);
    if (scenario.chain == Chain::Expired) {
        spec.notBefore = spec.notBefore.addDays(-90);
        spec.notAfter = spec.notBefore.addDays(80);
    }
    spec.caIssuersUrl = u"http://authority.test/intermediate.cer"_s;
    return issue(spec, m_intermediate);
}

/// Fills in the addresses and certificates that the servers got.
std::unique_ptr<MailSystem> TestServers::startServers(Scenario &scenario, const QString &domain)
{
    const QString address = scenario.isIpv6Only ? u"::1"_s : u"127.0.0.%1"_s.arg(++m_lastHost);
    scenario.dovecot.address = scenario.postfix.address = address;
    const bool isAlone = scenario.chain == Chain::SelfSigned || scenario.chain == Chain::LeafOnly;
    const IssuedCertificate certificate = leaf(scenario, domain);
    const QByteArray chain
        = isAlone ? certificate.certificatePem : chainPem({certificate, m_intermediate});
    scenario.dovecot.certificatePem = scenario.postfix.certificatePem = chain;
    scenario.dovecot.keyPem = scenario.postfix.keyPem = certificate.keyPem;
    scenario.dovecot.userName = u"alice@"_s + domain;
    scenario.postfix.hostName = u"mail."_s + scenario.ownerOf(domain);
    return std::make_unique<MailSystem>(scenario.dovecot, scenario.postfix);
}

void TestServers::addRecords(
    const Scenario &scenario, const QString &domain, NameServerSetup &setup) const
{
    const QString owner = scenario.ownerOf(domain);
    QStringList hosts = scenario.hosts;
    if (scenario.autoconfig != Scenario::Publishing::Nothing)
        hosts << u"autoconfig"_s;
    for (const QString &host : std::as_const(hosts)) {
        setup.addresses << AddressRecord{host + u'.' + owner, scenario.dovecot.address};
        for (const QString &address : scenario.addresses)
            setup.addresses << AddressRecord{host + u'.' + owner, address};
    }
    const QString target = scenario.hosts.value(scenario.hosts.size() - 1) + u'.' + owner;
    if (scenario.hasServiceRecords)
        setup.services << ServiceRecord{u"_imaps._tcp."_s + domain, target, 993}
                       << ServiceRecord{u"_submissions._tcp."_s + domain, target, 465};
    if (scenario.hasMailExchanger)
        setup.mailExchanges << MailExchangeRecord{domain, u"mx."_s + owner};
}

/// The web server with the configuration file, where there is to be one.
std::unique_ptr<WebServer> TestServers::publish(
    const Scenario &scenario, const QString &domain) const
{
    if (scenario.autoconfig == Scenario::Publishing::Nothing)
        return nullptr;
    const QByteArray file
        = QByteArray(R"(<clientConfig version="1.1"><emailProvider id="x">
            <incomingServer type="imap"><hostname>HOST</hostname><port>993</port>
              <socketType>SSL</socketType><authentication>password-cleartext</authentication>
              <username>%EMAILLOCALPART%</username></incomingServer>
            <outgoingServer type="smtp"><hostname>HOST</hostname><port>587</port>
              <socketType>STARTTLS</socketType></outgoingServer>
            </emailProvider></clientConfig>)")
              .replace("HOST", (scenario.hosts.last() + u'.' + scenario.ownerOf(domain)).toUtf8());
    const bool isHttps = scenario.autoconfig == Scenario::Publishing::OverHttps;
    return std::make_unique<WebServer>(scenario.dovecot.address, scenario.dovecot.certificatePem,
        isHttps ? scenario.dovecot.keyPem : QByteArray(), u"/mail/config-v1.1.xml"_s, file);
}

ProgramRun TestServers::detect(const QString &address, const QStringList &arguments) const
{
    const QStringList all = QStringList{
        u"detect"_s, u"--format"_s, u"json"_s,
        u"--ca"_s, m_folder.filePath(u"root.pem"_s),
        u"--trust-store"_s, m_folder.filePath(u"trust.json"_s),
        u"--timeout"_s, u"30"_s,
    } + arguments + QStringList{address};
    return runProgram(QStringLiteral(POSTERN_CLI), all, cleanEnvironment(m_folder.path()));
}

QStringList TestServers::schemaErrors(const QByteArray &document) const
{
    const ProgramRun result = runProgram(ServerProcess::findProgram(u"python3"_s),
        {u"-c"_s, QString::fromLatin1(validator), QStringLiteral(POSTERN_SCHEMA_DIR)},
        cleanEnvironment(m_folder.path()), document);
    if (result.exitCode == 0)
        return QString::fromUtf8(result.output).split(u'\n', Qt::SkipEmptyParts);
    if (result.errors.contains("No module named 'jsonschema'") && !TestNetwork::mustNotSkip()) {
        qWarning("The document was not checked: python3-jsonschema is not installed.");
        return {};
    }
    return {u"schema: "_s + QString::fromUtf8(result.errors)};
}

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    return runServerSuite<TestServers>(
        argc, argv, {u"dovecot"_s, u"master"_s, u"dnsmasq"_s, u"python3"_s});
}

#include "tst_servers.moc"
