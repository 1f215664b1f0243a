// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/finding.h"
#include "diagnosis/attempt.h"

namespace postern {

/// All that one report says, errors first. Pure.
[[nodiscard]] QList<Diagnosis> diagnose(const ProbeReport &report);

/// The report with what it means.
[[nodiscard]] Attempt attemptOf(const ProbeReport &report);

/// A diagnosis of the endpoint that a report is about, of the usual severity, at the stage of its
/// kind or else at the report's last.
[[nodiscard]] Diagnosis diagnosisOf(const ProbeReport &report, Problem problem);

/// The problem that a fault is.
[[nodiscard]] Problem problemOf(Fault fault);
/// The problem that a finding is.
[[nodiscard]] Problem problemOf(Finding::Kind kind);

/// What a user must accept before the endpoint of this report may be used; empty
/// where nothing stands in the way.
[[nodiscard]] QList<Problem> consentsFor(const ProbeReport &report);

} // namespace postern
