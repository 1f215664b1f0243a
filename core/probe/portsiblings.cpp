// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/portsiblings.h"

namespace postern {

namespace {

/// Somebody speaks plaintext there, so a handshake from the first byte is not what is wanted.
bool speaksPlaintext(const ProbeReport &report)
{
    if (report.candidate.endpoint.security == Security::ImplicitTls)
        return report.fault && report.fault->fault == Fault::PlaintextOnTlsPort;
    return !report.profile.greeting.isEmpty();
}

/// The port may want TLS from the first byte.
bool maySpeakTls(const ProbeReport &report)
{
    if (!report.fault || report.candidate.endpoint.security == Security::ImplicitTls)
        return false;
    const Fault fault = report.fault->fault;
    return fault == Fault::NoGreeting || fault == Fault::TlsOnPlaintextPort
        || (fault == Fault::Closed && report.lastStage == Stage::Greeting);
}

bool isReachable(const ProbeReport &report)
{
    return !report.address.isNull();
}

} // namespace

bool isSamePort(const Endpoint &a, const Endpoint &b)
{
    return a.protocol == b.protocol && a.host == b.host && a.port == b.port;
}

bool isSamePlace(const Endpoint &a, const Endpoint &b)
{
    return a.protocol == b.protocol && a.port == b.port && a.security == b.security;
}

FollowUp followUp(const Candidate &waiting, const ProbeReport &report)
{
    if (!isReachable(report))
        return FollowUp::Pointless;
    switch (waiting.endpoint.security) {
    case Security::ImplicitTls:
        return maySpeakTls(report)    ? FollowUp::Try
            : speaksPlaintext(report) ? FollowUp::Pointless
                                      : FollowUp::Undecided;
    case Security::StartTls:
        if (report.candidate.endpoint.security != Security::ImplicitTls)
            return FollowUp::Undecided;
        return speaksPlaintext(report) ? FollowUp::Try : FollowUp::Pointless;
    case Security::Plaintext:
        break;
    }
    // Plaintext is looked at only where STARTTLS was tried on a server that speaks, and failed.
    if (report.candidate.endpoint.security != Security::StartTls)
        return FollowUp::Undecided;
    return speaksPlaintext(report) && !report.isUsable() ? FollowUp::Try : FollowUp::Pointless;
}

FollowUp followUpOnSilence(const Candidate &waiting)
{
    return waiting.endpoint.security == Security::ImplicitTls ? FollowUp::Try : FollowUp::Undecided;
}

bool mayTwinDiffer(const Candidate &waiting, const ProbeReport &report)
{
    const Candidate &tried = report.candidate;
    switch (report.outcome) {
    case ProbeReport::Outcome::Ok:
        return (report.tls && report.tls->trust == Trust::AcceptedByUser)
            || (tried.provenance.isForeign && !waiting.provenance.isForeign)
            || (tried.provenance.isUntrusted && !waiting.provenance.isUntrusted);
    case ProbeReport::Outcome::Certificate:
        return kindsOf(report.tls->findings).contains(Finding::Kind::NameMismatch);
    case ProbeReport::Outcome::Failed:
        return report.lastStage == Stage::Handshake;
    case ProbeReport::Outcome::Cancelled:
    case ProbeReport::Outcome::Skipped:
        break;
    }
    return true;
}

} // namespace postern
