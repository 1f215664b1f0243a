// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/attemptreport.h"

#include "base/inerttext.h"
#include "diagnosis/advice.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;
using Kind = ReportBlock::Kind;

namespace {

class AttemptText
{
    Q_DECLARE_TR_FUNCTIONS(postern::AttemptReport)
};

constexpr int maxTextLength = 600;
constexpr int maxDetailed = 24;
constexpr qsizetype maxListed = 200;
constexpr qsizetype maxCertificates = 12; // a longer chain is none that a client reads
constexpr qsizetype maxDiagnoses = 12;
constexpr qsizetype maxTranscriptLines = 200;

QString joined(const QStringList &values, const QString &separator)
{
    QStringList texts;
    for (const QString &value : values)
        texts.append(shownText(value));
    return texts.join(separator);
}

QString outcomeName(ProbeReport::Outcome outcome)
{
    switch (outcome) {
    case ProbeReport::Outcome::Ok:
        return AttemptText::tr("works");
    case ProbeReport::Outcome::Certificate:
        return AttemptText::tr("works, but the certificate needs a decision");
    case ProbeReport::Outcome::Failed:
        return AttemptText::tr("failed");
    case ProbeReport::Outcome::Cancelled:
        return AttemptText::tr("stopped, a better answer had come");
    case ProbeReport::Outcome::Skipped:
        break;
    }
    return AttemptText::tr("not tried");
}

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return AttemptText::tr("name");
    case Stage::Connect:
        return AttemptText::tr("connection");
    case Stage::Greeting:
        return AttemptText::tr("greeting");
    case Stage::StartTls:
        return u"STARTTLS"_s;
    case Stage::Handshake:
        return AttemptText::tr("handshake");
    case Stage::Capabilities:
        break;
    }
    return AttemptText::tr("capabilities");
}

/// What the first diagnosis that counts says, or the version of TLS.
QString remarkOf(const Attempt &attempt)
{
    for (const Diagnosis &diagnosis : attempt.diagnoses) {
        if (diagnosis.severity != Severity::Info)
            return shownText(Advice::textFor(diagnosis).title);
    }
    return attempt.report.tls ? toString(attempt.report.tls->version) : QString();
}

/// Without what it waited for others.
QString durationOf(const ProbeReport &report)
{
    if (report.stages.isEmpty())
        return {};
    double sum = 0;
    for (const StageTiming &stage : report.stages)
        sum += stage.endMs - stage.startMs;
    return AttemptText::tr("%1 ms").arg(sum, 0, 'f', 0).replace(u' ', QChar(QChar::Nbsp));
}

QString serviceName(const Endpoint &endpoint)
{
    return toString(endpoint.protocol).toUpper();
}

QStringList rowOf(const Attempt &attempt)
{
    const Endpoint &endpoint = attempt.endpoint();
    return {serviceName(endpoint), placeText(endpoint), securityName(endpoint.security),
        outcomeName(attempt.report.outcome), remarkOf(attempt), durationOf(attempt.report)};
}

bool hasDetails(const ProbeReport &report)
{
    return report.tls || !report.profile.greeting.isEmpty()
        || (report.outcome == ProbeReport::Outcome::Failed && isReached(report));
}

void addFact(QList<QStringList> &facts, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        facts.append({label, value});
}

QString verificationOf(const Handshake &handshake)
{
    switch (handshake.trust) {
    case Trust::Verified:
        return AttemptText::tr("verified");
    case Trust::AcceptedByUser:
        return AttemptText::tr("accepted by the user");
    case Trust::Unverified:
        break;
    }
    return AttemptText::tr("not verified");
}

QString acceptedVersions(const std::optional<SecondLook> &look)
{
    QStringList versions;
    for (const TlsVersion version : look ? look->accepted() : QList<TlsVersion>())
        versions.append(toString(version));
    return versions.join(u", "_s);
}

