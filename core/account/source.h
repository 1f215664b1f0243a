// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

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

/// The contract's names: `user`, `autoconfig`, `srv`, `database`, `mx`, `autodiscover`,
/// `certificate`, `guess`.
[[nodiscard]] QString toString(Source source);
[[nodiscard]] std::optional<Source> sourceFromString(const QString &name);
/// Those that a search may ask, in the order in which they are listed to people.
[[nodiscard]] QList<Source> searchableSources();

} // namespace postern
