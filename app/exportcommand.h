// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "exitcode.h"

namespace postern {

/// `postern-cli export`: reads a saved detection and writes it for another program.
[[nodiscard]] ExitCode runExport(const ExportCommand &command);

} // namespace postern
