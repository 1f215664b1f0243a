// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/attemptreport.h"

#include "account/endpoint.h"
#include "base/inerttext.h"
#include "certificate/certificatefacts.h"

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
constexpr int maxListed = 200;
constexpr int maxCertificates = 12; // a longer chain is none that a client reads
constexpr int maxDiagnoses = 12;
constexpr int maxTranscriptLines = 200;

QString joined(const QJsonValue &values, const QString &separator)
{
    QStringList texts;
    for (const auto &value : values.toArray())
        texts.append(shownText(value));
    return texts.join(separator);
}

QString outcomeName(const QString &outcome)
{
    if (outcome == "ok"_L1)
        return AttemptText::tr("works");
    if (outcome == "certificate"_L1)
        return AttemptText::tr("works, but the certificate needs a decision");
    if (outcome == "failed"_L1)
        return AttemptText::tr("failed");
    if (outcome == "cancelled"_L1)
        return AttemptText::tr("stopped, a better answer had come");
    return AttemptText::tr("not tried");
}

/// What the first diagnosis that counts says, or the version of TLS.
QString remarkOf(const QJsonObject &attempt)
{
    for (const auto &diagnosis : attempt.value("diagnoses"_L1).toArray()) {
        if (diagnosis.toObject().value("severity"_L1).toString() != "info"_L1)
            return shownText(diagnosis.toObject().value("title"_L1));
    }
    return shownText(attempt.value("tls"_L1).toObject().value("version"_L1));
}

/// Without what it waited for others.
QString durationOf(const QJsonObject &attempt)
{
    const QJsonArray stages = attempt.value("stages"_L1).toArray();
    if (stages.isEmpty())
        return {};
    double sum = 0;
    for (const auto &stage : stages)
        sum += stage.toObject().value("endMs"_L1).toDouble()
            - stage.toObject().value("startMs"_L1).toDouble();
    return AttemptText::tr("%1 ms").arg(sum, 0, 'f', 0).replace(u' ', QChar(QChar::Nbsp));
}

QStringList rowOf(const QJsonObject &attempt)
{
    return {shownText(attempt.value("service"_L1)).toUpper(), placeOf(attempt),
        securityName(attempt.value("security"_L1).toString()),
        outcomeName(attempt.value("outcome"_L1).toString()), remarkOf(attempt),
        durationOf(attempt)};
}

/// One that came to a server, and not merely to a name that does not exist.
bool hasDetails(const QJsonObject &attempt)
{
    return attempt.value("tls"_L1).isObject() || attempt.value("greeting"_L1).isString()
        || (attempt.value("outcome"_L1).toString() == "failed"_L1
            && attempt.value("address"_L1).isString());
}

void addFact(QList<QStringList> &facts, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        facts.append({label, value});
}

QString verificationOf(const QJsonObject &tls)
{
    if (tls.value("verified"_L1).toBool())
        return AttemptText::tr("verified");
    return tls.value("acceptedByUser"_L1).toBool() ? AttemptText::tr("accepted by the user")
                                                   : AttemptText::tr("not verified");
}

void addHandshake(QList<QStringList> &facts, const QJsonObject &tls)
{
    addFact(facts, AttemptText::tr("Version of TLS"), shownText(tls.value("version"_L1)));
    addFact(facts, AttemptText::tr("Cipher suite"), shownText(tls.value("cipher"_L1)));
    addFact(facts, AttemptText::tr("Key exchange"), shownText(tls.value("keyExchange"_L1)));
    addFact(facts, AttemptText::tr("Server’s signature"), shownText(tls.value("peerSignature"_L1)));
    addFact(facts, AttemptText::tr("Name sent (SNI)"), shownText(tls.value("serverName"_L1)));
    addFact(facts, AttemptText::tr("ALPN"), shownText(tls.value("alpn"_L1)));
    addFact(facts, AttemptText::tr("Certificate"), verificationOf(tls));
    const QJsonObject ocsp = tls.value("ocsp"_L1).toObject();
    addFact(facts, AttemptText::tr("Stapled OCSP answer"), shownText(ocsp.value("status"_L1)));
    QStringList versions;
    const QJsonObject accepted = tls.value("versionsAccepted"_L1).toObject();
    for (auto version = accepted.begin(); version != accepted.end(); ++version) {
        if (version->toBool())
            versions.append(inertText(version.key()));
    }
    addFact(facts, AttemptText::tr("Versions that it accepts"), versions.join(u", "_s));
}

