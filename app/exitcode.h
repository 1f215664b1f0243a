// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"

namespace postern {

/// The exit codes of the command line's contract.
enum class ExitCode {
    Success = 0,
    DecisionNeeded = 2,
    Incomplete = 3,
    NothingFound = 4,
    Offline = 5,
    WrongUsage = 64,
    MalformedInput = 65,
    NotWritten = 73, ///< EX_CANTCREAT: an output file could not be written.
    Interrupted = 130,
};

[[nodiscard]] ExitCode exitCodeOf(Verdict verdict);
/// For `inspect`: of the best attempt.
[[nodiscard]] ExitCode exitCodeOfInspection(const Detection &detection);

} // namespace postern
