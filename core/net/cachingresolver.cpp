// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/cachingresolver.h"

namespace postern {

namespace {

constexpr double lifetimeMs = 10'000;
constexpr qsizetype maxKnown = 2000; // of many searches in one process

} // namespace

CachingResolver::CachingResolver(Clock &clock, DnsResolver &resolver, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_resolver(resolver)
{
}

void CachingResolver::lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer)
{
    const auto known = m_known.constFind(host);
    if (known != m_known.constEnd() && m_clock.monotonicMs() - known->atMs < lifetimeMs) {
        QMetaObject::invokeMethod(
            context, [call = std::move(answer), result = known->result] { call(result); },
            Qt::QueuedConnection);
        return;
    }
    const bool isAsked = m_waiting.contains(host);
    m_waiting[host].append({context, std::move(answer)});
    if (!isAsked) {
        m_resolver.lookUpHost(
            host, this, [this, host](const Result<Addresses, SeenFault> &r) { onHost(host, r); });
    }
}

void CachingResolver::lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer)
{
    m_resolver.lookUpSrv(name, context, std::move(answer));
}

void CachingResolver::lookUpMx(const QString &domain, QObject *context, Answer<MxRecords> answer)
{
    m_resolver.lookUpMx(domain, context, std::move(answer));
}

void CachingResolver::onHost(const QString &host, const Result<Addresses, SeenFault> &result)
{
    const bool isAnswer = result || result.error().fault == Fault::NoSuchName
        || result.error().fault == Fault::NoAddress;
    if (m_known.size() >= maxKnown)
        m_known.clear();
    if (isAnswer) // a silence or a failure may be over with the next question
        m_known.insert(host, {result, m_clock.monotonicMs()});
    for (const Waiting &waiting : m_waiting.take(host)) {
        if (waiting.context)
            waiting.answer(result);
    }
}

} // namespace postern
