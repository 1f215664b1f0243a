// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/advice.h"
#include "diagnosis/diagnose.h"
#include "support/names.h"
#include "support/testcertificates.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Kind = Finding::Kind;

class TestDiagnose : public QObject
{
    Q_OBJECT

private slots:
    void namesFaults_data();
    void namesFaults();
    void namesEveryFault();
    void noticesAnOverwrittenOffer_data();
    void noticesAnOverwrittenOffer();
    void namesFindings_data();
    void namesFindings();
    void tellsOfAcceptedFindingsAsInformation();
    void namesAllFindingsOnce();
    void tellsWhyACertificateIsUnacceptable();
    void namesTheNamesOfTheCertificate();
    void tellsOfAChangedCertificate();
    void remarksOnTheChain();
    void readsRefusals_data();
    void readsRefusals();
    void readsProfiles_data();
    void readsProfiles();
    void putsErrorsFirst();
    void asksForConsent_data();
    void asksForConsent();
    void knowsTheContractsCodes_data();
    void knowsTheContractsCodes();
    void knowsNoOtherCodes();
    void namesSeverities();
};

namespace {

const Endpoint endpoint
    = {Protocol::Imap, hostName(u"imap.example.org"_s), 993, Security::ImplicitTls};

ProbeReport workingReport(Security security = Security::ImplicitTls)
{
    ProbeReport report;
    report.candidate.endpoint = endpoint;
    report.candidate.endpoint.security = security;
    report.outcome = ProbeReport::Outcome::Ok;
    report.lastStage = Stage::Capabilities;
    report.profile.mechanisms = {u"PLAIN"_s};
    if (security != Security::Plaintext) {
        report.tls = Handshake();
        report.tls->trust = Trust::Verified;
    }
    return report;
}

ProbeReport failedReport(Fault fault, Stage stage)
{
    ProbeReport report;
    report.candidate.endpoint = endpoint;
    report.outcome = ProbeReport::Outcome::Failed;
    report.fault = SeenFault{fault, u"the evidence"_s};
    report.lastStage = stage;
    return report;
}

ProbeReport reportWith(const QList<Kind> &kinds, Trust trust)
{
    ProbeReport report = workingReport();
    report.tls->trust = trust;
    if (trust == Trust::Unverified)
        report.outcome = ProbeReport::Outcome::Certificate;
    for (const Kind kind : kinds)
        report.tls->findings.append({kind, 0, u"about "_s + toString(kind)});
    return report;
}

TrustException earlierException()
{
    TrustException exception;
    exception.sha256 = "f117" + QByteArray(60, '0');
    return exception;
}

/// `error certificate.expired`
QStringList linesOf(const QList<Diagnosis> &diagnoses)
{
    QStringList lines;
    for (const Diagnosis &diagnosis : diagnoses)
        lines += toString(diagnosis.severity) + u' ' + toString(diagnosis.problem);
    return lines;
}

constexpr int faultCount = static_cast<int>(Fault::CertificateUnacceptable) + 1;

} // namespace

