// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reportcontent.h"

#include "account/hostname.h"
#include "export/programs/programs.h"
#include "export/report/attemptreport.h"
#include "export/report/changeadvice.h"
#include "export/report/redaction.h"
#include "export/report/reproduction.h"
#include "export/report/timelinepicture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;
using Kind = ReportBlock::Kind;

namespace {

class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(postern::Report)
};

constexpr int maxListedRows = 100; // honest documents have fewer

QString verdictSentence(const QString &verdict)
{
    if (verdict == "ready"_L1)
        return ReportText::tr("Mail can be read and sent with settings that were tried.");
    if (verdict == "decision-needed"_L1)
        return ReportText::tr("Working settings were found, but something about them needs a "
                              "decision first.");
    if (verdict == "partial"_L1)
        return ReportText::tr("Only one direction works: reading or sending, not both.");
    if (verdict == "insecure-only"_L1)
        return ReportText::tr("Only servers without encryption were found.");
    if (verdict == "offline"_L1)
        return ReportText::tr("There was no connection to the network, so nothing could be tried.");
    return ReportText::tr("No working settings were found.");
}

QString settingLine(const QJsonObject &setting)
{
    const bool isWaiting = !setting.value("needsConsent"_L1).toArray().isEmpty();
    const QString trust = isWaiting            ? ReportText::tr("needs a decision of the user")
        : setting.value("trusted"_L1).toBool() ? ReportText::tr("certificate verified")
                                               : ReportText::tr("certificate accepted by the user");
    return ReportText::tr("%1 at %2, %3, %4")
        .arg(setting.value("service"_L1).toString().toUpper(), placeOf(setting),
            securityName(setting.value("security"_L1).toString()), trust);
}

void appendSummary(ReportBlocks &blocks, const QJsonObject &document)
{
    blocks.append({Kind::Text, verdictSentence(document.value("verdict"_L1).toString())});
    const QJsonObject recommended = document.value("recommended"_L1).toObject();
    QList<QStringList> facts;
    const QString address = shownText(document.value("address"_L1));
    if (!address.isEmpty())
        facts.append({ReportText::tr("Account"), address});
    facts.append({ReportText::tr("Domain"), shownText(document.value("domain"_L1))});
    if (document.value("redacted"_L1).toBool())
        facts.append({ReportText::tr("Left out"),
            ReportText::tr("User names and IP addresses, for a public ticket.")});
    const auto add = [&](const QString &label, QLatin1StringView direction) {
        const QJsonValue setting = recommended.value(direction);
        facts.append({label,
            setting.isObject() ? settingLine(setting.toObject())
                               : ReportText::tr("nothing that can be recommended")});
    };
    const QDateTime start
        = QDateTime::fromString(document.value("startedAt"_L1).toString(), Qt::ISODate);
    if (start.isValid())
        facts.append({ReportText::tr("Searched on"),
            start.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s});
    const QString writer = shownText(document.value("writtenBy"_L1));
    if (!writer.isEmpty())
        facts.append({ReportText::tr("Searched by"), writer});
    add(ReportText::tr("Incoming mail"), "incoming"_L1);
    add(ReportText::tr("Outgoing mail"), "outgoing"_L1);
    blocks.append({Kind::Facts, {}, 0, {}, facts});
}

void appendProblems(ReportBlocks &blocks, const QJsonArray &problems)
{
    if (problems.isEmpty())
        return;
    blocks.append({Kind::Heading, ReportText::tr("What is wrong, and why"), 2});
    const auto [first, isCut] = firstOf(problems, maxListedRows);
    for (const auto &problem : first)
        appendDiagnosis(blocks, problem.toObject());
    appendCutNote(blocks, isCut);
}

void appendChanges(ReportBlocks &blocks, const QJsonObject &document)
{
    QList<QStringList> rows;
    for (const QString &change : ChangeAdvice::changesFor(document))
        rows.append({change});
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Heading, ReportText::tr("What to change"), 2});
    blocks.append({Kind::List, {}, 0, {}, rows});
}

