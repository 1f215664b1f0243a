// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"
#include "base/clock.h"
#include "discovery/knownproviders.h"
#include "discovery/sourcereport.h"
#include "net/dnsresolver.h"
#include "net/httpfetcher.h"

#include <QObject>

#include <memory>
#include <vector>

namespace postern {

class DiscoverySource;

/// What the sources work with.
struct DiscoveryServices
{
    Clock &clock;
    DnsResolver &resolver;
    HttpFetcher &fetcher;
    const KnownProviders &providers;
};

/// Asks all sources about a domain at once; each offer is passed on as it comes.
class DiscoveryJob final : public QObject
{
    Q_OBJECT
public:
    /// @p databaseUrl: see DatabaseSource.
    DiscoveryJob(const DiscoveryServices &services, const QList<Source> &wanted,
        const QUrl &databaseUrl, QObject *parent = nullptr);
    ~DiscoveryJob() override;

    void start(const HostName &domain);
    /// Every source that still runs is reported as cancelled.
    void cancel();
    bool isFinished() const { return m_running == 0; }

signals:
    void offered(const QList<postern::Offer> &offers);
    void providerKnown(const postern::KnownProvider &provider);
    void reported(const postern::SourceReport &report); ///< Once for each source.
    void finished(); ///< Every source is reported.

private:
    void add(std::unique_ptr<DiscoverySource> source);

    std::vector<std::unique_ptr<DiscoverySource>> m_sources;
    int m_running = 0;
};

} // namespace postern