void TestDiagnose::namesFaults_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("code");

    const auto row = [](const char *name, Fault fault, Stage stage, const char *code) {
        QTest::newRow(name) << fault << stage << QString::fromLatin1(code);
    };
    row("no such name", Fault::NoSuchName, Stage::Resolve, "dns.no-such-name");
    row("no address", Fault::NoAddress, Stage::Resolve, "dns.no-address");
    row("no answer of the DNS", Fault::DnsTimeout, Stage::Resolve, "dns.timeout");
    row("a failure of the DNS", Fault::DnsFailure, Stage::Resolve, "dns.failure");
    row("no route", Fault::Unreachable, Stage::Connect, "network.unreachable");
    row("nobody listens", Fault::Refused, Stage::Connect, "connect.refused");
    row("filtered or dead", Fault::ConnectTimeout, Stage::Connect, "connect.timeout");
    row("cut off before a word", Fault::ConnectReset, Stage::Connect, "connect.reset");
    row("silent", Fault::NoGreeting, Stage::Greeting, "protocol.no-greeting");
    row("hung up", Fault::Closed, Stage::Capabilities, "protocol.closed");
    row("silent in the middle", Fault::ReplyTimeout, Stage::Capabilities, "protocol.closed");
    row("plaintext where TLS was expected", Fault::PlaintextOnTlsPort, Stage::Handshake,
        "protocol.plaintext-on-tls-port");
    row("TLS where plaintext was expected", Fault::TlsOnPlaintextPort, Stage::Greeting,
        "protocol.tls-on-plaintext-port");
    row("another protocol", Fault::WrongService, Stage::Greeting, "protocol.wrong-service");
    row("turned away", Fault::GreetingRejected, Stage::Greeting, "protocol.rejected");
    row("no word about abilities", Fault::CapabilitiesRefused, Stage::Capabilities,
        "protocol.rejected");
    row("unparsable", Fault::Malformed, Stage::Greeting, "protocol.malformed");
    row("unasked", Fault::Unsolicited, Stage::Capabilities, "protocol.malformed");
    row("too much", Fault::TooMuchData, Stage::Capabilities, "protocol.too-much-data");
    row("signed in before TLS", Fault::PreauthBeforeTls, Stage::Greeting,
        "protocol.preauthenticated");
    row("no STARTTLS", Fault::StartTlsNotOffered, Stage::Capabilities, "starttls.not-offered");
    row("STARTTLS refused", Fault::StartTlsRefused, Stage::StartTls, "starttls.refused");
    row("bytes slipped in", Fault::InjectedData, Stage::StartTls, "starttls.injection");
    row("TLS too old", Fault::TlsVersionTooOld, Stage::Handshake, "tls.version-too-old");
    row("TLS too new", Fault::TlsVersionTooNew, Stage::Handshake, "tls.version-too-new");
    row("no common cipher", Fault::NoCommonCipher, Stage::Handshake, "tls.no-common-cipher");
    row("a client certificate wanted", Fault::ClientCertificateRequired, Stage::Handshake,
        "tls.client-certificate-required");
    row("weak parameters", Fault::WeakParameters, Stage::Handshake, "tls.weak-parameters");
    row("silent in the handshake", Fault::HandshakeTimeout, Stage::Handshake,
        "tls.handshake-failed");
    row("a broken handshake", Fault::HandshakeFailed, Stage::Handshake, "tls.handshake-failed");
}

void TestDiagnose::namesFaults()
{
    QFETCH(Fault, fault);
    QFETCH(Stage, stage);
    QFETCH(QString, code);

    const QList<Diagnosis> diagnoses = diagnose(failedReport(fault, stage));
    QCOMPARE(linesOf(diagnoses), QStringList{u"error "_s + code});
    QCOMPARE(toString(diagnoses.constFirst().stage), toString(stage));
    QCOMPARE(diagnoses.constFirst().evidence, u"the evidence"_s);
    QVERIFY(diagnoses.constFirst().endpoint == endpoint);
}

void TestDiagnose::noticesAnOverwrittenOffer_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<bool>("isOverwritten");
    QTest::newRow("by a firewall") << QStringList{u"SIZE"_s, u"XXXXXXXA"_s} << true;
    QTest::newRow("all of it") << QStringList{u"XXXXXXXX"_s} << true;
    QTest::newRow("a private extension") << QStringList{u"XFORWARD"_s, u"XOORG"_s} << false;
    QTest::newRow("nothing unusual") << QStringList{u"PIPELINING"_s, u"8BITMIME"_s} << false;
}

void TestDiagnose::noticesAnOverwrittenOffer()
{
    QFETCH(QStringList, capabilities);
    QFETCH(bool, isOverwritten);
    ProbeReport report = failedReport(Fault::StartTlsNotOffered, Stage::Capabilities);
    report.profile.capabilities = capabilities;
    const Diagnosis diagnosis = diagnose(report).constFirst();
    QCOMPARE(detailsOf<OfferDetails>(diagnosis).isOverwritten, isOverwritten);
    QCOMPARE(Advice::textFor(diagnosis).title.contains(u"removes encryption"), isOverwritten);
}

