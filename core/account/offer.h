// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/provenance.h"
#include "account/usernamerule.h"

#include <QStringList>

namespace postern {

/// What a source proposes: an endpoint, and where the proposal came from.
struct Offer
{
    Endpoint endpoint;
    Provenance provenance;
    int preference = 0; ///< Within the source; smaller is preferred.
    UsernameRule username = {};
    QStringList authentication = {}; ///< The source's words, its preferred first; may be empty.

    friend bool operator==(const Offer &, const Offer &) = default;
};

} // namespace postern
