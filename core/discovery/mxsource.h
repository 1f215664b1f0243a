// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/discoverysource.h"
#include "discovery/knownproviders.h"
#include "net/dnsresolver.h"
#include "net/httpfetcher.h"

namespace postern {

/// Who receives a domain's mail often hosts it as well: configuration files and facts of the
/// best mail exchanger's domain (draft-ietf-mailmaint-autoconfig, 4.3), and the exchanger itself
/// where it belongs to the domain. MX records are not signed: what is foreign is untrusted too.
class MxSource final : public DiscoverySource
{
    Q_OBJECT
public:
    struct Services
    {
        Clock &clock;
        DnsResolver &resolver;
        HttpFetcher &fetcher;
        const KnownProviders &providers;
        QUrl databaseUrl; ///< See DatabaseSource.
    };

    MxSource(const Services &services, QObject *parent = nullptr);

signals:
    void providerKnown(const postern::KnownProvider &provider);

protected:
    void ask() override;

private:
    void onExchangers(const Result<QList<MxRecord>, SeenFault> &answer);
    void askAbout(const HostName &exchanger);
    void fetch(const QUrl &url);
    void offerUntrusted(QList<Offer> offers, const QString &origin);

    Services m_services;
    QString m_exchanger;
};

} // namespace postern
