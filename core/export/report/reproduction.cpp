// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reproduction.h"

#include "account/hostname.h"
#include "base/inerttext.h"
#include "base/shellword.h"
#include "export/opensslcommand.h"
#include "export/programs/programs.h"

#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineWidth = 86; // what fits a line of every report
constexpr qsizetype maxFailures = 24;

/// Of an attempt that came to a server with TLS wanted; of one that simply worked, where @p isAlsoGood.
std::optional<Endpoint> reachedEndpoint(const QJsonObject &attempt, bool isAlsoGood)
{
    const auto protocol = protocolFromString(attempt.value("service"_L1).toString());
    const auto security = securityFromString(attempt.value("security"_L1).toString());
    const auto host = HostName::parse(attempt.value("host"_L1).toString());
    const int port = attempt.value("port"_L1).toInt();
    const QString outcome = attempt.value("outcome"_L1).toString();
    const bool isReached = (outcome == "certificate"_L1 || outcome == "failed"_L1
                               || (outcome == "ok"_L1 && isAlsoGood))
        && attempt.value("address"_L1).isString();
    if (!isReached || !protocol || !security || *security == Security::Plaintext || !host
        || port < 1 || port > 65535)
        return std::nullopt;
    return Endpoint{*protocol, *host, static_cast<quint16>(port), *security};
}

QString opensslLineFor(const Endpoint &endpoint)
{
    QStringList words = opensslWords(endpoint) + opensslNameWords(endpoint.host);
    words.append(u"-brief"_s);
    std::transform(words.begin(), words.end(), words.begin(), shellWord);
    return words.join(u' ') + u" </dev/null"_s;
}

} // namespace

QStringList reproductionLines(const ExportInput &shown, const QJsonArray &attempts)
{
    QStringList lines;
    ExportInput beside = shown;
    beside.options.folder = u"."_s;
    const ExportResult commands = writeCommands(beside);
    if (commands)
        lines = QString::fromUtf8(commands->constFirst().content).trimmed().split(u'\n');
    qsizetype failures = 0;
    for (const auto &value : attempts) {
        const auto endpoint = reachedEndpoint(value.toObject(), !commands);
        if (!endpoint || failures++ >= maxFailures)
            continue;
        if (!lines.isEmpty())
            lines.append(QString());
        lines << u"# "_s + toString(endpoint->protocol).toUpper() + u", "_s
                + hostAndPort(endpoint->host, endpoint->port) + u", "_s
                + toString(endpoint->security)
              << opensslLineFor(*endpoint);
    }
    std::transform(lines.begin(), lines.end(), lines.begin(),
        [](const QString &line) { return foldedShellLine(line, lineWidth); });
    return lines;
}

} // namespace postern
