// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/source.h"

#include <QString>

namespace postern {

/// Where a server's settings come from, and how far that can be believed; the same from the offer
/// of a source to the setting that is recommended.
struct Provenance
{
    Source source = Source::Guess;
    QString origin; ///< The record, address or rule behind it: `_imaps._tcp.example.org`.
    /// Came over plain HTTP or followed an unsigned MX record: others could have changed it.
    bool isUntrusted = false;
    /// The host is outside the address's domain, and nobody vouches for it.
    bool isForeign = false;
    bool isVouchedFor = false; ///< A fact that this program brings along.

    friend bool operator==(const Provenance &, const Provenance &) = default;
};

} // namespace postern