QString stagesOf(const QJsonArray &stages)
{
    QStringList parts;
    for (const auto &value : stages) {
        const QJsonObject stage = value.toObject();
        parts.append(
            AttemptText::tr("%1 %2 ms")
                .arg(shownText(stage.value("name"_L1)))
                .arg(stage.value("endMs"_L1).toDouble() - stage.value("startMs"_L1).toDouble(), 0,
                    'f', 1));
    }
    return parts.join(u", "_s);
}

void appendFacts(ReportBlocks &blocks, const QJsonObject &attempt)
{
    QList<QStringList> facts;
    addFact(facts, AttemptText::tr("Outcome"), outcomeName(attempt.value("outcome"_L1).toString()));
    addFact(facts, AttemptText::tr("Addresses"), joined(attempt.value("addresses"_L1), u", "_s));
    addFact(facts, AttemptText::tr("Connected to"), shownText(attempt.value("address"_L1)));
    addFact(facts, AttemptText::tr("Greeting"), shownText(attempt.value("greeting"_L1)));
    if (attempt.value("tls"_L1).isObject())
        addHandshake(facts, attempt.value("tls"_L1).toObject());
    addFact(facts, AttemptText::tr("Capabilities before TLS"),
        joined(attempt.value("capabilitiesBeforeTls"_L1), u" · "_s));
    addFact(
        facts, AttemptText::tr("Capabilities"), joined(attempt.value("capabilities"_L1), u" · "_s));
    addFact(facts, AttemptText::tr("Times"), stagesOf(attempt.value("stages"_L1).toArray()));
    blocks.append({Kind::Facts, {}, 0, {}, facts});
}

void appendChain(ReportBlocks &blocks, const QJsonArray &chain)
{
    QList<QStringList> rows;
    const auto [certificates, isCut] = firstOf(chain, maxCertificates);
    for (const auto &value : certificates) {
        const QJsonObject certificate = value.toObject();
        const QJsonObject names = certificate.value("subjectAltNames"_L1).toObject();
        const QJsonObject key = certificate.value("publicKey"_L1).toObject();
        rows.append({shownText(certificate.value("subject"_L1)),
            shownText(certificate.value("issuer"_L1)),
            joined(names.value("dns"_L1), u", "_s) + u' ' + joined(names.value("ip"_L1), u", "_s),
            shownText(certificate.value("notBefore"_L1)).left(10) + u" – "_s
                + shownText(certificate.value("notAfter"_L1)).left(10),
            u"%1 %2, %3"_s.arg(shownText(key.value("algorithm"_L1)),
                QString::number(key.value("bits"_L1).toInt()),
                shownText(certificate.value("signatureAlgorithm"_L1))),
            fingerprintForPeople(shownText(certificate.value("sha256"_L1)).toLatin1())});
    }
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Table, {}, 0,
        {AttemptText::tr("Certificate of"), AttemptText::tr("Issued by"), AttemptText::tr("Names"),
            AttemptText::tr("Valid"), AttemptText::tr("Key and signature"),
            AttemptText::tr("SHA-256")},
        rows});
    appendCutNote(blocks, isCut);
}

void appendTranscript(ReportBlocks &blocks, const QJsonArray &transcript)
{
    QString text;
    const auto [entries, isCut] = firstOf(transcript, maxTranscriptLines);
    for (const auto &value : entries) {
        const QJsonObject entry = value.toObject();
        const QString direction = entry.value("direction"_L1).toString();
        text += QString::number(entry.value("atMs"_L1).toDouble(), 'f', 1).rightJustified(9)
            + (direction == "sent"_L1            ? u" C: "_s
                    : direction == "received"_L1 ? u" S: "_s
                                                 : u" -- "_s)
            + shownText(entry.value("text"_L1)) + u'\n';
    }
    if (!text.isEmpty())
        blocks.append({Kind::Verbatim, text.chopped(1)});
    appendCutNote(blocks, isCut);
}

