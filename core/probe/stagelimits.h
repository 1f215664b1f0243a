// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/fault.h"
#include "account/stage.h"

#include <chrono>

namespace postern {

/// The longest that a stage of a probe may take, by the wall clock.
[[nodiscard]] std::chrono::milliseconds deadlineOf(Stage stage);

/// Most servers greet within a round trip or two; from here on another mode is worth a try.
constexpr std::chrono::milliseconds greetingPatience(1500);

/// What it is when nothing came until the deadline of a stage.
[[nodiscard]] Fault faultOfSilence(Stage stage);

} // namespace postern
