// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/realservices.h"

#include "net/sockettransport.h"

#include <QStandardPaths>

namespace postern {

using namespace Qt::StringLiterals;

class RealServices::SocketTransports final : public TransportFactory
{
public:
    explicit SocketTransports(Clock &clock) : m_clock(clock) { }
    std::unique_ptr<Transport> makeTransport() override
    {
        return std::make_unique<SocketTransport>(m_clock);
    }

private:
    Clock &m_clock;
};

namespace {

QString pathOr(const QString &path)
{
    return !path.isEmpty() ? path
                           : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + "/postern/trust.json"_L1;
}

/// What one search may have, times the searches; but a TLS session takes 100 KB.
int connectionsFor(int searches)
{
    constexpr int most = 8 * ConnectionBudget::usualInAll;
    return qMin(searches * ConnectionBudget::usualInAll, most);
}

} // namespace

RealServices::RealServices(const ServiceOptions &options)
    : m_ares(m_clock, options.nameServer),
      m_resolver(m_clock, m_ares),
      m_transports(std::make_unique<SocketTransports>(m_clock)),
      m_verifier(options.moreRoots),
      m_budget(connectionsFor(options.searches)),
      m_fetcher(m_clock, m_resolver, m_verifier),
      m_providers(KnownProviders::bundled()),
      m_trustStore(pathOr(options.trustStorePath))
{
}

RealServices::~RealServices() = default;

SetupServices RealServices::setupServices()
{
    return {{m_clock, m_resolver, *m_transports, m_verifier, m_budget}, m_fetcher, m_providers};
}

} // namespace postern
