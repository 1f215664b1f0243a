// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exitcode.h"

#include "probe/ranking.h"

namespace postern {

ExitCode exitCodeOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ready:
        return ExitCode::Success;
    case Verdict::DecisionNeeded:
        return ExitCode::DecisionNeeded;
    case Verdict::Partial:
    case Verdict::InsecureOnly:
        return ExitCode::Incomplete;
    case Verdict::NothingFound:
        return ExitCode::NothingFound;
    case Verdict::Offline:
        break;
    }
    return ExitCode::Offline;
}

ExitCode exitCodeOfInspection(const Detection &detection)
{
    std::optional<Grade> best;
    for (const Attempt &attempt : detection.attempts) {
        if (attempt.report.isUsable())
            best = qMin(best.value_or(Grade::Plaintext), gradeOf(attempt.report));
    }
    if (!best)
        return exitCodeOf(detection.verdict);
    switch (*best) {
    case Grade::Verified:
    case Grade::AcceptedByUser:
        return ExitCode::Success;
    case Grade::NeedsConsent:
    case Grade::NeedsDecision:
        return ExitCode::DecisionNeeded;
    case Grade::Plaintext:
        break;
    }
    return ExitCode::Incomplete;
}

} // namespace postern