void addHandshake(QList<QStringList> &facts, const ProbeReport &report)
{
    const Handshake &tls = *report.tls;
    addFact(facts, AttemptText::tr("Version of TLS"), toString(tls.version));
    addFact(facts, AttemptText::tr("Cipher suite"), shownText(tls.cipher));
    addFact(facts, AttemptText::tr("Key exchange"),
        shownText(tls.keyExchange.isEmpty() ? tls.keyExchangeGroup : tls.keyExchange));
    addFact(facts, AttemptText::tr("Server’s signature"), shownText(tls.peerSignature));
    addFact(facts, AttemptText::tr("Name sent (SNI)"), shownText(tls.serverName));
    addFact(facts, AttemptText::tr("ALPN"), shownText(tls.alpn));
    addFact(facts, AttemptText::tr("Certificate"), verificationOf(tls));
    addFact(facts, AttemptText::tr("Stapled OCSP answer"),
        tls.ocsp ? toString(tls.ocsp->status) : QString());
    addFact(
        facts, AttemptText::tr("Versions that it accepts"), acceptedVersions(report.secondLook));
}

QString timesOf(const QList<StageTiming> &stages)
{
    QStringList parts;
    for (const StageTiming &stage : stages)
        parts.append(AttemptText::tr("%1 %2 ms")
                         .arg(stageName(stage.stage))
                         .arg(stage.endMs - stage.startMs, 0, 'f', 1));
    return parts.join(u", "_s);
}

QString addressesOf(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &address : addresses)
        texts.append(address.toString());
    return texts.join(u", "_s);
}

void appendFacts(ReportBlocks &blocks, const ProbeReport &report)
{
    QList<QStringList> facts;
    addFact(facts, AttemptText::tr("Outcome"), outcomeName(report.outcome));
    addFact(facts, AttemptText::tr("Addresses"), addressesOf(report.addresses));
    addFact(facts, AttemptText::tr("Connected to"), report.address.toString());
    addFact(facts, AttemptText::tr("Greeting"),
        shownText(inertText(report.profile.greeting, maxTextLength)));
    if (report.tls)
        addHandshake(facts, report);
    addFact(facts, AttemptText::tr("Capabilities before TLS"),
        joined(report.profile.capabilitiesBeforeTls, u" · "_s));
    addFact(facts, AttemptText::tr("Capabilities"), joined(report.profile.capabilities, u" · "_s));
    addFact(facts, AttemptText::tr("Times"), timesOf(report.stages));
    blocks.append({Kind::Facts, {}, 0, {}, facts});
}

QStringList rowOf(const CertificateFacts &facts)
{
    const QString day = u"yyyy-MM-dd"_s;
    return {shownText(facts.subject), shownText(facts.issuer),
        joined(facts.dnsNames, u", "_s) + u' ' + joined(facts.ipAddresses, u", "_s),
        facts.notBefore.toString(day) + u" – "_s + facts.notAfter.toString(day),
        u"%1 %2, %3"_s.arg(shownText(facts.keyAlgorithm), QString::number(facts.keyBits),
            shownText(facts.signatureAlgorithm)),
        fingerprintForPeople(facts.sha256)};
}

void appendChain(ReportBlocks &blocks, const QList<Certificate> &chain)
{
    QList<QStringList> rows;
    for (const Certificate &certificate : firstOf(chain, maxCertificates))
        rows.append(rowOf(certificate.facts()));
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Table, {}, 0,
        {AttemptText::tr("Certificate of"), AttemptText::tr("Issued by"), AttemptText::tr("Names"),
            AttemptText::tr("Valid"), AttemptText::tr("Key and signature"),
            AttemptText::tr("SHA-256")},
        rows});
    appendCutNote(blocks, chain.size() > maxCertificates);
}

QString markOf(Transcript::Direction direction)
{
    switch (direction) {
    case Transcript::Direction::Sent:
        return u" C: "_s;
    case Transcript::Direction::Received:
        return u" S: "_s;
    case Transcript::Direction::Event:
        break;
    }
    return u" -- "_s;
}

