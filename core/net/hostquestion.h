// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/dnsresolver.h"

namespace postern {

/// The addresses of one name, asked for by family side by side. A resolver or firewall that drops
/// one kind of question must not hold the other back for seconds: once one family is there, the
/// other gets as long again, and no less than 50 ms (RFC 8305, 3 and 8).
class HostQuestion
{
public:
    using Reply = std::function<void(const Result<DnsResolver::Addresses, SeenFault> &)>;
    static constexpr qsizetype maxAddresses = 16; ///< More are never tried.

    HostQuestion(Clock &clock, const Reply &reply);

    /// What the DNS says of one family; each family is told once.
    void take(QAbstractSocket::NetworkLayerProtocol family, const DnsResolver::Addresses &found);
    /// One family has no address, or could not be asked for.
    void fail(const SeenFault &fault);

private:
    void onTold();
    void answer();

    Clock &m_clock;
    Reply m_reply; ///< Empty once it was called.
    double m_startMs = 0;
    int m_waitingFor = 2;
    DnsResolver::Addresses m_v6;
    DnsResolver::Addresses m_v4;
    std::optional<SeenFault> m_fault; ///< The one that tells most.
    std::unique_ptr<Alarm> m_patience;
};

} // namespace postern
