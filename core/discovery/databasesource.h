// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/discoverysource.h"
#include "discovery/knownproviders.h"
#include "net/httpfetcher.h"

namespace postern {

/// What others know of a provider: the facts that this program brings along, and where those say
/// nothing, a public database, which learns the domain and nothing else.
class DatabaseSource final : public DiscoverySource
{
    Q_OBJECT
public:
    /// @p baseUrl ends with a slash; the domain is put behind it. Empty: nobody is asked.
    DatabaseSource(Clock &clock, HttpFetcher &fetcher, const KnownProviders &providers,
        const QUrl &baseUrl, QObject *parent = nullptr);

signals:
    void providerKnown(const postern::KnownProvider &provider);

protected:
    void ask() override;

private:
    HttpFetcher &m_fetcher;
    const KnownProviders &m_providers;
    QUrl m_baseUrl;
};

} // namespace postern