void appendTimeline(ReportBlocks &blocks, const QJsonArray &attempts)
{
    const QByteArray picture = timelinePicture(attempts);
    if (picture.isEmpty())
        return;
    blocks.append({Kind::Picture,
        ReportText::tr("A bar for each stage of each attempt, from the beginning of the search."),
        0, {ReportText::tr("When it happened")}, {}, picture});
}

void appendCommands(ReportBlocks &blocks, const ExportInput &shown, const QJsonArray &attempts)
{
    const QStringList lines = reproductionLines(shown, attempts);
    if (lines.isEmpty())
        return;
    blocks.append({Kind::Heading, ReportText::tr("How to see it again"), 2});
    blocks.append({Kind::Text,
        ReportText::tr("These commands make the same connections. Where a password is needed they "
                       "ask for it; take it out of what curl prints before you send that to "
                       "anybody.")});
    const bool hasPins = std::any_of(shown.servers.begin(), shown.servers.end(),
        [](const ExportServer &server) { return server.pin.has_value(); });
    if (hasPins)
        blocks.append({Kind::Text,
            ReportText::tr("The certificates that they name (.pem) were saved beside this report; "
                           "send them with it.")});
    blocks.append({Kind::Verbatim, lines.join(u'\n')});
}

void appendSources(ReportBlocks &blocks, const QJsonArray &sources)
{
    QList<QStringList> rows;
    const auto [first, isCut] = firstOf(sources, maxListedRows);
    for (const auto &value : first) {
        const QJsonObject source = value.toObject();
        rows.append({shownText(source.value("name"_L1)), shownText(source.value("state"_L1)),
            shownText(source.value("origin"_L1)), shownText(source.value("detail"_L1))});
    }
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Heading, ReportText::tr("Where settings were looked for"), 2});
    blocks.append({Kind::Table, {}, 0,
        {ReportText::tr("Source"), ReportText::tr("Answer"), ReportText::tr("Place"),
            ReportText::tr("Detail")},
        rows});
    appendCutNote(blocks, isCut);
}

} // namespace

ReportBlocks reportBlocks(const ExportInput &input)
{
    const QJsonObject whole = QJsonDocument::fromJson(input.document).object();
    const QJsonObject document = input.options.isRedacted ? redacted(whole) : whole;
    const auto shown = exportInputFrom(QJsonDocument(document).toJson(), input.options);
    const QJsonArray attempts = document.value("attempts"_L1).toArray();
    ReportBlocks blocks{{Kind::Heading,
        ReportText::tr("Mail servers of %1").arg(shownText(document.value("domain"_L1))), 1}};
    appendSummary(blocks, document);
    appendProblems(blocks, document.value("problems"_L1).toArray());
    appendChanges(blocks, document);
    appendAttempts(blocks, attempts);
    appendTimeline(blocks, attempts);
    if (shown)
        appendCommands(blocks, *shown, attempts);
    appendSources(blocks, document.value("sources"_L1).toArray());
    blocks.append({Kind::Text,
        ReportText::tr(
            "Written by Postern. No password was sent to any server for this report, and "
            "none is in it.")});
    return blocks;
}

QList<ExportedFile> reportFiles(const ExportInput &input, const ExportedFile &report)
{
    QList<ExportedFile> files{report};
    if (input.options.isRedacted) // its commands name no certificate, which may have names in it
        return files;
    if (const ExportResult commands = writeCommands(input))
        files += commands->sliced(1);
    return files;
}

QString reportName(const ExportInput &input)
{
    const bool isHidden = input.options.isRedacted && isIpLiteral(input.identity.domain());
    return isHidden ? u"mail-report"_s : safeFileName(u"mail-report-"_s + input.identity.domain());
}

} // namespace postern
