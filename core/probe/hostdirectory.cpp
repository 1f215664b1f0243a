// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/hostdirectory.h"

#include "probe/stagelimits.h"

namespace postern {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A resolver repeats its question after about this long; who waited as long heard of nobody.
constexpr std::chrono::milliseconds fairWait = 1500ms;

} // namespace

HostDirectory::HostDirectory(const ProbeContext &context, QObject *parent)
    : QObject(parent),
      m_services(context.services),
      m_originMs(context.originMs)
{
}

HostDirectory::~HostDirectory() = default;

void HostDirectory::lookUp(const QString &host)
{
    if (m_entries.contains(host)) {
        if (m_entries.value(host).isKnown)
            QMetaObject::invokeMethod(
                this, [this, host] { emit known(host); }, Qt::QueuedConnection);
        return;
    }
    m_entries.insert(host, {{Stage::Resolve, now(), now()}, {}, {}, false});
    const auto give = [this, host](const auto &answer) { onAnswer(host, answer); };
    m_deadlines.insert(host, m_services.clock.callAfter(deadlineOf(Stage::Resolve), [give, host] {
        give(Result<QList<QHostAddress>, SeenFault>(Failure{SeenFault{Fault::DnsTimeout, host}}));
    }));
    m_services.resolver.lookUpHost(host, this, give);
}

std::optional<SeenFault> HostDirectory::faultOfWaiting(const QString &host) const
{
    const Entry entry = m_entries.value(host);
    const double waitedMs = now() - entry.timing.startMs;
    if (entry.isKnown || waitedMs < fairWait.count())
        return std::nullopt;
    return SeenFault{Fault::DnsTimeout,
        u"%1: no answer within %2 s"_s.arg(host).arg(waitedMs / 1000, 0, 'f', 1)};
}

/// The first answer counts, be it the resolver's or the deadline's.
void HostDirectory::onAnswer(
    const QString &host, const Result<QList<QHostAddress>, SeenFault> &answer)
{
    Entry &entry = m_entries[host];
    if (entry.isKnown)
        return;
    entry.timing.endMs = now();
    entry.isKnown = true;
    if (answer)
        entry.addresses = *answer;
    else
        entry.fault = answer.error();
    m_deadlines.remove(host);
    emit known(host);
}

double HostDirectory::now() const
{
    return m_services.clock.monotonicMs() - m_originMs;
}

} // namespace postern
