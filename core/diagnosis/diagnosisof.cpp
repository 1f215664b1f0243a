// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosisof.h"

namespace postern {

Diagnosis diagnosisOf(const ProbeReport &report, Problem problem, Severity severity)
{
    Diagnosis diagnosis;
    diagnosis.problem = problem;
    diagnosis.stage = report.lastStage;
    diagnosis.severity = severity;
    diagnosis.endpoint = report.candidate.endpoint;
    if (report.secondLook)
        diagnosis.versions = report.secondLook->accepted();
    if (report.tls)
        diagnosis.now = report.tls->judgedAt;
    return diagnosis;
}

} // namespace postern
