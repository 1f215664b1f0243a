// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/dnsresolver.h"

#include <QHash>
#include <QPointer>

namespace postern {

/// Asks another resolver for each host name once, however many probes and fetches want it. What
/// it heard holds for ten seconds: longer than most searches, short enough to see that somebody
/// mended a record.
class CachingResolver final : public QObject, public DnsResolver
{
    Q_OBJECT
public:
    CachingResolver(Clock &clock, DnsResolver &resolver, QObject *parent = nullptr);

    void lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer) override;
    void lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer) override;
    void lookUpMx(const QString &domain, QObject *context, Answer<MxRecords> answer) override;

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Answer<Addresses> answer;
    };

    void onHost(const QString &host, const Result<Addresses, SeenFault> &result);

    struct Known
    {
        Result<Addresses, SeenFault> result;
        double atMs = 0;
    };

    Clock &m_clock;
    DnsResolver &m_resolver;
    QHash<QString, Known> m_known;
    QHash<QString, QList<Waiting>> m_waiting;
};

} // namespace postern
