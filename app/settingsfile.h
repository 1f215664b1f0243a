// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"

namespace postern {

/// Where the command names a file of settings, tells what it says and makes a request of it that tries
/// just that. What is wrong with the file, in words; empty where nothing is.
[[nodiscard]] QString useSettingsFile(DetectCommand &command);

} // namespace postern
