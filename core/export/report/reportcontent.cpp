// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reportcontent.h"

#include "document/detectiondocument.h"
#include "export/redaction.h"
#include "export/report/attemptreport.h"
#include "export/report/changeadvice.h"
#include "export/report/reproduction.h"
#include "export/report/timelinepicture.h"
#include "export/targets.h"

#include <QCoreApplication>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;
using Kind = ReportBlock::Kind;

namespace {

class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(postern::Report)
};

constexpr qsizetype maxListedRows = 100; // honest documents have fewer

QString verdictSentence(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ready:
        return ReportText::tr("Mail can be read and sent with settings that were tried.");
    case Verdict::DecisionNeeded:
        return ReportText::tr("Working settings were found, but something about them needs a "
                              "decision first.");
    case Verdict::Partial:
        return ReportText::tr("Only one direction works: reading or sending, not both.");
    case Verdict::InsecureOnly:
        return ReportText::tr("Only servers without encryption were found.");
    case Verdict::Offline:
        return ReportText::tr("There was no connection to the network, so nothing could be tried.");
    case Verdict::NothingFound:
        break;
    }
    return ReportText::tr("No working settings were found.");
}

QString settingLine(const std::optional<ServerSetting> &setting)
{
    if (!setting)
        return ReportText::tr("nothing that can be recommended");
    const QString trust = !setting->needsConsent.isEmpty()
        ? ReportText::tr("needs a decision of the user")
        : setting->isTrusted ? ReportText::tr("certificate verified")
                             : ReportText::tr("certificate accepted by the user");
    return ReportText::tr("%1 at %2, %3, %4")
        .arg(toString(setting->endpoint.protocol).toUpper(), placeText(setting->endpoint),
            securityName(setting->endpoint.security), trust);
}

void appendSummary(ReportBlocks &blocks, const Detection &detection)
{
    blocks.append({Kind::Text, verdictSentence(detection.verdict)});
    const Identity &identity = detection.settings.identity;
    QList<QStringList> facts;
    if (identity.hasAddress())
        facts.append({ReportText::tr("Account"), shownText(identity.address().toString())});
    facts.append({ReportText::tr("Domain"), shownText(identity.domain())});
    if (detection.isRedacted)
        facts.append({ReportText::tr("Left out"),
            ReportText::tr("User names and IP addresses, for a public ticket.")});
    if (detection.startedAt.isValid())
        facts.append({ReportText::tr("Searched on"),
            detection.startedAt.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s});
    if (!detection.writtenBy.isEmpty())
        facts.append({ReportText::tr("Searched by"), shownText(detection.writtenBy)});
    facts.append({ReportText::tr("Incoming mail"), settingLine(detection.settings.incoming)});
    facts.append({ReportText::tr("Outgoing mail"), settingLine(detection.settings.outgoing)});
    blocks.append({Kind::Facts, {}, 0, {}, facts});
}

void appendProblems(ReportBlocks &blocks, const QList<Diagnosis> &diagnoses)
{
    if (diagnoses.isEmpty())
        return;
    blocks.append({Kind::Heading, ReportText::tr("What is wrong, and why"), 2});
    for (const Diagnosis &diagnosis : firstOf(diagnoses, maxListedRows))
        appendDiagnosis(blocks, diagnosis);
    appendCutNote(blocks, diagnoses.size() > maxListedRows);
}

void appendChanges(ReportBlocks &blocks, const Detection &detection)
{
    QList<QStringList> rows;
    for (const QString &change : ChangeAdvice::changesFor(detection))
        rows.append({change});
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Heading, ReportText::tr("What to change"), 2});
    blocks.append({Kind::List, {}, 0, {}, rows});
}

void appendTimeline(ReportBlocks &blocks, const QList<Attempt> &attempts)
{
    const QByteArray picture = timelinePicture(attempts);
    if (picture.isEmpty())
        return;
    blocks.append({Kind::Picture,
        ReportText::tr("A bar for each stage of each attempt, from the beginning of the search."),
        0, {ReportText::tr("When it happened")}, {}, picture});
}

void appendCommands(ReportBlocks &blocks, const ExportInput &shown)
{
    const QStringList lines = reproductionLines(shown);
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

QString stateName(SourceReport::State state)
{
    switch (state) {
    case SourceReport::State::Running:
        return ReportText::tr("not answered yet");
    case SourceReport::State::Found:
        return ReportText::tr("found");
    case SourceReport::State::None:
        return ReportText::tr("nothing there");
    case SourceReport::State::Failed:
        return ReportText::tr("no answer");
    case SourceReport::State::Cancelled:
        break;
    }
    return ReportText::tr("stopped");
}

void appendSources(ReportBlocks &blocks, const QList<SourceReport> &sources)
{
    QList<QStringList> rows;
    for (const SourceReport &source : firstOf(sources, maxListedRows))
        rows.append({toString(source.source), stateName(source.state), shownText(source.origin),
            shownText(source.detail)});
    if (rows.isEmpty())
        return;
    blocks.append({Kind::Heading, ReportText::tr("Where settings were looked for"), 2});
    blocks.append({Kind::Table, {}, 0,
        {ReportText::tr("Source"), ReportText::tr("Answer"), ReportText::tr("Place"),
            ReportText::tr("Evidence")},
        rows});
    appendCutNote(blocks, sources.size() > maxListedRows);
}

} // namespace

ReportBlocks reportBlocks(const ExportInput &input, ReportPictures pictures)
{
    // What says that it is redacted already may have been written by anybody.
    const ExportInput shown = input.options.isRedacted
        ? exportInputFrom(redacted(input.detection), input.options)
        : input;
    const Detection &detection = shown.detection;
    ReportBlocks blocks{{Kind::Heading,
        ReportText::tr("Mail servers of %1").arg(shownText(shown.identity().domain())), 1}};
    appendSummary(blocks, detection);
    appendProblems(blocks, detection.diagnoses);
    appendChanges(blocks, detection);
    appendAttempts(blocks, detection.attempts);
    if (pictures == ReportPictures::Drawn)
        appendTimeline(blocks, detection.attempts);
    appendCommands(blocks, shown);
    appendSources(blocks, detection.sources);
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
    if (const ExportResult commands = commandsTarget.write(input))
        files += commands->sliced(1);
    return files;
}

QString reportName(const ExportInput &input)
{
    const bool isHidden = input.options.isRedacted && input.identity().domain().isIpLiteral();
    return isHidden ? u"mail-report"_s
                    : safeFileName(u"mail-report-"_s + input.identity().domain());
}

} // namespace postern
