// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/offerfeed.h"

#include <utility>

namespace postern {

OfferFeed::OfferFeed(
    const SetupServices &services, const DetectionRequest &request, QObject *parent)
    : QObject(parent),
      m_request(request),
      m_job({services.probe.clock, services.probe.resolver, services.fetcher, services.providers},
          request.sources, request.databaseUrl),
      m_repair(services.probe.resolver, request.identity.domain())
{
    connect(&m_job, &DiscoveryJob::offered, this, &OfferFeed::onOffered);
    connect(&m_job, &DiscoveryJob::providerKnown, this,
        [this](const KnownProvider &provider) { m_provider = provider; });
    connect(&m_job, &DiscoveryJob::reported, this, &OfferFeed::reported);
    connect(&m_job, &DiscoveryJob::finished, this, &OfferFeed::answered);
    connect(&m_repair, &NameRepair::offered, this, &OfferFeed::onOffered);
    connect(&m_repair, &NameRepair::idle, this, &OfferFeed::answered);
}

OfferFeed::~OfferFeed() = default;

void OfferFeed::start()
{
    const SearchWishes &wishes = m_request.wishes;
    const bool isIncomingKnown = !wishes.imap.host.isEmpty() || !wishes.pop3.host.isEmpty();
    const bool isAllKnown = isIncomingKnown && !wishes.smtp.host.isEmpty();
    if (!isAllKnown && !m_request.identity.domain().isEmpty())
        m_job.start(m_request.identity.domain());
}

void OfferFeed::cancel()
{
    m_job.cancel();
    m_repair.cancel();
}

void OfferFeed::consider(const ProbeReport &report)
{
    m_repair.consider(report);
}

void OfferFeed::onOffered(const QList<Offer> &offers)
{
    m_offers += offers;
    // Answers come in bursts: one plan for all of those that are here.
    if (!std::exchange(m_isOffering, true))
        QMetaObject::invokeMethod(this, &OfferFeed::offer, Qt::QueuedConnection);
}

void OfferFeed::offer()
{
    m_isOffering = false;
    emit offered();
    emit answered();
}

} // namespace postern
