// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/cachingresolver.h"

namespace postern {

CachingResolver::CachingResolver(DnsResolver &resolver, QObject *parent)
    : QObject(parent),
      m_resolver(resolver)
{
}

void CachingResolver::lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer)
{
    if (const auto known = m_known.constFind(host); known != m_known.constEnd()) {
        QMetaObject::invokeMethod(
            context, [call = std::move(answer), result = *known] { call(result); },
            Qt::QueuedConnection);
        return;
    }
    const bool isAsked = m_waiting.contains(host);
    m_waiting[host].append({context, std::move(answer)});
    if (!isAsked) {
        m_resolver.lookUpHost(
            host, this, [this, host](const Result<Addresses, FaultReport> &r) { onHost(host, r); });
    }
}

void CachingResolver::lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer)
{
    m_resolver.lookUpSrv(name, context, std::move(answer));
}

void CachingResolver::onHost(const QString &host, const Result<Addresses, FaultReport> &result)
{
    m_known.insert(host, result);
    for (const Waiting &waiting : m_waiting.take(host)) {
        if (waiting.context)
            waiting.answer(result);
    }
}

} // namespace postern
