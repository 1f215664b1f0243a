// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/autoconfigsource.h"

namespace postern {

using namespace Qt::StringLiterals;

AutoconfigSource::AutoconfigSource(Clock &clock, HttpFetcher &fetcher, QObject *parent)
    : DiscoverySource(Source::Autoconfig, clock, fetchDeadline, parent),
      m_fetcher(fetcher)
{
}

void AutoconfigSource::ask()
{
    for (const QString &scheme : {u"https"_s, u"http"_s}) {
        const bool isHttps = scheme == "https"_L1;
        const QList<QUrl> urls = autoconfigUrls(domain(), scheme);
        expect(static_cast<int>(urls.size()));
        for (const QUrl &url : urls)
            fetchAutoconfig(m_fetcher, url, domain(), listener(),
                [this, isHttps](const AutoconfigAnswer &answer) { onAnswer(answer, isHttps); });
    }
}

void AutoconfigSource::onAnswer(const AutoconfigAnswer &answer, bool isHttps)
{
    // A web server without HTTPS, or without HTTP, is no failure as long as one of them answers.
    if (answer.isFailure && isHttps)
        noteFailure(answer.detail);
    else
        note(answer.detail);
    const bool isSafe
        = !answer.offers.isEmpty() && !answer.offers.constFirst().provenance.isUntrusted;
    if (isSafe || !m_hasSafeFile)
        offer(answer.offers, answer.url);
    m_hasSafeFile |= isSafe;
    onAnswered();
}

} // namespace postern