void TestDiagnose::namesEveryFault()
{
    for (int i = 0; i < faultCount; ++i) {
        const auto fault = static_cast<Fault>(i);
        // What nobody may accept is told by its findings instead.
        const qsizetype expected = fault == Fault::CertificateUnacceptable ? 0 : 1;
        QCOMPARE(diagnose(failedReport(fault, Stage::Handshake)).size(), expected);
    }
    // TLS 1.3 tells of a refused client only when the first answer is read.
    const auto late = diagnose(failedReport(Fault::ClientCertificateRequired, Stage::Capabilities));
    QCOMPARE(toString(late.constFirst().stage), u"handshake"_s);
}

void TestDiagnose::namesFindings_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");

    const auto row = [](Kind kind, const char *code) {
        QTest::addRow("%s", qPrintable(toString(kind))) << kind << QString::fromLatin1(code);
    };
    row(Kind::SelfSigned, "certificate.self-signed");
    row(Kind::UnknownIssuer, "certificate.unknown-issuer");
    row(Kind::IncompleteChain, "certificate.incomplete-chain");
    row(Kind::NameMismatch, "certificate.name-mismatch");
    row(Kind::Expired, "certificate.expired");
    row(Kind::NotYetValid, "certificate.not-yet-valid");
    row(Kind::Revoked, "certificate.revoked");
    row(Kind::NotForServers, "certificate.not-for-servers");
    row(Kind::WeakSignature, "tls.weak-signature");
    row(Kind::WeakKey, "tls.weak-key");
    row(Kind::Invalid, "certificate.invalid");
    row(Kind::Missing, "certificate.invalid");
}

void TestDiagnose::namesFindings()
{
    QFETCH(Kind, kind);
    QFETCH(QString, code);

    const QList<Diagnosis> diagnoses = diagnose(reportWith({kind}, Trust::Unverified));
    QCOMPARE(linesOf(diagnoses), QStringList{u"error "_s + code});
    QCOMPARE(toString(diagnoses.constFirst().stage), u"handshake"_s);
    QCOMPARE(diagnoses.constFirst().evidence, u"about "_s + toString(kind));
}

void TestDiagnose::tellsOfAcceptedFindingsAsInformation()
{
    QCOMPARE(linesOf(diagnose(
                 reportWith({Kind::SelfSigned, Kind::NameMismatch}, Trust::AcceptedByUser))),
        (QStringList{u"info certificate.self-signed"_s, u"info certificate.name-mismatch"_s}));
}

void TestDiagnose::namesAllFindingsOnce()
{
    ProbeReport report
        = reportWith({Kind::Expired, Kind::SelfSigned, Kind::Expired}, Trust::Unverified);
    report.tls->findings.last().depth = 1;
    QCOMPARE(linesOf(diagnose(report)),
        (QStringList{u"error certificate.expired"_s, u"error certificate.self-signed"_s}));
}

void TestDiagnose::tellsWhyACertificateIsUnacceptable()
{
    ProbeReport report = reportWith({Kind::SelfSigned, Kind::WeakKey}, Trust::Unverified);
    report.outcome = ProbeReport::Outcome::Failed;
    report.fault = SeenFault{Fault::CertificateUnacceptable, {}};
    report.lastStage = Stage::Handshake;
    QCOMPARE(linesOf(diagnose(report)),
        (QStringList{u"error certificate.self-signed"_s, u"error tls.weak-key"_s}));
}

