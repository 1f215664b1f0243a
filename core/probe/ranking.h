// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/searchwishes.h"
#include "probe/probereport.h"

namespace postern {

/// How good an endpoint is, the best first. Encryption with a verified certificate stands above
/// everything; plaintext stands last and is never recommended.
enum class Grade {
    Verified,
    AcceptedByUser,
    NeedsConsent, ///< Verified, but found elsewhere or on a way that could be tampered with.
    NeedsDecision,
    Plaintext,
};

/// One usable endpoint in its place.
struct RankedEndpoint
{
    qsizetype report = 0; ///< Index into the reports.
    Grade grade = Grade::Verified;

    friend bool operator==(const RankedEndpoint &, const RankedEndpoint &) = default;
};

/// The usable endpoints, the best first.
struct RankedResult
{
    QList<RankedEndpoint> incoming;
    QList<RankedEndpoint> outgoing;

    friend bool operator==(const RankedResult &, const RankedResult &) = default;
};

/// Pure. The order is by grade, where a version of TLS that was withdrawn stands behind all others
/// and only before plaintext; then IMAP before POP3, servers that let people sign in before
/// those that do not, submission ports before port 25, implicit TLS before STARTTLS
/// (RFC 8314, 3), and then the order of the plan.
[[nodiscard]] RankedResult rankReports(const QList<ProbeReport> &reports);

/// Whether @p candidate, if it turned out as well as it possibly can, and no better than
/// @p atBest, would be placed before @p best.
[[nodiscard]] bool couldBeat(
    const Candidate &candidate, const ProbeReport &best, Grade atBest = Grade::Verified);

/// Whether @p report is worth more than @p other, wherever the two stand in the plan.
[[nodiscard]] bool isWorthMore(const ProbeReport &report, const ProbeReport &other);

/// The grade of a usable report.
[[nodiscard]] Grade gradeOf(const ProbeReport &report);

} // namespace postern
