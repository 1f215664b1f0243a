// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "certificate/certificateverifier.h"
#include "net/dnsresolver.h"
#include "net/httpfetcher.h"

#include <QNetworkAccessManager>

namespace postern {

/// HttpFetcher on QNetworkAccessManager. Names are resolved by our own resolver and certificates
/// judged by our own verifier, as everywhere else; HTTP/2, cookies, caches and the environment's
/// proxies are off.
class NetworkFetcher final : public QObject, public HttpFetcher
{
    Q_OBJECT
public:
    NetworkFetcher(Clock &clock, DnsResolver &resolver, const CertificateVerifier &verifier,
        QObject *parent = nullptr);
    ~NetworkFetcher() override;

    void fetch(const HttpRequest &request, QObject *context, const Answer &answer) override;

private:
    Clock &m_clock;
    DnsResolver &m_resolver;
    const CertificateVerifier &m_verifier;
    QNetworkAccessManager m_manager;
};

} // namespace postern
