// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/autodiscoversource.h"

#include "discovery/autodiscoverxml.h"

namespace postern {

using namespace Qt::StringLiterals;

AutodiscoverSource::AutodiscoverSource(Clock &clock, HttpFetcher &fetcher, QObject *parent)
    : DiscoverySource(Source::Autodiscover, clock, fetchDeadline, parent),
      m_fetcher(fetcher)
{
}

void AutodiscoverSource::ask()
{
    // Never autodiscover.TLD: whoever owns that would hear of everybody.
    const QList<QUrl> urls = {
        QUrl(u"https://autodiscover.%1/autodiscover/autodiscover.xml"_s.arg(domain())),
        QUrl(u"https://%1/autodiscover/autodiscover.xml"_s.arg(domain())),
    };
    expect(static_cast<int>(urls.size()));
    for (const QUrl &url : urls)
        m_fetcher.fetch({url, autodiscoverRequest(domain())}, listener(),
            [this, url](const auto &reply) { onReply(url, reply); });
}

void AutodiscoverSource::onReply(const QUrl &url, const Result<HttpReply, HttpFailure> &reply)
{
    if (reply) {
        const auto offers = readAutodiscover(reply->body, domain());
        if (offers) {
            QList<Offer> found = *offers;
            for (Offer &each : found)
                each.provenance.isUntrusted = !reply->isTamperProof;
            offer(found, url.toDisplayString());
        } else {
            note(u"%1: %2"_s.arg(url.toDisplayString(), offers.error()));
        }
    } else if (reply.error().fault == HttpFault::BadCertificate) {
        note(u"%1: %2"_s.arg(url.toDisplayString(), reply.error().evidence));
    }
    // Most web servers have no Autodiscover; that one does not answer is no failure of ours.
    onAnswered();
}

} // namespace postern
