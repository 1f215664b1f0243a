// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"
#include "setup/choices.h"
#include "setup/detectionrequest.h"
#include "trust/truststore.h"

#include <QString>

namespace postern {

/// One candidate as it stands: waiting, at some stage, or reported.
struct AttemptState
{
    Candidate candidate;
    std::optional<Stage> stage; ///< Absent before the first.
    std::optional<ProbeReport> report; ///< Present once it is over.
    std::optional<ProbeReport> before; ///< While it is tried again: what it showed the last time.

    friend bool operator==(const AttemptState &, const AttemptState &) = default;
};

/// Everything that a window may show, as one immutable snapshot.
struct SetupState
{
    enum class Phase {
        Idle, ///< Nothing was asked for yet.
        Searching,
        Finished, ///< Nothing is under way; the detection is complete or was stopped.
    };

    /// Why a search is over.
    enum class End {
        Complete, ///< Everything was tried.
        Enough, ///< Nothing that was left could have been better.
        OutOfTime, ///< The request's bound was reached.
        Stopped, ///< The user said so.
    };

    Phase phase = Phase::Idle;
    End end = End::Complete; ///< Of the phase Finished.
    DetectionRequest request;
    QList<AttemptState> attempts; ///< In the order of the plan; none is ever removed.
    int pending = 0; ///< How many of them are not reported.
    Detection detection; ///< As of now, also while searching.
    Choices choices;
    QList<ServerSetting> better; ///< Worth more than what the user went on with.
    QList<TrustException> exceptions; ///< All that are in force.
    std::optional<TrustStoreProblem> trustProblem; ///< The file of exceptions needs a word.

    friend bool operator==(const SetupState &, const SetupState &) = default;
};

} // namespace postern
