// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/advice.h"
#include "diagnosis/detection.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Reports = QList<ProbeReport>;

class TestDetection : public QObject
{
    Q_OBJECT

private slots:
    void reachesAVerdict_data();
    void reachesAVerdict();
    void saysWhereNobodyCanSignIn_data();
    void saysWhereNobodyCanSignIn();
    void recommends_data();
    void recommends();
    void explains_data();
    void explains();
    void explainsInFewWords();
    void namesEachPlaceThatFailed();
    void describesASetting_data();
    void describesASetting();
    void tellsWhenTheFirstAnswerWasKnown();
    void keepsWhoAsked();
    void findsTheReportBehindASetting();
    void namesVerdicts_data();
    void namesVerdicts();
};

namespace {

Candidate candidate(const char *text)
{
    const QStringList words = QString::fromLatin1(text).split(u' ');
    Candidate candidate;
    candidate.endpoint = {*protocolFromString(words.at(0)), hostName(u"mail.example.org"_s),
        words.at(2).toUShort(), *securityFromString(words.at(1))};
    return candidate;
}

/// A usable endpoint: `works("imap tls 993")`, with a verified certificate where there is TLS.
ProbeReport works(const char *text)
{
    ProbeReport report;
    report.candidate = candidate(text);
    report.outcome = ProbeReport::Outcome::Ok;
    report.lastStage = Stage::Capabilities;
    report.profile.mechanisms = {u"PLAIN"_s};
    if (report.candidate.endpoint.security != Security::Plaintext) {
        report.tls = Handshake();
        report.tls->version = TlsVersion::Tls1_3;
        report.tls->trust = Trust::Verified;
    }
    return report;
}

/// The same with a certificate that needs a decision.
ProbeReport needsDecision(const char *text, Finding::Kind kind = Finding::Kind::SelfSigned)
{
    ProbeReport report = works(text);
    report.outcome = ProbeReport::Outcome::Certificate;
    report.tls->trust = Trust::Unverified;
    report.tls->findings = {{kind, 0, {}}};
    return report;
}

ProbeReport accepted(const char *text)
{
    ProbeReport report = needsDecision(text);
    report.outcome = ProbeReport::Outcome::Ok;
    report.tls->trust = Trust::AcceptedByUser;
    return report;
}

ProbeReport fails(const char *text, Fault fault, Stage stage)
{
    ProbeReport report;
    report.candidate = candidate(text);
    report.outcome = ProbeReport::Outcome::Failed;
    report.fault = SeenFault{fault, {}};
    report.lastStage = stage;
    return report;
}

ProbeReport withoutResult(const char *text, ProbeReport::Outcome outcome)
{
    ProbeReport report;
    report.candidate = candidate(text);
    report.outcome = outcome;
    return report;
}

ProbeReport withoutSignIn(ProbeReport report)
{
    report.profile.mechanisms.clear();
    report.profile.isLoginDisabled = true;
    return report;
}

ProbeReport onHost(const QString &host, ProbeReport report)
{
    report.candidate.endpoint.host = hostName(host);
    return report;
}

QString lineOf(const std::optional<ServerSetting> &setting)
{
    if (!setting)
        return u"none"_s;
    return QStringList{toString(setting->endpoint.protocol), toString(setting->endpoint.security),
        QString::number(setting->endpoint.port)}
        .join(u' ');
}

QStringList linesOf(const QList<ServerSetting> &settings)
{
    QStringList lines;
    for (const ServerSetting &setting : settings)
        lines += lineOf(setting);
    return lines;
}

QStringList codesOf(const QList<Diagnosis> &diagnoses)
{
    QStringList codes;
    for (const Diagnosis &diagnosis : diagnoses)
        codes += toString(diagnosis.endpoint.protocol) + u' ' + toString(diagnosis.problem);
    return codes;
}

Reports reportsOf(const Detection &detection)
{
    Reports reports;
    for (const Attempt &attempt : detection.attempts)
        reports += attempt.report;
    return reports;
}

Detection conclude(const Reports &reports)
{
    return concludeDetection(identity(u"alice@example.org"_s), reports, {});
}

} // namespace

