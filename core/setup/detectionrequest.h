// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/candidate.h"
#include "account/identity.h"
#include "account/searchwishes.h"
#include "tls/tlspolicy.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace postern {

/// What somebody asks SetupSession to find out.
struct DetectionRequest
{
    Identity identity; ///< Who the settings are for.
    SearchWishes wishes;
    QList<Source> sources = searchableSources();
    /// A public database of providers, which learns the domain; ends with a slash. Empty: none.
    QUrl databaseUrl = QUrl(QStringLiteral("https://autoconfig.thunderbird.net/v1.1/"));
    /// Where it is not empty, just these are tried, and no source is asked.
    QList<Candidate> fixedPlan;
    /// Somebody looks on and can go on at any time: what could still be better is tried beyond the
    /// time that it deserves, and offered when it comes.
    bool isWatched = false;
    TlsPolicy tls = {}; ///< Which versions may be used.
    bool asksVersions = false; ///< Which versions a server accepts is asked although it works.
    /// The bound on all of it; what is known by then is the result.
    std::chrono::milliseconds timeout = std::chrono::seconds(30);

    friend bool operator==(const DetectionRequest &, const DetectionRequest &) = default;
};

/// Whose decisions about certificates count: the address's, or the domain's where no more is known.
/// Empty where just some servers are looked at, for nobody in particular.
[[nodiscard]] inline QString accountOf(const DetectionRequest &request)
{
    if (!request.identity.hasAddress() && request.fixedPlan.isEmpty())
        return request.identity.domain();
    return request.identity.address().toString();
}

} // namespace postern
