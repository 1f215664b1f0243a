// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "exitcode.h"

namespace postern {

/// `postern-cli explain`: what an error text of another program, or a diagnosis code, means.
[[nodiscard]] ExitCode runExplain(const ExplainCommand &command, const CommonOptions &common);

} // namespace postern