void TestDetection::reachesAVerdict_data()
{
    QTest::addColumn<Reports>("reports");
    QTest::addColumn<QString>("verdict");

    const auto row = [](const char *name, const Reports &reports, const QString &verdict) {
        QTest::newRow(name) << reports << verdict;
    };
    const ProbeReport imap = works("imap tls 993");
    const ProbeReport smtp = works("smtp tls 465");
    const ProbeReport refused = fails("imap tls 993", Fault::Refused, Stage::Connect);
    row("both directions", {imap, smtp}, u"ready"_s);
    row("POP3 is incoming too", {works("pop3 starttls 110"), works("smtp starttls 587")},
        u"ready"_s);
    row("accepted certificates", {accepted("imap tls 993"), accepted("smtp tls 465")}, u"ready"_s);
    row("a better answer beside a worse",
        {needsDecision("imap tls 993"), works("imap tls 993"), works("imap none 143"), smtp},
        u"ready"_s);
    row("a certificate to decide about", {needsDecision("imap tls 993"), smtp},
        u"decision-needed"_s);
    row("the same for outgoing mail", {imap, needsDecision("smtp tls 465")}, u"decision-needed"_s);
    row("incoming mail only", {imap}, u"partial"_s);
    row("outgoing mail only", {refused, smtp}, u"partial"_s);
    row("one direction, to be decided about", {needsDecision("imap tls 993")}, u"partial"_s);
    row("one direction without encryption", {imap, works("smtp none 587")}, u"partial"_s);
    row("no encryption", {works("imap none 143"), works("smtp none 587")}, u"insecure-only"_s);
    row("no encryption in the one direction, nothing in the other", {works("imap none 143")},
        u"insecure-only"_s);
    row("refused", {refused}, u"nothing-found"_s);
    row("names that do not exist", {fails("imap tls 993", Fault::NoSuchName, Stage::Resolve)},
        u"nothing-found"_s);
    row("nothing was tried", {}, u"nothing-found"_s);
    row("all was cancelled", {withoutResult("imap tls 993", ProbeReport::Outcome::Cancelled)},
        u"nothing-found"_s);
    row("a relay that lets nobody sign in", {withoutSignIn(works("smtp starttls 25"))},
        u"nothing-found"_s);

    const ProbeReport noDns = fails("imap tls 993", Fault::DnsTimeout, Stage::Resolve);
    const ProbeReport noRoute = fails("smtp tls 465", Fault::Unreachable, Stage::Connect);
    row("no DNS", {noDns}, u"offline"_s);
    row("no DNS and no route", {noDns, noRoute}, u"offline"_s);
    row("a failing DNS", {fails("imap tls 993", Fault::DnsFailure, Stage::Resolve)}, u"offline"_s);
    row("no DNS, the rest skipped",
        {noDns, withoutResult("imap none 143", ProbeReport::Outcome::Skipped)}, u"offline"_s);
    row("one name was answered", {noDns, fails("smtp tls 465", Fault::NoSuchName, Stage::Resolve)},
        u"nothing-found"_s);
    row("one port was reached", {noRoute, refused}, u"nothing-found"_s);
}

void TestDetection::reachesAVerdict()
{
    QFETCH(Reports, reports);
    QTEST(toString(conclude(reports).verdict), "verdict");
}

void TestDetection::saysWhereNobodyCanSignIn_data()
{
    QTest::addColumn<Reports>("reports");

    QTest::newRow("outgoing, implicit TLS")
        << Reports{works("imap tls 993"), withoutSignIn(works("smtp tls 465"))};
    QTest::newRow("outgoing, STARTTLS")
        << Reports{works("imap tls 993"), withoutSignIn(works("smtp starttls 587"))};
    QTest::newRow("incoming, LOGINDISABLED under TLS too")
        << Reports{withoutSignIn(works("imap tls 993")), works("smtp tls 465")};
}

void TestDetection::saysWhereNobodyCanSignIn()
{
    QFETCH(Reports, reports);

    const Detection detection = conclude(reports);
    QVERIFY(codesOf(detection.diagnoses).join(u' ').contains(u"login.no-common-mechanism"_s));
}

