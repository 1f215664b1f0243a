// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "probe/probereport.h"

namespace postern {

/// What is to be said of the certificates that a server showed: every finding, once each, and what an
/// administrator should know though nothing is wrong. Empty where no handshake came about.
[[nodiscard]] QList<Diagnosis> diagnoseCertificate(const ProbeReport &report);

} // namespace postern
