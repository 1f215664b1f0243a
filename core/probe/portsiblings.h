// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"

namespace postern {

/// What another mode's report on the same host and port means for a candidate that waits for
/// such a suggestion.
enum class FollowUp {
    Try, ///< The report points to this mode.
    Pointless, ///< This mode cannot work, or is not needed.
    Undecided, ///< The report says nothing about it.
};

/// Whether the two are modes of one service on one port.
[[nodiscard]] bool isSamePort(const Endpoint &a, const Endpoint &b);
/// Whether the two are one service and mode on the same port, be it of another host.
[[nodiscard]] bool isSamePlace(const Endpoint &a, const Endpoint &b);

/// Pure. @p waiting and @p report concern the same protocol, host and port.
[[nodiscard]] FollowUp followUp(const Candidate &waiting, const ProbeReport &report);

/// The same where the other mode is connected but its server has not greeted for a while.
[[nodiscard]] FollowUp followUpOnSilence(const Candidate &waiting);

/// Whether @p waiting, another name of the addresses and port that @p report is about, may show
/// anything else: another certificate by its name (SNI), or the same with less doubt about it.
[[nodiscard]] bool mayTwinDiffer(const Candidate &waiting, const ProbeReport &report);

} // namespace postern
