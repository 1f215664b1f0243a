// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether the JSON schemas are sound, and the documents that core writes fit them.

#include "diagnosis/diagnose.h"
#include "document/detectiondocument.h"
#include "document/explanationdocument.h"
#include "export/redaction.h"
#include "support/names.h"
#include "support/testcertificates.h"
#include "support/testnetwork.h"
#include "trust/trustdocument.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

const QString detectionSchema = u"postern.detection-1.schema.json"_s;
const QString inspectionSchema = u"postern.inspection-1.schema.json"_s;
const QString explanationSchema = u"postern.explanation-1.schema.json"_s;
const QString trustSchema = u"postern.trust-1.schema.json"_s;

/// Reads a document, prints what is wrong with it by the schema that the argument names.
const QString validator = u"import json, sys\n"
                          "from jsonschema import Draft202012Validator\n"
                          "from jsonschema.exceptions import best_match\n"
                          "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                          "Draft202012Validator.check_schema(schema)\n"
                          "document = json.load(sys.stdin)\n"
                          "for fault in Draft202012Validator(schema).iter_errors(document):\n"
                          "    cause = best_match([fault])\n"
                          "    print(cause.json_path + ': ' + cause.message[:300])\n"_s;

QJsonObject schemaNamed(const QString &name)
{
    QFile file(QDir(QStringLiteral(POSTERN_SCHEMA_DIR)).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// What python3-jsonschema says; one line each, nothing where all is well.
QStringList schemaFaults(const QString &schema, const QByteArray &document)
{
    const QString path = QDir(QStringLiteral(POSTERN_SCHEMA_DIR)).filePath(schema);
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, validator, path});
    python.write(document);
    python.closeWriteChannel();
    if (!python.waitForFinished(30000) || python.exitCode() != 0)
        return {QString::fromUtf8(python.readAllStandardError())};
    return QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

bool hasValidator()
{
    static const bool isThere = [] {
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s, u"from jsonschema import Draft202012Validator"_s});
        return python.waitForFinished(30000) && python.exitCode() == 0;
    }();
    return isThere;
}

QList<Certificate> chain()
{
    CertificateSpec authority;
    authority.commonName = u"Authority"_s;
    authority.isCa = true;
    authority.extendedKeyUsage.clear();
    const IssuedCertificate issuer = selfSigned(authority);
    CertificateSpec server;
    server.commonName = u"mail.example.org"_s;
    server.dnsNames = QStringList{u"mail.example.org"_s, u"*.example.net"_s};
    server.ipNames = {QHostAddress(u"192.0.2.7"_s), QHostAddress(u"2001:db8::7"_s)};
    return Certificate::listFromPem(chainPem({issue(server, issuer), issuer}));
}

Handshake verifiedSession()
{
    Handshake session;
    session.version = TlsVersion::Tls1_3;
    session.cipher = u"TLS_AES_256_GCM_SHA384"_s;
    session.usedBits = 256;
    session.hasForwardSecrecy = true;
    session.serverName = u"mail.example.org"_s;
    session.chain = chain();
    session.trust = Trust::Verified;
    return session;
}

ProbeReport reportOn(const Endpoint &endpoint)
{
    ProbeReport report;
    report.candidate.endpoint = endpoint;
    report.candidate.provenance.source = Source::Srv;
    report.candidate.provenance.origin = u"_imaps._tcp.example.org"_s;
    report.outcome = ProbeReport::Outcome::Ok;
    report.stages = {{Stage::Resolve, 0.21, 40.93}, {Stage::Connect, 41, 81.2}};
    report.addresses = {QHostAddress(u"192.0.2.7"_s), QHostAddress(u"2001:db8::7"_s)};
    report.address = report.addresses.constFirst();
    report.profile.greeting = "* OK ready";
    report.profile.capabilities = QStringList{u"IMAP4rev1"_s, u"AUTH=PLAIN"_s};
    report.profile.mechanisms = QStringList{u"PLAIN"_s};
    if (endpoint.security != Security::Plaintext)
        report.tls = verifiedSession();
    return report;
}

ProbeReport incomingReport()
{
    return reportOn({Protocol::Imap, hostName(u"mail.example.org"_s), 993, Security::ImplicitTls});
}

ProbeReport outgoingReport()
{
    return reportOn({Protocol::Smtp, hostName(u"mail.example.org"_s), 587, Security::StartTls});
}

/// With findings of several kinds, and another certificate accepted earlier.
ProbeReport undecidedReport()
{
    ProbeReport report = incomingReport();
    report.outcome = ProbeReport::Outcome::Certificate;
    report.tls->trust = Trust::Unverified;
    for (const Finding::Kind kind :
        {Finding::Kind::SelfSigned, Finding::Kind::Expired, Finding::Kind::NameMismatch})
        report.tls->findings.append({kind, 0, u"CN=mail.example.org"_s});
    TrustException earlier;
    earlier.sha256 = QByteArray(64, 'a');
    report.superseded = earlier;
    report.tls->isChanged = true;
    return report;
}