void TestDetection::recommends_data()
{
    QTest::addColumn<Reports>("reports");
    QTest::addColumn<QStringList>("recommended");
    QTest::addColumn<QStringList>("alternatives");

    QTest::newRow("the best, and the others after it")
        << Reports{works("pop3 tls 995"), works("smtp starttls 587"), works("imap starttls 143"),
               works("smtp tls 465"), works("imap tls 993")}
        << QStringList{u"imap tls 993"_s, u"smtp tls 465"_s}
        << QStringList{u"imap starttls 143"_s, u"pop3 tls 995"_s, u"smtp starttls 587"_s};
    QTest::newRow("plaintext never")
        << Reports{works("imap none 143"), works("smtp none 587")}
        << QStringList{u"none"_s, u"none"_s} << QStringList{u"imap none 143"_s, u"smtp none 587"_s};
    QTest::newRow("TLS with whatever certificate instead of plaintext")
        << Reports{works("imap none 143"), needsDecision("pop3 starttls 110")}
        << QStringList{u"pop3 starttls 110"_s, u"none"_s} << QStringList{u"imap none 143"_s};
    QTest::newRow("nothing where nothing works")
        << Reports{fails("imap tls 993", Fault::Refused, Stage::Connect)}
        << QStringList{u"none"_s, u"none"_s} << QStringList();
}

void TestDetection::recommends()
{
    QFETCH(Reports, reports);
    QFETCH(QStringList, recommended);
    QFETCH(QStringList, alternatives);

    const Detection detection = conclude(reports);
    QCOMPARE(
        (QStringList{lineOf(detection.settings.incoming), lineOf(detection.settings.outgoing)}),
        recommended);
    QCOMPARE(linesOf(detection.incomingAlternatives) + linesOf(detection.outgoingAlternatives),
        alternatives);
}

void TestDetection::explains_data()
{
    QTest::addColumn<Reports>("reports");
    QTest::addColumn<QStringList>("problems");

    const ProbeReport imap = works("imap tls 993");
    const ProbeReport smtp = works("smtp tls 465");
    const auto noStartTls = [](const char *text) {
        return fails(text, Fault::StartTlsNotOffered, Stage::Capabilities);
    };
    QTest::newRow("nothing, where all is well")
        << Reports{imap, smtp, fails("imap tls 993", Fault::Refused, Stage::Connect)}
        << QStringList();
    QTest::newRow("each doubt about the recommended certificate") << [&] {
        ProbeReport doubtful = needsDecision("imap tls 993");
        doubtful.tls->findings.append({Finding::Kind::Expired, 0, {}});
        return Reports{doubtful, smtp, noStartTls("imap starttls 143")};
    }() << QStringList{u"imap certificate.self-signed"_s, u"imap certificate.expired"_s};
    QTest::newRow("both directions")
        << Reports{needsDecision("imap tls 993"), needsDecision("smtp tls 465")}
        << QStringList{u"imap certificate.self-signed"_s, u"smtp certificate.self-signed"_s};
    QTest::newRow("why one direction is missing")
        << Reports{imap, fails("smtp tls 465", Fault::Refused, Stage::Connect)}
        << QStringList{u"smtp connect.refused"_s};
    QTest::newRow("what works but lets nobody sign in")
        << Reports{imap, withoutSignIn(works("smtp starttls 25"))}
        << QStringList{u"smtp login.no-common-mechanism"_s};
    QTest::newRow("first what came furthest")
        << Reports{smtp, fails("imap tls 993", Fault::Refused, Stage::Connect),
               noStartTls("imap starttls 143"),
               fails("pop3 tls 995", Fault::TlsVersionTooOld, Stage::Handshake)}
        << QStringList{u"imap starttls.not-offered"_s, u"pop3 tls.version-too-old"_s,
               u"imap connect.refused"_s};
    QTest::newRow("plaintext, and why there is nothing better")
        << Reports{works("imap none 143"), noStartTls("imap starttls 143"), smtp}
        << QStringList{u"imap security.plaintext"_s, u"imap starttls.not-offered"_s};
    QTest::newRow("a certificate that nobody may accept") << [&] {
        ProbeReport refused = needsDecision("imap tls 993", Finding::Kind::WeakSignature);
        refused.outcome = ProbeReport::Outcome::Failed;
        refused.fault = SeenFault{Fault::CertificateUnacceptable, {}};
        refused.lastStage = Stage::Handshake;
        return Reports{refused, smtp};
    }() << QStringList{u"imap tls.weak-signature"_s};
    QTest::newRow("guesses that fail alike are one problem")
        << Reports{smtp, fails("imap tls 993", Fault::ConnectTimeout, Stage::Connect),
               fails("imap starttls 143", Fault::ConnectTimeout, Stage::Connect)}
        << QStringList{u"imap connect.timeout"_s};
    QTest::newRow("the network, where it is down")
        << Reports{fails("imap tls 993", Fault::DnsTimeout, Stage::Resolve),
               fails("smtp tls 465", Fault::DnsTimeout, Stage::Resolve)}
        << QStringList{u"imap dns.timeout"_s};
}

