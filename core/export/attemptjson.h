// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "probe/probereport.h"

#include <QJsonObject>

namespace postern {

/// The contract's "attempt", with its handshake, certificates and diagnoses.
[[nodiscard]] QJsonObject attemptToJson(const ProbeReport &report);

/// The contract's "diagnosis", in words.
[[nodiscard]] QJsonObject diagnosisToJson(const Diagnosis &diagnosis);

} // namespace postern
