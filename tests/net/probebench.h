// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/sockettransport.h"
#include "probe/probejob.h"
#include "setup/setupservices.h"
#include "support/fakedns.h"
#include "support/fakehttp.h"
#include "support/manualclock.h"
#include "support/patience.h"

#include <QAbstractEventDispatcher>
#include <QSignalSpy>

namespace postern {

/// Real sockets, and time that stands still.
class SocketTransports final : public TransportFactory
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

/// What a probe needs, with the certificates of @p roots as the only trusted ones. Without
/// @p transports the connections are real.
struct ProbeBench
{
    explicit ProbeBench(
        const QList<Certificate> &roots = {}, TransportFactory *transports = nullptr)
        : verifier(CertificateVerifier::withRootsOnly(roots)),
          services{clock, dns, transports ? *transports : sockets, verifier, budget}
    {
    }

    ManualClock clock;
    FakeDns dns;
    SocketTransports sockets{clock};
    CertificateVerifier verifier;
    ConnectionBudget budget;
    ProbeServices services;
    TrustView trust;
    FakeHttp http;
    KnownProviders providers;

    SetupServices setupServices() { return {services, http, providers}; }
    ProbeContext context() const { return {services, trust}; }
};

/// Lets everything happen that is due in the event loop; never waits.
inline void settle()
{
    while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) { }
}

/// One probe of an endpoint on 127.0.0.1, and what it reported.
class BenchProbe
{
public:
    BenchProbe(const ProbeBench &bench, const Endpoint &endpoint)
        : job(bench.context(), Candidate{endpoint, Candidate::Start::AtOnce, {Source::User, {}}, 0})
    {
        job.start({}, {QHostAddress(QHostAddress::LocalHost)});
    }

    /// Waits for real I/O.
    bool waitUntilFinished() { return !finished.isEmpty() || finished.wait(patienceMs); }
    ProbeReport report() const { return finished.value(0).value(0).value<ProbeReport>(); }

    ProbeJob job;
    QSignalSpy finished{&job, &ProbeJob::finished};
    QSignalSpy ended{&job, &ProbeJob::ended};
};

} // namespace postern
