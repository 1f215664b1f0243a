// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/discoveryjob.h"
#include "setup/detectionrequest.h"
#include "setup/namerepair.h"
#include "setup/searchend.h"
#include "setup/setupservices.h"

namespace postern {

/// Everything that proposes settings during one search: the sources, and the names in certificates
/// that servers show.
class OfferFeed final : public QObject
{
    Q_OBJECT
public:
    OfferFeed(
        const SetupServices &services, const DetectionRequest &request, QObject *parent = nullptr);
    ~OfferFeed() override;

    /// Where the user knows both servers there is nothing to ask.
    void start();
    void cancel();
    /// A certificate may name its server better than we did.
    void consider(const ProbeReport &report);

    const QList<Offer> &offers() const { return m_offers; }
    const std::optional<KnownProvider> &provider() const { return m_provider; }
    OpenQuestions questions() const
    {
        return {!m_job.isFinished() || m_isOffering, !m_repair.isIdle()};
    }
    /// Nothing more will be offered, unless a further report is considered.
    bool isComplete() const { return m_job.isFinished() && m_repair.isIdle() && !m_isOffering; }

signals:
    void offered(); ///< offers() has more.
    void reported(const postern::SourceReport &report);
    void answered(); ///< A question is open no more; see isComplete().

private:
    void onOffered(const QList<Offer> &offers);
    void offer();

    DetectionRequest m_request;
    QList<Offer> m_offers;
    bool m_isOffering = false; ///< offered() is due.
    std::optional<KnownProvider> m_provider;
    DiscoveryJob m_job;
    NameRepair m_repair;
};

} // namespace postern