ProbeReport failedReport(Fault fault)
{
    ProbeReport report;
    report.candidate.endpoint
        = {Protocol::Pop3, hostName(u"pop.example.org"_s), 110, Security::StartTls};
    report.fault = SeenFault{fault, u"what was seen"_s};
    return report;
}

ProbeReport endedReport(ProbeReport::Outcome outcome)
{
    ProbeReport report;
    report.candidate.endpoint = {Protocol::Smtp, hostName(u"192.0.2.9"_s), 25, Security::Plaintext};
    report.outcome = outcome;
    return report;
}

ProbeReport plaintextReport()
{
    ProbeReport report
        = reportOn({Protocol::Pop3, hostName(u"2001:db8::7"_s), 110, Security::Plaintext});
    report.profile.isLoginDisabledBeforeTls = true;
    report.profile.offersStartTls = true;
    return report;
}

/// Works, but takes mail for its own users only, so it is no setting for anybody.
ProbeReport relayReport()
{
    ProbeReport report
        = reportOn({Protocol::Smtp, hostName(u"mail.example.org"_s), 25, Security::StartTls});
    report.profile.mechanisms.clear();
    report.profile.isLoginDisabled = true;
    return report;
}

/// Behind the server's certificate comes one whose key nobody knows how to read.
ProbeReport oddChainReport()
{
    const QByteArray readable = QByteArray::fromHex("06072a8648ce3d0201"); // RFC 5480, 2.1.1
    const QByteArray unknown = QByteArray::fromHex("06072a8648ce3d027f");
    ProbeReport report = incomingReport();
    const QByteArray der = report.tls->chain.at(1).toQt().toDer().replace(readable, unknown);
    report.tls->chain[1] = QSslCertificate(der, QSsl::Der);
    return report;
}

/// One report for each fault.
QList<ProbeReport> allFailures()
{
    QList<ProbeReport> reports;
    for (int i = 0; i <= static_cast<int>(Fault::HandshakeFailed); ++i)
        reports.append(failedReport(static_cast<Fault>(i)));
    return reports;
}

/// A document is written when no source is running any more.
QList<SourceReport> everySourceState()
{
    using State = SourceReport::State;
    QList<SourceReport> reports;
    for (const State state : {State::Found, State::None, State::Failed, State::Cancelled})
        reports.append({Source::Srv, state, 41.05, u"_imaps._tcp.example.org"_s, u"detail"_s});
    return reports;
}

Detection detectionOf(const QList<ProbeReport> &attempts)
{
    Detection detection
        = concludeDetection(identity(u"alice@example.org"_s), attempts, everySourceState());
    detection.elapsedMs = 231.44;
    return detection;
}

} // namespace

class TestSchemas : public QObject
{
    Q_OBJECT

private slots:
    void isSound_data();
    void isSound();
    void sharesDefinitions();
    void fits_data();
    void fits();
    void fitsForDomain();
    void fitsExplanations();
    void noticesFaults_data();
    void noticesFaults();
    void fitsTheAcceptedCertificates();
};

