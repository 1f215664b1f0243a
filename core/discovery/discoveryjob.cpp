// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/discoveryjob.h"

#include "discovery/autoconfigsource.h"
#include "discovery/autodiscoversource.h"
#include "discovery/databasesource.h"
#include "discovery/mxsource.h"
#include "discovery/srvsource.h"

namespace postern {

DiscoveryJob::DiscoveryJob(const DiscoveryServices &services, const QList<Source> &wanted,
    const QUrl &databaseUrl, QObject *parent)
    : QObject(parent)
{
    const auto &[clock, resolver, fetcher, providers] = services;
    if (wanted.contains(Source::Database)) {
        auto source = std::make_unique<DatabaseSource>(clock, fetcher, providers, databaseUrl);
        connect(source.get(), &DatabaseSource::providerKnown, this, &DiscoveryJob::providerKnown);
        add(std::move(source));
    }
    if (wanted.contains(Source::Srv))
        add(std::make_unique<SrvSource>(clock, resolver));
    if (wanted.contains(Source::Autoconfig))
        add(std::make_unique<AutoconfigSource>(clock, fetcher));
    if (wanted.contains(Source::Mx)) {
        auto source = std::make_unique<MxSource>(MxSource::Services{clock, resolver, fetcher,
            providers, wanted.contains(Source::Database) ? databaseUrl : QUrl()});
        connect(source.get(), &MxSource::providerKnown, this, &DiscoveryJob::providerKnown);
        add(std::move(source));
    }
    if (wanted.contains(Source::Autodiscover))
        add(std::make_unique<AutodiscoverSource>(clock, fetcher));
}

DiscoveryJob::~DiscoveryJob() = default;

void DiscoveryJob::start(const HostName &domain)
{
    m_running = static_cast<int>(m_sources.size());
    for (const auto &source : m_sources)
        source->start(domain);
}

void DiscoveryJob::cancel()
{
    if (m_running == 0)
        return;
    for (const auto &source : m_sources)
        source->cancel();
}

void DiscoveryJob::add(std::unique_ptr<DiscoverySource> source)
{
    connect(source.get(), &DiscoverySource::offered, this, &DiscoveryJob::offered);
    connect(source.get(), &DiscoverySource::finished, this, [this](const SourceReport &report) {
        --m_running;
        emit reported(report);
        if (m_running == 0)
            emit finished();
    });
    m_sources.push_back(std::move(source));
}

} // namespace postern
