// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/databasesource.h"

#include "discovery/autoconfigfetch.h"

namespace postern {

using namespace Qt::StringLiterals;

DatabaseSource::DatabaseSource(Clock &clock, HttpFetcher &fetcher, const KnownProviders &providers,
    const QUrl &baseUrl, QObject *parent)
    : DiscoverySource(Source::Database, clock, fetchDeadline, parent),
      m_fetcher(fetcher),
      m_providers(providers),
      m_baseUrl(baseUrl)
{
}

void DatabaseSource::ask()
{
    expect(1);
    const auto provider = m_providers.forDomain(domain());
    if (!provider && !m_baseUrl.isEmpty()) {
        fetchAutoconfig(m_fetcher, m_baseUrl.resolved(QUrl(domain())), domain(), listener(),
            [this](const AutoconfigAnswer &answer) {
                if (answer.isFailure)
                    noteFailure(answer.detail);
                else
                    note(answer.detail);
                offer(answer.offers, answer.url);
                onAnswered();
            });
        return;
    }
    // From the event loop, like every other answer.
    QMetaObject::invokeMethod(
        this,
        [this, provider] {
            if (provider && !isFinished()) {
                emit providerKnown(*provider);
                offer(provider->offers, provider->name);
            }
            onAnswered();
        },
        Qt::QueuedConnection);
}

} // namespace postern
