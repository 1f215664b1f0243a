// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"
#include "net/httpfetcher.h"

namespace postern {

/// What came of looking for one configuration file.
struct AutoconfigAnswer
{
    QString url; ///< Where it lay in the end, or was looked for.
    QList<Offer> offers; ///< In the file's order; empty where there is no usable file.
    QString detail; ///< What is wrong with it or parts of it; inert, may be empty.
    bool isFailure = false; ///< Nobody could be asked, so there may be one after all.
};

/// Where a domain publishes its configuration file (draft-ietf-mailmaint-autoconfig, 4.1), the
/// preferred place first. The address is not sent. Pure.
[[nodiscard]] QList<QUrl> autoconfigUrls(const QString &domain, const QString &scheme);

/// Fetches and reads one configuration file about @p domain.
void fetchAutoconfig(HttpFetcher &fetcher, const QUrl &url, const QString &domain, QObject *context,
    const std::function<void(const AutoconfigAnswer &)> &answer);

} // namespace postern