void TestSchemas::isSound_data()
{
    QTest::addColumn<QString>("schema");
    const QStringList names
        = QDir(QStringLiteral(POSTERN_SCHEMA_DIR)).entryList({u"*.json"_s}, QDir::Files);
    QVERIFY(names.contains(detectionSchema) && names.contains(inspectionSchema));
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestSchemas::isSound()
{
    QFETCH(QString, schema);
    const QJsonObject root = schemaNamed(schema);
    QVERIFY2(!root.isEmpty(), "not JSON");
    QCOMPARE(
        root.value("$schema"_L1).toString(), u"https://json-schema.org/draft/2020-12/schema"_s);

    const QJsonObject code = root.value("$defs"_L1).toObject().value("code"_L1).toObject();
    if (code.isEmpty())
        return;
    const QRegularExpression form(code.value("pattern"_L1).toString());
    for (const Problem problem : allProblems())
        QVERIFY2(form.match(toString(problem)).hasMatch(), qPrintable(toString(problem)));
}

/// Each file stands alone, so what they have in common is written twice and has to stay equal.
void TestSchemas::sharesDefinitions()
{
    const QJsonObject one = schemaNamed(detectionSchema).value("$defs"_L1).toObject();
    const QJsonObject other = schemaNamed(inspectionSchema).value("$defs"_L1).toObject();
    int shared = 0;
    for (auto definition = one.begin(); definition != one.end(); ++definition) {
        if (!other.contains(definition.key()))
            continue;
        QVERIFY2(*definition == other.value(definition.key()), qPrintable(definition.key()));
        ++shared;
    }
    QVERIFY(shared > 0);
}

void TestSchemas::fits_data()
{
    QTest::addColumn<QList<ProbeReport>>("attempts");
    QTest::addColumn<Verdict>("verdict");
    using Outcome = ProbeReport::Outcome;

    QTest::newRow("ready") << QList<ProbeReport>{incomingReport(), outgoingReport()}
                           << Verdict::Ready;
    QTest::newRow("decision needed")
        << QList<ProbeReport>{undecidedReport(), outgoingReport()} << Verdict::DecisionNeeded;
    QTest::newRow("one direction")
        << QList<ProbeReport>{incomingReport(), endedReport(Outcome::Cancelled)}
        << Verdict::Partial;
    QTest::newRow("insecure") << QList<ProbeReport>{plaintextReport()} << Verdict::InsecureOnly;
    QTest::newRow("every failure") << allFailures() << Verdict::NothingFound;
    QTest::newRow("offline") << QList<ProbeReport>{failedReport(Fault::DnsTimeout),
        endedReport(Outcome::Skipped)}
                             << Verdict::Offline;
    QTest::newRow("relay only") << QList<ProbeReport>{relayReport()} << Verdict::NothingFound;
    QTest::newRow("unreadable key in the chain")
        << QList<ProbeReport>{oddChainReport()} << Verdict::Partial;
    QTest::newRow("nothing tried") << QList<ProbeReport>() << Verdict::NothingFound;
}

void TestSchemas::fits()
{
    QFETCH(QList<ProbeReport>, attempts);
    QFETCH(Verdict, verdict);
    if (!hasValidator() && !TestNetwork::mustNotSkip())
        QSKIP("python3-jsonschema is not installed");
    const Detection detection = detectionOf(attempts);
    QCOMPARE(toString(detection.verdict), toString(verdict));
    const QStringList faults = schemaFaults(detectionSchema, writeDetectionDocument(detection))
        + schemaFaults(
            inspectionSchema, writeInspectionDocument(detection, u"mail.example.org"_s, 993))
        + schemaFaults(detectionSchema, writeDetectionDocument(redacted(detection)));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestSchemas::fitsForDomain()
{
    if (!hasValidator() && !TestNetwork::mustNotSkip())
        QSKIP("python3-jsonschema is not installed");
    Detection detection = detectionOf({incomingReport(), outgoingReport()});
    detection.settings.identity = identity(u"example.org"_s);
    const QStringList faults = schemaFaults(detectionSchema, writeDetectionDocument(detection));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestSchemas::noticesFaults_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");

    QTest::newRow("unknown verdict") << u"verdict"_s << QJsonValue(u"fine"_s);
    QTest::newRow("other schema") << u"schema"_s << QJsonValue(u"postern.detection/2"_s);
    QTest::newRow("missing member") << u"attempts"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("wrong type") << u"elapsedMs"_s << QJsonValue(u"231"_s);
    QTest::newRow("attempt without members")
        << u"attempts"_s << QJsonValue(QJsonArray{QJsonObject()});
}

void TestSchemas::noticesFaults()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    if (!hasValidator() && !TestNetwork::mustNotSkip())
        QSKIP("python3-jsonschema is not installed");
    const Detection detection = detectionOf({incomingReport(), outgoingReport()});
    QJsonObject document = QJsonDocument::fromJson(writeDetectionDocument(detection)).object();
    document.insert(member, value); // Undefined removes it
    QVERIFY(!schemaFaults(detectionSchema, QJsonDocument(document).toJson()).isEmpty());
}

void TestSchemas::fitsExplanations()
{
    if (!hasValidator() && !TestNetwork::mustNotSkip())
        QSKIP("python3-jsonschema is not installed");
    for (const QString &text : {u"wrong version number"_s, u"certificate.revoked"_s, u"hello"_s}) {
        const QStringList faults
            = schemaFaults(explanationSchema, writeExplanationDocument(text, meaningsOf(text)));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
}

void TestSchemas::fitsTheAcceptedCertificates()
{
    if (!hasValidator() && !TestNetwork::mustNotSkip())
        QSKIP("python3-jsonschema is not installed");
    TrustException exception;
    exception.host = hostName(u"mail.example.org"_s);
    exception.port = 993;
    exception.sha256 = exception.spkiSha256 = QByteArray(64, 'a');
    exception.findings = {Finding::Kind::SelfSigned, Finding::Kind::NotYetValid};
    exception.acceptedAt = QDateTime::currentDateTimeUtc();
    exception.certificatePem = chain().constFirst().toPem();
    for (const QList<TrustException> &exceptions : {QList<TrustException>(), {exception}}) {
        const QStringList faults = schemaFaults(trustSchema, writeTrustDocument(exceptions));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
    exception.findings.clear(); // in spite of nothing: no exception at all
    QVERIFY(!schemaFaults(trustSchema, writeTrustDocument({exception})).isEmpty());
}

} // namespace postern

Q_DECLARE_METATYPE(postern::Verdict)

QTEST_GUILESS_MAIN(postern::TestSchemas)
#include "tst_schemas.moc"
