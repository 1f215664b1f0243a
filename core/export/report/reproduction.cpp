// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reproduction.h"

#include "base/shellword.h"
#include "export/opensslcommand.h"
#include "export/report/attemptreport.h"
#include "export/targets.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineWidth = 86; // what fits a line of every report
constexpr qsizetype maxFailures = 24;

/// Whether it came to a server with TLS wanted; also if it simply worked, where @p isAlsoGood.
bool isWorthRepeating(const ProbeReport &report, bool isAlsoGood)
{
    const bool isGood = report.outcome == ProbeReport::Outcome::Ok && isAlsoGood;
    return (report.outcome == ProbeReport::Outcome::Certificate
               || report.outcome == ProbeReport::Outcome::Failed || isGood)
        && isReached(report) && report.candidate.endpoint.security != Security::Plaintext;
}

QString opensslLineFor(const Endpoint &endpoint)
{
    QStringList words = opensslWords(endpoint) + opensslNameWords(endpoint.host);
    words.append(u"-brief"_s);
    std::transform(words.begin(), words.end(), words.begin(), shellWord);
    return words.join(u' ') + u" </dev/null"_s;
}

/// Whether nobody can connect there, because the address was left out.
bool isHidden(const Endpoint &endpoint, const ExportInput &shown)
{
    return shown.detection.isRedacted && endpoint.host.text().endsWith(".invalid"_L1);
}

ExportInput withoutHiddenServers(ExportInput shown)
{
    for (qsizetype i = shown.servers.size() - 1; i >= 0; --i) {
        if (!isHidden(shown.servers.at(i).endpoint(), shown))
            continue;
        shown.servers.removeAt(i);
        shown.recommendedCount -= i < shown.recommendedCount ? 1 : 0;
    }
    return shown;
}

} // namespace

QStringList reproductionLines(const ExportInput &shown)
{
    QStringList lines;
    ExportInput beside = withoutHiddenServers(shown);
    beside.options.folder = u"."_s;
    const ExportResult commands = commandsTarget.write(beside);
    if (commands)
        lines = QString::fromUtf8(commands->constFirst().content).trimmed().split(u'\n');
    qsizetype failures = 0;
    for (const Attempt &attempt : shown.detection.attempts) {
        if (isHidden(attempt.endpoint(), shown) || !isWorthRepeating(attempt.report, !commands)
            || failures++ >= maxFailures)
            continue;
        const Endpoint &endpoint = attempt.endpoint();
        if (!lines.isEmpty())
            lines.append(QString());
        lines << u"# "_s + toString(endpoint.protocol).toUpper() + u", "_s
                + hostAndPort(endpoint.host, endpoint.port) + u", "_s + toString(endpoint.security)
              << opensslLineFor(endpoint);
    }
    std::transform(lines.begin(), lines.end(), lines.begin(),
        [](const QString &line) { return foldedShellLine(line, lineWidth); });
    return lines;
}

} // namespace postern
