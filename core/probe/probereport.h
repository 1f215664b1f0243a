// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/candidate.h"
#include "account/fault.h"
#include "account/serverprofile.h"
#include "account/stage.h"
#include "base/transcript.h"
#include "tls/handshake.h"
#include "tls/secondlook.h"
#include "trust/trustexception.h"

#include <QHostAddress>

#include <optional>

namespace postern {

/// When a stage of a probe began and ended, in ms since the detection began.
struct StageTiming
{
    Stage stage = Stage::Resolve;
    double startMs = 0;
    double endMs = 0;

    friend bool operator==(const StageTiming &, const StageTiming &) = default;
};

/// What one try of one candidate showed.
struct ProbeReport
{
    enum class Outcome {
        Ok, ///< Works; over TLS: with a certificate that may be relied on.
        Certificate, ///< Works, but the certificate needs a decision of the user.
        Failed,
        Cancelled, ///< Stopped before its end.
        Skipped, ///< Never started: nothing pointed to it.
    };

    Candidate candidate;
    Outcome outcome = Outcome::Failed;
    QList<StageTiming> stages;
    QList<QHostAddress> addresses; ///< All that the name has.
    QHostAddress address; ///< The one connected to; null where none.
    ServerProfile profile;
    std::optional<Handshake> tls;
    std::optional<SeenFault> fault; ///< Present exactly where the outcome is Failed.
    Stage lastStage = Stage::Resolve; ///< Where the fault happened, or how far it came.
    std::optional<SecondLook> secondLook; ///< Present once TLS was looked into.
    std::optional<TrustException> superseded; ///< What was accepted here no longer serves.
    Transcript transcript;

    double startMs() const { return stages.isEmpty() ? 0 : stages.constFirst().startMs; }
    double endMs() const { return stages.isEmpty() ? 0 : stages.constLast().endMs; }
    /// Whether somebody could use this endpoint, perhaps after a decision.
    bool isUsable() const { return outcome == Outcome::Ok || outcome == Outcome::Certificate; }

    friend bool operator==(const ProbeReport &, const ProbeReport &) = default;
};

/// The contract's names: `ok`, `certificate`, `failed`, `cancelled`, `skipped`.
[[nodiscard]] QString toString(ProbeReport::Outcome outcome);
[[nodiscard]] std::optional<ProbeReport::Outcome> outcomeFromString(const QString &name);

} // namespace postern
