// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ranking.h"

#include <algorithm>
#include <tuple>

namespace postern {

namespace {

constexpr quint16 relayPort = 25; // RFC 6409, 3.1: submission has its own ports

/// Smaller is better, from left to right.
using Key = std::tuple<bool, bool, Grade, Protocol, bool, bool, Security, int>;

Key keyOf(const Candidate &candidate, Grade grade, bool isLoginDisabled, bool isLegacy)
{
    const Endpoint &endpoint = candidate.endpoint;
    const bool isRelay = endpoint.protocol == Protocol::Smtp && endpoint.port == relayPort;
    return {grade == Grade::Plaintext, isLegacy, grade, endpoint.protocol, isLoginDisabled, isRelay,
        endpoint.security, candidate.order};
}

Key keyOf(const ProbeReport &report, Grade grade)
{
    return keyOf(report.candidate, grade, report.profile.isLoginDisabled,
        report.tls && report.tls->isLegacy());
}

/// A server on the relay port that offers no sign-in delivers to its own users only.
bool isForSubmission(const ProbeReport &report)
{
    const Endpoint &endpoint = report.candidate.endpoint;
    return endpoint.protocol != Protocol::Smtp || !report.profile.isLoginDisabled
        || endpoint.port != relayPort || report.candidate.provenance.source == Source::User;
}

/// A server that wants STARTTLS before it lets anybody in offers nothing in plaintext.
bool isPlaceable(const ProbeReport &report)
{
    if (!report.isUsable() || !isForSubmission(report))
        return false;
    const bool wantsTlsFirst = report.profile.isLoginDisabled
        && (report.profile.offersStartTls || report.candidate.endpoint.protocol != Protocol::Smtp);
    return report.candidate.endpoint.security != Security::Plaintext || !wantsTlsFirst;
}

bool needsConsent(const Candidate &candidate)
{
    return !candidate.isAgreed
        && (candidate.provenance.isForeign || candidate.provenance.isUntrusted);
}

} // namespace

Grade gradeOf(const ProbeReport &report)
{
    if (!report.tls)
        return Grade::Plaintext;
    switch (report.tls->trust) {
    case Trust::Verified:
        return needsConsent(report.candidate) ? Grade::NeedsConsent : Grade::Verified;
    case Trust::AcceptedByUser:
        return needsConsent(report.candidate) ? Grade::NeedsConsent : Grade::AcceptedByUser;
    case Trust::Unverified:
        break;
    }
    return Grade::NeedsDecision;
}

RankedResult rankReports(const QList<ProbeReport> &reports)
{
    RankedResult result;
    for (qsizetype i = 0; i < reports.size(); ++i) {
        if (!isPlaceable(reports.at(i)))
            continue;
        const Protocol protocol = reports.at(i).candidate.endpoint.protocol;
        auto &list
            = directionOf(protocol) == Direction::Incoming ? result.incoming : result.outgoing;
        list.append({i, gradeOf(reports.at(i))});
    }
    const auto isBetter = [&reports](const RankedEndpoint &a, const RankedEndpoint &b) {
        return keyOf(reports.at(a.report), a.grade) < keyOf(reports.at(b.report), b.grade);
    };
    std::stable_sort(result.incoming.begin(), result.incoming.end(), isBetter);
    std::stable_sort(result.outgoing.begin(), result.outgoing.end(), isBetter);
    return result;
}

bool isWorthMore(const ProbeReport &report, const ProbeReport &other)
{
    const auto worth = [](ProbeReport each) {
        each.candidate.order = 0;
        return keyOf(each, gradeOf(each));
    };
    return worth(report) < worth(other);
}

bool couldBeat(const Candidate &candidate, const ProbeReport &best, Grade atBest)
{
    Grade grade = atBest;
    if (candidate.endpoint.security == Security::Plaintext)
        grade = Grade::Plaintext;
    else if (needsConsent(candidate))
        grade = qMax(grade, Grade::NeedsConsent);
    return keyOf(candidate, grade, false, false) < keyOf(best, gradeOf(best));
}

} // namespace postern
