// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"

#include <QString>

namespace postern {

/// Where an offer came from. The order is the order of belief: the user knows best.
enum class Source { User, Srv, Guess };

/// What a source proposes: an endpoint, and where the proposal came from.
struct Offer
{
    Endpoint endpoint;
    Source source = Source::Guess;
    QString origin; ///< The record or rule behind it, such as `_imaps._tcp.example.org`.
    int preference = 0; ///< Within the source; smaller is preferred.

    friend bool operator==(const Offer &, const Offer &) = default;
};

/// The contract's names: `user`, `srv`, `guess`.
[[nodiscard]] QString toString(Source source);

} // namespace postern
