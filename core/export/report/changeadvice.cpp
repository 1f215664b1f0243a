// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/changeadvice.h"

#include "diagnosis/catalogue.h"
#include "export/report/attemptreport.h"

#include <algorithm>
#include <utility>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxChanges = 60;

/// What is to be done, and where: at many ports of one server it is mostly the same.
struct Change
{
    QString what;
    QStringList places;
};

void note(QList<Change> &changes, const QString &what, const QString &place)
{
    const auto known = std::find_if(changes.begin(), changes.end(),
        [&what](const Change &change) { return change.what == what; });
    if (known == changes.end() && changes.size() < maxChanges)
        changes.append({what, {place}});
    else if (known != changes.end() && known->places.size() < maxChanges
        && !known->places.contains(place))
        known->places.append(place);
}

} // namespace

QStringList ChangeAdvice::changesFor(const Detection &detection)
{
    QList<Change> changes;
    for (const Attempt &attempt : detection.attempts) {
        for (const Diagnosis &diagnosis : attempt.diagnoses) {
            const char *change = rowOf(diagnosis.problem).change;
            const QString words = change ? tr(change) : QString();
            if (change)
                note(changes, words.contains("%1"_L1) ? words.arg(attempt.endpoint().host) : words,
                    placeText(attempt.endpoint()));
        }
    }
    QStringList lines;
    for (const Change &change : std::as_const(changes))
        lines.append(change.places.join(u", "_s) + u": "_s + change.what);
    if (!detection.settings.incoming && !detection.settings.outgoing)
        return lines; // there is nothing to publish
    for (const SourceReport &source : detection.sources) {
        if (source.source == Source::Srv && source.state != SourceReport::State::Found)
            lines.append(
                tr("Publish SRV records for %1 (RFC 6186, RFC 8314), so that programs find the "
                   "servers by themselves; the export “DNS records” writes them.")
                    .arg(detection.settings.identity.domain()));
    }
    return lines;
}

} // namespace postern