void TestDiagnose::namesTheNamesOfTheCertificate()
{
    CertificateSpec spec;
    spec.dnsNames = {u"a.example.net"_s, u"b\u202e.example.net"_s};
    spec.ipNames = {QHostAddress(u"192.0.2.7"_s)};
    ProbeReport report = reportWith({Kind::SelfSigned, Kind::NameMismatch}, Trust::Unverified);
    report.tls->chain = {QSslCertificate(selfSigned(spec).certificatePem)};
    const QList<Diagnosis> diagnoses = diagnose(report);
    QCOMPARE(diagnoses.size(), 2);
    QCOMPARE(detailsOf<NameDetails>(diagnoses.at(0)).names, QStringList());
    QCOMPARE(detailsOf<NameDetails>(diagnoses.at(1)).names,
        (QStringList{u"a.example.net"_s, u"192.0.2.7"_s})); // what can name no server is left out
}

void TestDiagnose::tellsOfAChangedCertificate()
{
    ProbeReport report = reportWith({Kind::SelfSigned}, Trust::Unverified);
    report.superseded = earlierException();
    report.tls->isChanged = true;
    const QList<Diagnosis> diagnoses = diagnose(report);
    QCOMPARE(linesOf(diagnoses),
        (QStringList{u"error certificate.changed"_s, u"error certificate.self-signed"_s}));
    QVERIFY2(diagnoses.constFirst().evidence.contains(u"F1:17:00:00"_s),
        qPrintable(diagnoses.constFirst().evidence));
}

void TestDiagnose::remarksOnTheChain()
{
    ProbeReport report = workingReport();
    using Remark = ChainRemark::Kind;
    for (const Remark kind :
        {Remark::ExpiresSoon, Remark::WrongOrder, Remark::Superfluous, Remark::Intercepted})
        report.tls->remarks.append({kind, u"seen"_s});
    QCOMPARE(linesOf(diagnose(report)),
        (QStringList{u"warning certificate.expires-soon"_s, u"warning certificate.intercepted"_s,
            u"info certificate.wrong-order"_s, u"info certificate.superfluous"_s}));
    QVERIFY(consentsFor(report).isEmpty()); // it works all the same
}

void TestDiagnose::readsRefusals_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<bool>("isBlockListed");
    QTest::addColumn<bool>("isTemporary");
    QTest::newRow("switched off, which is another matter")
        << u"* BYE IMAP access is disabled for your domain"_s << false << false;
    QTest::newRow("a block list")
        << u"554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"_s
        << true << false;
    QTest::newRow("another") << u"550 Your IP is listed at dnsbl.example"_s << true << false;
    QTest::newRow("a reputation") << u"421 4.7.0 mail from your IP has a poor reputation"_s << true
                                  << true;
    QTest::newRow("a dynamic address")
        << u"554 mail from dynamic IP addresses is not accepted"_s << true << false;
    QTest::newRow("a host name like a list's")
        << u"554 mail.marble.example: no"_s << false << false;
    QTest::newRow("not listed") << u"550 host not listed in DNS"_s << false << false;
    QTest::newRow("no name for the address")
        << u"450 4.7.1 cannot find your hostname"_s << false << false;
    QTest::newRow("IMAP, an implementation's limit") << u"* BYE [LIMIT] flags"_s << false << false;
    QTest::newRow("busy") << u"421 4.3.2 Service not available, try again"_s << false << true;
    QTest::newRow("IMAP, busy") << u"* BYE [UNAVAILABLE] Temporary failure"_s << false << true;
    QTest::newRow("POP3, busy") << u"-ERR [SYS/TEMP] try later"_s << false << true;
    QTest::newRow("too often") << u"* BYE Too many connections from your address"_s << false
                               << true;
    QTest::newRow("no reason") << u"554 No SMTP service here"_s << false << false;
}

