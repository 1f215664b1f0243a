// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "probe/probereport.h"

namespace postern {

/// A diagnosis of the endpoint that a report is about, at its last stage, with what the whole report
/// says already filled in.
[[nodiscard]] Diagnosis diagnosisOf(const ProbeReport &report, Problem problem, Severity severity);

} // namespace postern
