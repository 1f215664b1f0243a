// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"

namespace postern {

/// One thing to try: an endpoint, and the best offer behind it.
struct Candidate
{
    enum class Start {
        AtOnce,
        /// Only if another mode on the same port fails in a way that points to this one.
        IfSuggested,
        /// Only if nothing works of what was asked for; told about, but never recommended.
        IfAllElseFails,
    };

    Endpoint endpoint;
    Start start = Start::AtOnce;
    Provenance provenance; ///< Of several offers, the best counts.
    int order = 0; ///< Place in the plan; smaller is preferred where all else is equal.
    UsernameRule username = {};
    QStringList authentication = {};
    bool isAgreed = false; ///< The user said that the host, and how it was found, are right.

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

} // namespace postern
