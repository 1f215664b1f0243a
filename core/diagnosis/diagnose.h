// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "probe/probereport.h"

namespace postern {

/// All that one report says, errors first. Pure.
[[nodiscard]] QList<Diagnosis> diagnose(const ProbeReport &report);

/// The problem that a fault is.
[[nodiscard]] Problem problemOf(Fault fault);

/// What a user must accept before the endpoint of this report may be used; empty
/// where nothing stands in the way.
[[nodiscard]] QList<Problem> consentsFor(const ProbeReport &report);

} // namespace postern
