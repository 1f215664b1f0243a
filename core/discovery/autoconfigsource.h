// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/autoconfigfetch.h"
#include "discovery/discoverysource.h"

namespace postern {

/// The configuration file that a mail domain publishes about itself, over HTTPS, and over plain
/// HTTP too (old providers have no other): what comes that way is marked, and not even offered
/// once a file came that nobody could have changed.
class AutoconfigSource final : public DiscoverySource
{
    Q_OBJECT
public:
    AutoconfigSource(Clock &clock, HttpFetcher &fetcher, QObject *parent = nullptr);

protected:
    void ask() override;

private:
    void onAnswer(const AutoconfigAnswer &answer, bool isHttps);

    HttpFetcher &m_fetcher;
    bool m_hasSafeFile = false;
};

} // namespace postern
