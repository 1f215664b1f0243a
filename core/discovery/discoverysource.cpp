// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/discoverysource.h"

#include "account/registereddomain.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Honest answers name a handful of servers; a hostile one may not keep us busy with hundreds.
constexpr qsizetype maxOffers = 40;

} // namespace

DiscoverySource::DiscoverySource(
    Source source, Clock &clock, std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent),
      m_source(source),
      m_clock(clock),
      m_limit(deadline)
{
}

DiscoverySource::~DiscoverySource() = default;

void DiscoverySource::start(const HostName &domain)
{
    m_domain = domain;
    m_startMs = m_clock.monotonicMs();
    m_deadline = m_clock.callAfter(m_limit, [this] {
        ++m_failures;
        finish(stateByNow());
    });
    ask();
}

void DiscoverySource::cancel()
{
    finish(SourceReport::State::Cancelled);
}

void DiscoverySource::offer(QList<Offer> offers, const QString &origin)
{
    offers.resize(qMin(offers.size(), maxOffers - m_offers));
    if (m_isFinished || offers.isEmpty())
        return;
    m_offers += offers.size();
    for (Offer &offer : offers) {
        offer.provenance.source = m_source;
        offer.provenance.origin = origin;
        // What others than the owner of the domain name; the bundled facts are vouched for by us.
        offer.provenance.isForeign
            = !offer.provenance.isVouchedFor && !isOfSameOwner(offer.endpoint.host, m_domain);
    }
    if (!m_origins.contains(origin))
        m_origins.append(origin);
    emit offered(offers);
}

void DiscoverySource::note(const QString &detail)
{
    if (!detail.isEmpty() && !m_details.contains(detail))
        m_details.append(detail);
}

void DiscoverySource::noteFailure(const QString &detail)
{
    ++m_failures;
    note(detail);
}

void DiscoverySource::onAnswered()
{
    if (--m_expected <= 0)
        finish(stateByNow());
}

void DiscoverySource::finish(SourceReport::State state)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_deadline.reset();
    QCoreApplication::removePostedEvents(m_listener.get()); // answers that are on their way
    m_listener.release()->deleteLater(); // it may be its answer that is being given
    emit finished({m_source, state, m_clock.monotonicMs() - m_startMs, m_origins.join(u", "_s),
        m_details.join(u"; "_s)});
}

SourceReport::State DiscoverySource::stateByNow() const
{
    if (!m_origins.isEmpty())
        return SourceReport::State::Found;
    return m_failures > 0 ? SourceReport::State::Failed : SourceReport::State::None;
}

} // namespace postern