void TestDetection::explains()
{
    QFETCH(Reports, reports);
    QTEST(codesOf(conclude(reports).diagnoses), "problems");
}

void TestDetection::explainsInFewWords()
{
    Reports reports;
    for (int i = 0; i < 50; ++i)
        reports += onHost(
            u"m%1.example.org"_s.arg(i), fails("imap tls 993", Fault::Refused, Stage::Connect));
    const Detection detection = conclude(reports);
    QCOMPARE(detection.diagnoses.size(), 1);
    const Diagnosis &refused = detection.diagnoses.constFirst();
    QCOMPARE(refused.alsoAt.size(), 49);
    QVERIFY(Advice::textFor(refused).title.contains(u"m0.example.org:993"_s));
    QVERIFY(Advice::textFor(refused).title.contains(u"m9.example.org:993"_s));
    QVERIFY(Advice::textFor(refused).title.size() < 400);
    QVERIFY(refused.evidence.count(u'\n') < 50);
    QCOMPARE(detection.attempts.size(), 50);
}

void TestDetection::namesEachPlaceThatFailed()
{
    const auto timesOut = [](const char *text, const QString &evidence) {
        ProbeReport report = fails(text, Fault::ConnectTimeout, Stage::Connect);
        report.fault->evidence = evidence;
        return report;
    };
    const Detection detection = conclude({timesOut("imap tls 993", u"192.0.2.1 port 993"_s),
        timesOut("imap starttls 143", u"192.0.2.1 port 143"_s),
        onHost(u"smtp.example.org"_s, timesOut("smtp tls 465", u"192.0.2.2 port 465"_s))});
    QCOMPARE(detection.diagnoses.size(), 1);
    const QString title = Advice::textFor(detection.diagnoses.constFirst()).title;
    for (const QString &place :
        {u"mail.example.org:993"_s, u"mail.example.org:143"_s, u"smtp.example.org:465"_s})
        QVERIFY2(title.contains(place), qPrintable(title));
    QCOMPARE(detection.diagnoses.constFirst().evidence,
        u"192.0.2.1 port 993\n192.0.2.1 port 143\n192.0.2.2 port 465"_s);
}

void TestDetection::describesASetting_data()
{
    QTest::addColumn<ProbeReport>("report");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<QStringList>("needsConsent");
    QTest::addColumn<QString>("tlsVersion");

    QTest::newRow("verified") << works("imap tls 993") << true << QStringList() << u"TLSv1.3"_s;
    QTest::newRow("accepted") << accepted("imap tls 993") << false << QStringList() << u"TLSv1.3"_s;
    QTest::newRow("to be decided") << needsDecision("imap tls 993") << false
                                   << QStringList{u"certificate.self-signed"_s} << u"TLSv1.3"_s;
    QTest::newRow("plaintext") << works("imap none 143") << false
                               << QStringList{u"security.plaintext"_s} << QString();
}

