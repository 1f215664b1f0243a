// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/attempt.h"

#include <optional>

namespace postern {

/// Where servers of different domains show certificates from one authority that nobody knows, it is
/// likelier that of something on the way than of both providers. Absent where that is not so.
[[nodiscard]] std::optional<Diagnosis> interceptionHint(const QList<Attempt> &attempts);

} // namespace postern
