// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/dnsresolver.h"

#include <QHash>
#include <QPointer>

namespace postern {

/// Asks another resolver for each host name once, however many probes want it; for the time
/// of one detection.
class CachingResolver final : public QObject, public DnsResolver
{
    Q_OBJECT
public:
    explicit CachingResolver(DnsResolver &resolver, QObject *parent = nullptr);

    void lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer) override;
    void lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer) override;

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Answer<Addresses> answer;
    };

    void onHost(const QString &host, const Result<Addresses, FaultReport> &result);

    DnsResolver &m_resolver;
    QHash<QString, Result<Addresses, FaultReport>> m_known;
    QHash<QString, QList<Waiting>> m_waiting;
};

} // namespace postern
