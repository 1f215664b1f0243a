// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"

namespace postern {

/// What kind of server most often shows such a certificate; the likeliest first where several fit.
enum class ServerKind {
    Intercepted, ///< A product that reads along, such as an antivirus, named by its authority.
    Bridge, ///< A program on this computer, such as a provider's mail bridge.
    Home, ///< By its name or address in a network of one's own, and nobody vouches for it.
    SharedHosting, ///< A host of many domains, vouched for under its own name only.
    Outdated, ///< Vouched for, with cryptography of the past.
    Forgotten, ///< Vouched for, but out of date.
    IncompleteChain, ///< A public authority's, without the certificate in between.
    Organization, ///< An authority that only a company or a provider knows.
    Own, ///< Signed by itself, on the internet: its administrator's or an interceptor's.
};

/// Pure. Of a report with the outcome Certificate.
[[nodiscard]] ServerKind likelyKindOf(const ProbeReport &report);

} // namespace postern
