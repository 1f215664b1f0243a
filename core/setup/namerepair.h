// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"
#include "net/dnsresolver.h"
#include "probe/probereport.h"

#include <QObject>

namespace postern {

/// Where a certificate is made out to other names than the one that was asked for, one of those
/// that leads to the same address repairs the mismatch without any exception. What a certificate
/// says is only a hint: the name is looked up, tried and verified like any other.
class NameRepair final : public QObject
{
    Q_OBJECT
public:
    NameRepair(DnsResolver &resolver, const HostName &domain, QObject *parent = nullptr);

    /// Looks the names up where @p report shows such a certificate; each place once.
    void consider(const ProbeReport &report);
    /// Answers that are still to come are not listened to.
    void cancel() { m_isCancelled = true; }
    bool isIdle() const { return m_waitingFor == 0; }

signals:
    void offered(const QList<postern::Offer> &offers);
    void idle(); ///< All answers are in.

private:
    void onAddresses(const ProbeReport &report, const HostName &name,
        const Result<QList<QHostAddress>, SeenFault> &answer);

    DnsResolver &m_resolver;
    HostName m_domain;
    QList<Endpoint> m_done;
    int m_waitingFor = 0;
    bool m_isCancelled = false;
};

} // namespace postern
