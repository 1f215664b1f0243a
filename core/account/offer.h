// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/usernamerule.h"

#include <QStringList>

namespace postern {

/// Where an offer came from. The order is the order of belief: the user knows best, then what the
/// provider publishes (draft-ietf-mailmaint-autoconfig, 4), then what others know of it.
enum class Source {
    User,
    Autoconfig, ///< A configuration file of the domain itself.
    Srv, ///< RFC 6186, RFC 8314.
    Database, ///< What is known of large providers: bundled, or a public database.
    Mx, ///< Files and facts of whoever receives the domain's mail.
    Autodiscover, ///< Exchange's way (POX).
    Certificate, ///< A name in a certificate that a server showed.
    Guess, ///< A common name.
};

/// What a source proposes: an endpoint, and where the proposal came from.
struct Offer
{
    Endpoint endpoint;
    Source source = Source::Guess;
    QString origin; ///< The record, address or rule behind it: `_imaps._tcp.example.org`.
    int preference = 0; ///< Within the source; smaller is preferred.
    UsernameRule username = {};
    QStringList authentication = {}; ///< The source's words, its preferred first; may be empty.
    /// Came over plain HTTP or followed an unsigned MX record: others could have changed it.
    bool isUntrusted = false;
    bool isVouchedFor = false; ///< A fact that this program brings along.
    /// The host is outside the address's domain, and nobody vouches for it.
    bool isForeign = false;

    friend bool operator==(const Offer &, const Offer &) = default;
};

/// The contract's names: `user`, `autoconfig`, `srv`, `database`, `mx`, `autodiscover`,
/// `certificate`, `guess`.
[[nodiscard]] QString toString(Source source);
[[nodiscard]] std::optional<Source> sourceFromString(const QString &name);

} // namespace postern
