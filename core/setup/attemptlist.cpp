// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/attemptlist.h"

#include <algorithm>
#include <utility>

namespace postern {

namespace {

/// A mode that nothing pointed to: nobody expects it among what was tried.
bool isMerePossibility(const ProbeReport &report)
{
    return report.outcome == ProbeReport::Outcome::Skipped
        && report.candidate.start != Candidate::Start::AtOnce;
}

} // namespace

AttemptState *findAttempt(QList<AttemptState> &attempts, const Endpoint &endpoint)
{
    const auto found = std::find_if(attempts.begin(), attempts.end(),
        [&endpoint](const AttemptState &entry) { return entry.candidate.endpoint == endpoint; });
    return found == attempts.end() ? nullptr : &*found;
}

void beginAttempt(QList<AttemptState> &attempts, const Candidate &candidate)
{
    AttemptState *known = findAttempt(attempts, candidate.endpoint);
    if (!known) {
        attempts.append({candidate, {}, {}, {}});
        return;
    }
    known->before = std::exchange(known->report, std::nullopt);
    known->stage.reset();
}

AttemptState *endAttempt(QList<AttemptState> &attempts, const ProbeReport &report)
{
    AttemptState *known = findAttempt(attempts, report.candidate.endpoint);
    if (!known)
        return nullptr;
    const bool isStoppedRetry = known->before && report.outcome == ProbeReport::Outcome::Cancelled;
    known->report = isStoppedRetry ? *known->before : report;
    known->before.reset();
    known->report->candidate = known->candidate; // its place in the newest plan
    return known;
}

void placeAnew(QList<AttemptState> &attempts, const QList<Candidate> &plan)
{
    for (const Candidate &candidate : plan) {
        AttemptState *known = findAttempt(attempts, candidate.endpoint);
        if (!known)
            continue;
        known->candidate = candidate;
        if (known->report)
            known->report->candidate = candidate;
    }
}

void sortByOrder(QList<AttemptState> &attempts)
{
    std::stable_sort(
        attempts.begin(), attempts.end(), [](const AttemptState &a, const AttemptState &b) {
            return a.candidate.order < b.candidate.order;
        });
}

QList<ProbeReport> reportsOf(const QList<AttemptState> &attempts)
{
    QList<ProbeReport> reports;
    for (const AttemptState &entry : attempts) {
        if (entry.report && !isMerePossibility(*entry.report))
            reports.append(*entry.report);
    }
    return reports;
}

void reportGuesses(
    QList<SourceReport> &sources, const QList<AttemptState> &attempts, double elapsedMs)
{
    const bool isReported = std::any_of(sources.begin(), sources.end(),
        [](const SourceReport &report) { return report.source == Source::Guess; });
    if (isReported)
        return;
    const bool isFound
        = std::any_of(attempts.begin(), attempts.end(), [](const AttemptState &entry) {
              return entry.candidate.provenance.source == Source::Guess && entry.report
                  && entry.report->isUsable();
          });
    sources.append({Source::Guess, isFound ? SourceReport::State::Found : SourceReport::State::None,
        elapsedMs, {}, {}});
}

void markAgreed(QList<AttemptState> &attempts, const QSet<QString> &hosts)
{
    for (AttemptState &attempt : attempts) {
        attempt.candidate.isAgreed = hosts.contains(attempt.candidate.endpoint.host);
        if (attempt.report)
            attempt.report->candidate.isAgreed = attempt.candidate.isAgreed;
    }
}

} // namespace postern
