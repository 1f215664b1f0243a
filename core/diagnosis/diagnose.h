// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "probe/probereport.h"

namespace postern {

/// All that one report says, errors first. Pure.
[[nodiscard]] QList<Diagnosis> diagnose(const ProbeReport &report);

/// A diagnosis of the endpoint that a report is about, at its last stage, with what the whole report
/// says already filled in.
[[nodiscard]] Diagnosis diagnosisOf(const ProbeReport &report, Problem problem, Severity severity);

/// The problem that a fault is.
[[nodiscard]] Problem problemOf(Fault fault);

/// The codes that a user must accept before the endpoint of this report may be used; empty
/// where nothing stands in the way.
[[nodiscard]] QStringList consentsFor(const ProbeReport &report);

} // namespace postern
