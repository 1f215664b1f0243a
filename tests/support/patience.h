// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace postern {

/// How long a test waits for what must come. Only a failing one waits so long.
constexpr int patienceMs = 60'000;

} // namespace postern