void appendDetails(ReportBlocks &blocks, const QJsonObject &attempt)
{
    blocks.append({Kind::Heading,
        AttemptText::tr("%1 at %2, %3")
            .arg(shownText(attempt.value("service"_L1)).toUpper(), placeOf(attempt),
                securityName(attempt.value("security"_L1).toString())),
        3});
    appendFacts(blocks, attempt);
    const auto [diagnoses, isCut] = firstOf(attempt.value("diagnoses"_L1).toArray(), maxDiagnoses);
    for (const auto &diagnosis : diagnoses)
        appendDiagnosis(blocks, diagnosis.toObject());
    appendCutNote(blocks, isCut);
    appendChain(blocks, attempt.value("tls"_L1).toObject().value("chain"_L1).toArray());
    appendTranscript(blocks, attempt.value("transcript"_L1).toArray());
}

} // namespace

std::pair<QJsonArray, bool> firstOf(const QJsonArray &values, int most)
{
    QJsonArray first;
    for (qsizetype i = 0; i < values.size() && i < most; ++i)
        first.append(values.at(i));
    return {first, values.size() > most};
}

void appendCutNote(ReportBlocks &blocks, bool isCut)
{
    if (isCut)
        blocks.append({Kind::Text, AttemptText::tr("There is more, which is left out here.")});
}

void appendAttempts(ReportBlocks &blocks, const QJsonArray &attempts)
{
    QList<QStringList> rows;
    const auto [listed, isCut] = firstOf(attempts, maxListed);
    for (const auto &attempt : listed) {
        if (attempt.toObject().value("outcome"_L1).toString() != "skipped"_L1)
            rows.append(rowOf(attempt.toObject()));
    }
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Heading, AttemptText::tr("What was tried"), 2});
    blocks.append({Kind::Table, {}, 0,
        {AttemptText::tr("Service"), AttemptText::tr("Server"), AttemptText::tr("Security"),
            AttemptText::tr("Outcome"), AttemptText::tr("Remark"), AttemptText::tr("Time")},
        rows});
    appendCutNote(blocks, isCut);
    int detailed = 0;
    for (const auto &attempt : attempts) {
        if (!hasDetails(attempt.toObject()) || ++detailed > maxDetailed)
            continue; // how many there were is said below
        if (detailed == 1)
            blocks.append({Kind::Heading, AttemptText::tr("The servers, one by one"), 2});
        appendDetails(blocks, attempt.toObject());
    }
    appendCutNote(blocks, detailed > maxDetailed);
}

void appendDiagnosis(ReportBlocks &blocks, const QJsonObject &diagnosis)
{
    QList<QStringList> facts;
    addFact(facts, AttemptText::tr("What"), shownText(diagnosis.value("title"_L1)));
    addFact(facts, AttemptText::tr("Why"), shownText(diagnosis.value("cause"_L1)));
    addFact(facts, AttemptText::tr("Advice to users"), shownText(diagnosis.value("remedy"_L1)));
    addFact(facts, AttemptText::tr("Evidence"), shownText(diagnosis.value("evidence"_L1)));
    addFact(facts, AttemptText::tr("Code"), shownText(diagnosis.value("code"_L1)));
    blocks.append({Kind::Facts, {}, 0, {}, facts});
}

QString shownText(const QJsonValue &value)
{
    return inertText(value.toString().replace(u'\n', u"; "_s), maxTextLength);
}

QString placeOf(const QJsonObject &endpoint)
{
    return hostAndPort(shownText(endpoint.value("host"_L1)),
        static_cast<quint16>(endpoint.value("port"_L1).toInt()));
}

QString securityName(const QString &security)
{
    if (security == "tls"_L1)
        return AttemptText::tr("implicit TLS");
    return security == "starttls"_L1 ? AttemptText::tr("STARTTLS")
                                     : AttemptText::tr("no encryption");
}

} // namespace postern