void TestDiagnose::readsRefusals()
{
    QFETCH(QString, reply);
    QFETCH(bool, isBlockListed);
    QFETCH(bool, isTemporary);
    ProbeReport report;
    report.candidate.endpoint = endpoint;
    if (reply.front().isDigit())
        report.candidate.endpoint.protocol = Protocol::Smtp;
    report.outcome = ProbeReport::Outcome::Failed;
    report.fault = SeenFault{Fault::GreetingRejected, reply};
    report.lastStage = Stage::Greeting;
    const QList<Diagnosis> diagnoses = diagnose(report);
    QCOMPARE(linesOf(diagnoses), QStringList{u"error protocol.rejected"_s});
    const auto refusal = detailsOf<RejectionDetails>(diagnoses.constFirst());
    QCOMPARE(refusal.isBlockListed, isBlockListed);
    QCOMPARE(refusal.isTemporary, isTemporary);
    QCOMPARE(refusal.isSwitchedOff, reply.contains(u"disabled"_s));
}

void TestDiagnose::readsProfiles_data()
{
    QTest::addColumn<ProbeReport>("report");
    QTest::addColumn<QStringList>("diagnoses");

    QTest::newRow("nothing is wrong") << workingReport() << QStringList();
    QTest::newRow("no sign-in before TLS, which is as it should be") << [] {
        ProbeReport report = workingReport(Security::StartTls);
        report.profile.isLoginDisabledBeforeTls = true;
        report.profile.offersStartTls = true;
        return report;
    }() << QStringList{u"info security.login-before-tls-disabled"_s};
    QTest::newRow("no sign-in at all") << [] {
        ProbeReport report = workingReport();
        report.profile.isLoginDisabled = true;
        return report;
    }() << QStringList{u"warning login.no-common-mechanism"_s};
    QTest::newRow("no encryption")
        << workingReport(Security::Plaintext) << QStringList{u"warning security.plaintext"_s};
    QTest::newRow("no encryption, and no sign-in for want of it")
        <<
        [] {
            ProbeReport report = workingReport(Security::Plaintext);
            report.profile.isLoginDisabled = true;
            report.profile.isLoginDisabledBeforeTls = true;
            report.profile.offersStartTls = true;
            return report;
        }()
        << QStringList{
               u"warning security.plaintext"_s, u"info security.login-before-tls-disabled"_s};
    QTest::newRow("no encryption, no sign-in, and no STARTTLS that would bring it") << [] {
        ProbeReport report = workingReport(Security::Plaintext);
        report.profile.isLoginDisabled = true;
        report.profile.isLoginDisabledBeforeTls = true;
        return report;
    }() << QStringList{u"warning security.plaintext"_s};
    QTest::newRow("skipped") << [] {
        ProbeReport report = workingReport(Security::Plaintext);
        report.outcome = ProbeReport::Outcome::Skipped;
        return report;
    }() << QStringList();
    QTest::newRow("cancelled") << [] {
        ProbeReport report = workingReport(Security::StartTls);
        report.outcome = ProbeReport::Outcome::Cancelled;
        report.tls.reset();
        return report;
    }() << QStringList();
}

void TestDiagnose::readsProfiles()
{
    QFETCH(ProbeReport, report);
    QTEST(linesOf(diagnose(report)), "diagnoses");
}

void TestDiagnose::putsErrorsFirst()
{
    ProbeReport report = reportWith({Kind::SelfSigned}, Trust::Unverified);
    report.candidate.endpoint.security = Security::StartTls;
    report.profile.isLoginDisabledBeforeTls = true;
    report.profile.offersStartTls = true;
    report.profile.capabilities = {u"IMAP4rev1"_s, u"LOGIN\x1b"_s};
    const QList<Diagnosis> diagnoses = diagnose(report);
    QCOMPARE(linesOf(diagnoses),
        (QStringList{
            u"error certificate.self-signed"_s, u"info security.login-before-tls-disabled"_s}));
    QCOMPARE(diagnoses.at(1).evidence, u"IMAP4rev1 LOGIN\\x1b"_s);
    QCOMPARE(toString(diagnoses.at(1).stage), u"capabilities"_s);

    // Where encryption failed nobody is reassured.
    report = failedReport(Fault::StartTlsRefused, Stage::StartTls);
    report.profile.isLoginDisabledBeforeTls = true;
    report.profile.offersStartTls = true;
    QCOMPARE(linesOf(diagnose(report)), (QStringList{u"error starttls.refused"_s}));
}

