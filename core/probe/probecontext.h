// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "certificate/certificateverifier.h"
#include "net/dnsresolver.h"
#include "net/transport.h"
#include "probe/connectionbudget.h"
#include "trust/trustdecision.h"

namespace postern {

/// The collaborators that probes work with; they outlive every probe.
struct ProbeServices
{
    Clock &clock;
    DnsResolver &resolver;
    TransportFactory &transports;
    const CertificateVerifier &verifier;
    ConnectionBudget &budget;
};

/// What a probe of one detection is given.
struct ProbeContext
{
    ProbeServices services;
    TrustView trust;
    TlsPolicy tls = {};
    /// Every handshake is followed by a look at the versions that the server accepts.
    bool asksVersions = false;
    double originMs = 0; ///< The clock's monotonic time at which the detection began.
};

} // namespace postern
