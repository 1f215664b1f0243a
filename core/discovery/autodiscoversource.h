// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/discoverysource.h"
#include "net/httpfetcher.h"

namespace postern {

/// Exchange's Autodiscover over HTTPS, without credentials and without the user's address.
class AutodiscoverSource final : public DiscoverySource
{
    Q_OBJECT
public:
    AutodiscoverSource(Clock &clock, HttpFetcher &fetcher, QObject *parent = nullptr);

protected:
    void ask() override;

private:
    void onReply(const QUrl &url, const Result<HttpReply, HttpFailure> &reply);

    HttpFetcher &m_fetcher;
};

} // namespace postern
