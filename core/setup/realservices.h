// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/systemclock.h"
#include "certificate/certificate.h"
#include "net/aresresolver.h"
#include "net/cachingresolver.h"
#include "net/networkfetcher.h"
#include "setup/setupservices.h"
#include "trust/truststore.h"

#include <memory>

namespace postern {

/// What the collaborators are built from.
struct ServiceOptions
{
    QString nameServer; ///< `ADDRESS[:PORT]`; empty: the system's.
    QList<Certificate> moreRoots;
    QString trustStorePath; ///< Empty: the user's own.
    int searches = 1; ///< At a time.
};

/// The real collaborators: clock, DNS, sockets, trust. Nothing else builds them.
class RealServices
{
public:
    explicit RealServices(const ServiceOptions &options);
    ~RealServices();

    /// Whether the name server was understood.
    bool isUsable() const { return m_ares.isUsable(); }
    SetupServices setupServices();
    const TrustStore &trustStore() const { return m_trustStore; }
    Clock &clock() { return m_clock; }

private:
    class SocketTransports;

    SystemClock m_clock;
    AresResolver m_ares;
    CachingResolver m_resolver;
    std::unique_ptr<SocketTransports> m_transports;
    CertificateVerifier m_verifier;
    ConnectionBudget m_budget;
    NetworkFetcher m_fetcher;
    KnownProviders m_providers;
    TrustStore m_trustStore;
};

} // namespace postern