void TestDiagnose::asksForConsent_data()
{
    QTest::addColumn<ProbeReport>("report");
    QTest::addColumn<QStringList>("codes");

    QTest::newRow("verified") << workingReport() << QStringList();
    QTest::newRow("accepted") << reportWith({Kind::SelfSigned}, Trust::AcceptedByUser)
                              << QStringList();
    QTest::newRow("findings, each of them")
        << reportWith({Kind::Expired, Kind::NameMismatch, Kind::SelfSigned}, Trust::Unverified)
        << QStringList{u"certificate.self-signed"_s, u"certificate.name-mismatch"_s,
               u"certificate.expired"_s};
    QTest::newRow("another certificate than the accepted one") << [] {
        ProbeReport report = reportWith({Kind::SelfSigned}, Trust::Unverified);
        report.superseded = earlierException();
        report.tls->isChanged = true;
        return report;
    }() << QStringList{u"certificate.changed"_s, u"certificate.self-signed"_s};
    QTest::newRow("plaintext") << workingReport(Security::Plaintext)
                               << QStringList{u"security.plaintext"_s};
}

void TestDiagnose::asksForConsent()
{
    QFETCH(ProbeReport, report);
    QTEST(codesOf(consentsFor(report)), "codes");
}

void TestDiagnose::knowsTheContractsCodes_data()
{
    QTest::addColumn<QString>("code");

    for (const char *code :
        {"dns.no-such-name", "dns.no-address", "dns.timeout", "dns.failure", "network.unreachable",
            "connect.refused", "connect.timeout", "connect.reset", "protocol.no-greeting",
            "protocol.closed", "protocol.plaintext-on-tls-port", "protocol.tls-on-plaintext-port",
            "protocol.wrong-service", "protocol.rejected", "protocol.malformed",
            "protocol.too-much-data", "protocol.preauthenticated", "starttls.not-offered",
            "starttls.refused", "starttls.injection", "tls.version-too-old", "tls.version-too-new",
            "tls.no-common-cipher", "tls.weak-signature", "tls.weak-key", "tls.weak-parameters",
            "tls.client-certificate-required", "tls.handshake-failed", "certificate.self-signed",
            "certificate.unknown-issuer", "certificate.incomplete-chain",
            "certificate.name-mismatch", "certificate.expired", "certificate.not-yet-valid",
            "certificate.revoked", "certificate.not-for-servers", "certificate.invalid",
            "certificate.changed", "certificate.expires-soon", "certificate.wrong-order",
            "certificate.superfluous", "certificate.intercepted", "security.plaintext",
            "security.login-before-tls-disabled", "login.no-common-mechanism",
            "discovery.untrusted-source", "discovery.foreign-host"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestDiagnose::knowsTheContractsCodes()
{
    QFETCH(QString, code);

    const auto problem = problemFromString(code);
    QVERIFY(problem.has_value());
    QCOMPARE(toString(*problem), code);
    QVERIFY(allProblems().contains(*problem));
}

void TestDiagnose::knowsNoOtherCodes()
{
    for (const QString &code : {QString(), u"certificate"_s, u"certificate.unknown"_s,
             u"Certificate.Expired"_s, u"certificate.expired "_s})
        QVERIFY(!problemFromString(code));
    // One for each, and all of them in the list.
    QCOMPARE(allProblems().size(), static_cast<int>(Problem::DiscoveryForeignHost) + 1);
}

void TestDiagnose::namesSeverities()
{
    QCOMPARE(toString(Severity::Info), u"info"_s);
    QCOMPARE(toString(Severity::Warning), u"warning"_s);
    QCOMPARE(toString(Severity::Error), u"error"_s);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestDiagnose)

#include "tst_diagnose.moc"
