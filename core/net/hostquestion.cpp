// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hostquestion.h"

#include "net/addressrace.h"

#include <QtMath>

#include <utility>

namespace postern {

namespace {

constexpr int resolutionDelayMs = 50; // RFC 8305, 8

/// That a family has no address says less than that nobody answered, and that less than that
/// there is no such name.
int significance(Fault fault)
{
    if (fault == Fault::NoSuchName)
        return 3;
    return fault == Fault::DnsTimeout || fault == Fault::DnsFailure ? 2 : 1;
}

} // namespace

HostQuestion::HostQuestion(Clock &clock, const Reply &reply)
    : m_clock(clock),
      m_reply(reply),
      m_startMs(clock.monotonicMs())
{
}

void HostQuestion::take(
    QAbstractSocket::NetworkLayerProtocol family, const DnsResolver::Addresses &found)
{
    (family == QAbstractSocket::IPv6Protocol ? m_v6 : m_v4) = found;
    onTold();
}

void HostQuestion::fail(const SeenFault &fault)
{
    if (!m_fault || significance(fault.fault) > significance(m_fault->fault))
        m_fault = fault;
    onTold();
}

void HostQuestion::onTold()
{
    --m_waitingFor;
    const bool isNoName = m_fault && m_fault->fault == Fault::NoSuchName;
    if (m_waitingFor == 0) {
        answer();
    } else if (!m_v6.isEmpty() || !m_v4.isEmpty() || isNoName) {
        // Some servers deny the whole name when asked for a family it lacks (RFC 4074, 4.2).
        const int takenMs = qCeil(m_clock.monotonicMs() - m_startMs);
        m_patience = m_clock.callAfter(
            std::chrono::milliseconds(qMax(resolutionDelayMs, takenMs)), [this] { answer(); });
    }
}

void HostQuestion::answer()
{
    m_patience.reset();
    const Reply reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    const DnsResolver::Addresses all = interleaveFamilies(m_v6 + m_v4);
    if (!all.isEmpty())
        reply(all.first(qMin(all.size(), maxAddresses)));
    else
        reply(Failure{*m_fault});
}

} // namespace postern
