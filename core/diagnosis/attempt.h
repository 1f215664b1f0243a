// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "probe/probereport.h"

namespace postern {

/// One endpoint that was tried, and what that means.
struct Attempt
{
    ProbeReport report;
    QList<Diagnosis> diagnoses; ///< Errors first.

    const Endpoint &endpoint() const { return report.candidate.endpoint; }
    friend bool operator==(const Attempt &, const Attempt &) = default;
};

} // namespace postern
