// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/candidate.h"
#include "account/searchwishes.h"

namespace postern {

/// Whether common names below the domain may be guessed.
enum class Guessing { Allowed, Forbidden };

/// What is to be tried, in the order of preference, each endpoint once: what the user typed,
/// then what sources offered, then the common names and ports. Pure. @p domain canonical.
[[nodiscard]] QList<Candidate> planCandidates(const HostName &domain, const SearchWishes &wishes,
    const QList<Offer> &offers, Guessing guessing);

/// The plan for looking at one server: every mode on @p port, or on the standard ports.
[[nodiscard]] QList<Candidate> planInspection(Protocol protocol, const ServerWish &wish);

} // namespace postern