void TestDetection::describesASetting()
{
    QFETCH(ProbeReport, report);

    report.candidate.provenance.source = Source::Srv;
    report.candidate.provenance.origin = u"_imaps._tcp.example.org"_s;
    report.profile.mechanisms = {u"SCRAM-SHA-256"_s, u"PLAIN"_s};
    const ServerSetting setting = settingFrom(report, emailAddress(u"alice@example.org"_s));
    QVERIFY(setting.endpoint == report.candidate.endpoint);
    QCOMPARE(setting.username, u"alice@example.org"_s);
    QCOMPARE(setting.authentication, report.profile.mechanisms);
    QCOMPARE(toString(setting.provenance.source), u"srv"_s);
    QCOMPARE(setting.provenance.origin, u"_imaps._tcp.example.org"_s);
    QTEST(setting.isTrusted, "isTrusted");
    QTEST(codesOf(setting.needsConsent), "needsConsent");
    QTEST(toString(setting.tlsVersion), "tlsVersion");
}

void TestDetection::tellsWhenTheFirstAnswerWasKnown()
{
    ProbeReport early = fails("imap tls 993", Fault::Refused, Stage::Connect);
    early.stages = {{Stage::Resolve, 0, 1}};
    ProbeReport first = works("pop3 tls 995");
    first.stages = {{Stage::Resolve, 0, 10}, {Stage::Capabilities, 20, 30}};
    ProbeReport second = works("imap tls 993");
    second.stages = {{Stage::Resolve, 0, 10}, {Stage::Capabilities, 20, 40}};
    ProbeReport useless = withoutSignIn(works("smtp starttls 25"));
    useless.stages = {{Stage::Resolve, 0, 5}};
    QCOMPARE(conclude({early, second, useless, first}).firstUsableMs, std::optional<double>(30));
    // Both directions are needed, and the first of each is enough.
    ProbeReport outgoing = works("smtp tls 465");
    outgoing.stages = {{Stage::Resolve, 0, 10}, {Stage::Capabilities, 20, 35}};
    QCOMPARE(conclude({second, first, outgoing}).firstUsableMs, std::optional<double>(35));
    QVERIFY(!conclude({early, useless}).firstUsableMs);
}

void TestDetection::keepsWhoAsked()
{
    const Identity who = identity(u"alice@example.org"_s, u"Alice"_s);
    const QList<SourceReport> sources = {{Source::Srv, SourceReport::State::None, 41, {}, {}}};
    const Reports reports = {works("smtp tls 465")};
    const Detection detection = concludeDetection(who, reports, sources);
    QCOMPARE(detection.settings.identity.displayName(), u"Alice"_s);
    QCOMPARE(detection.settings.identity.address().toString(), u"alice@example.org"_s);
    QVERIFY(!detection.settings.incoming); // the servers are those that were found
    QCOMPARE(detection.settings.outgoing->username, u"alice@example.org"_s);
    QVERIFY(detection.sources == sources);
    QVERIFY(reportsOf(detection) == reports);

    const Detection domainOnly = concludeDetection(identity(u"example.org"_s), reports, {});
    QCOMPARE(domainOnly.settings.outgoing->username, QString());
}

void TestDetection::findsTheReportBehindASetting()
{
    const Detection detection = conclude({works("imap tls 993"), works("smtp tls 465")});
    QCOMPARE(reportFor(detection, detection.settings.outgoing->endpoint),
        &detection.attempts.at(1).report);
    QCOMPARE(reportFor(detection, candidate("imap starttls 993").endpoint), nullptr);
}

void TestDetection::namesVerdicts_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("name");

    QTest::newRow("ready") << Verdict::Ready << u"ready"_s;
    QTest::newRow("decision needed") << Verdict::DecisionNeeded << u"decision-needed"_s;
    QTest::newRow("partial") << Verdict::Partial << u"partial"_s;
    QTest::newRow("insecure only") << Verdict::InsecureOnly << u"insecure-only"_s;
    QTest::newRow("nothing found") << Verdict::NothingFound << u"nothing-found"_s;
    QTest::newRow("offline") << Verdict::Offline << u"offline"_s;
}

void TestDetection::namesVerdicts()
{
    QFETCH(Verdict, verdict);
    QTEST(toString(verdict), "name");
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestDetection)

#include "tst_detection.moc"
