// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupstate.h"

namespace postern {

/// What a search still waits for besides its probes.
struct OpenQuestions
{
    bool areSourcesAsked = false; ///< Sources that have not answered.
    bool areNamesLookedUp = false; ///< Names of certificates, for a repair.
};

/// How long a search that has an answer for both directions should go on for the sake of what is
/// left, in ms since it began; nothing while a direction is open. Pure. The measure is the round
/// trip seen to each host, never a fixed time: what could be better gets a few of them to connect
/// in, and many once it talks; what could not be better only as long as it is nearly done.
[[nodiscard]] std::optional<double> endOfSearch(
    const SetupState &state, const OpenQuestions &questions);

/// Whether something that is left could turn out better than what was found. Pure.
[[nodiscard]] bool mayImprove(const SetupState &state, const OpenQuestions &questions);

} // namespace postern