void appendTranscript(ReportBlocks &blocks, const QList<Transcript::Entry> &entries)
{
    QString text;
    for (const Transcript::Entry &entry : firstOf(entries, maxTranscriptLines))
        text += QString::number(entry.atMs, 'f', 1).rightJustified(9) + markOf(entry.direction)
            + shownText(entry.text) + u'\n';
    if (!text.isEmpty())
        blocks.append({Kind::Verbatim, text.chopped(1)});
    appendCutNote(blocks, entries.size() > maxTranscriptLines);
}

void appendDetails(ReportBlocks &blocks, const Attempt &attempt)
{
    const Endpoint &endpoint = attempt.endpoint();
    blocks.append({Kind::Heading,
        AttemptText::tr("%1 at %2, %3")
            .arg(serviceName(endpoint), placeText(endpoint), securityName(endpoint.security)),
        3});
    appendFacts(blocks, attempt.report);
    for (const Diagnosis &diagnosis : firstOf(attempt.diagnoses, maxDiagnoses))
        appendDiagnosis(blocks, diagnosis);
    appendCutNote(blocks, attempt.diagnoses.size() > maxDiagnoses);
    if (attempt.report.tls)
        appendChain(blocks, attempt.report.tls->chain);
    appendTranscript(blocks, attempt.report.transcript.entries());
}

} // namespace

void appendCutNote(ReportBlocks &blocks, bool isCut)
{
    if (isCut)
        blocks.append({Kind::Text, AttemptText::tr("There is more, which is left out here.")});
}

void appendAttempts(ReportBlocks &blocks, const QList<Attempt> &attempts)
{
    QList<QStringList> rows;
    for (const Attempt &attempt : firstOf(attempts, maxListed)) {
        if (attempt.report.outcome != ProbeReport::Outcome::Skipped)
            rows.append(rowOf(attempt));
    }
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Heading, AttemptText::tr("What was tried"), 2});
    blocks.append({Kind::Table, {}, 0,
        {AttemptText::tr("Service"), AttemptText::tr("Server"), AttemptText::tr("Security"),
            AttemptText::tr("Outcome"), AttemptText::tr("Remark"), AttemptText::tr("Time")},
        rows});
    appendCutNote(blocks, attempts.size() > maxListed);
    int detailed = 0;
    for (const Attempt &attempt : attempts) {
        if (!hasDetails(attempt.report) || ++detailed > maxDetailed)
            continue; // how many there were is said below
        if (detailed == 1)
            blocks.append({Kind::Heading, AttemptText::tr("The servers, one by one"), 2});
        appendDetails(blocks, attempt);
    }
    appendCutNote(blocks, detailed > maxDetailed);
}

void appendDiagnosis(ReportBlocks &blocks, const Diagnosis &diagnosis)
{
    const AdviceText words = Advice::textFor(diagnosis);
    QList<QStringList> facts;
    addFact(facts, AttemptText::tr("What"), shownText(words.title));
    addFact(facts, AttemptText::tr("Why"), shownText(words.cause));
    addFact(facts, AttemptText::tr("Advice to users"), shownText(words.remedy));
    addFact(facts, AttemptText::tr("Evidence"), shownText(diagnosis.evidence));
    addFact(facts, AttemptText::tr("Code"), toString(diagnosis.problem));
    blocks.append({Kind::Facts, {}, 0, {}, facts});
}

QString shownText(const QString &text)
{
    return inertText(QString(text).replace(u'\n', u"; "_s), maxTextLength);
}

QString placeText(const Endpoint &endpoint)
{
    return hostAndPort(endpoint.host, endpoint.port);
}

QString securityName(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return AttemptText::tr("implicit TLS");
    case Security::StartTls:
        return AttemptText::tr("STARTTLS");
    case Security::Plaintext:
        break;
    }
    return AttemptText::tr("no encryption");
}

bool isReached(const ProbeReport &report)
{
    return !report.address.isNull() || report.lastStage > Stage::Connect;
}

} // namespace postern
