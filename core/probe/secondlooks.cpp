// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/secondlooks.h"

namespace postern {

SecondLooks::SecondLooks(const ProbeContext &context, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_budget(&context.services.budget)
{
    connect(&context.services.budget, &ConnectionBudget::released, this, &SecondLooks::startNext);
}

SecondLooks::~SecondLooks()
{
    cancel();
}

void SecondLooks::consider(const ProbeReport &report, OtherModes otherModes)
{
    const bool isAskedFor = m_context.asksVersions && report.tls && !report.address.isNull();
    // What speaks plaintext on a TLS port is worth one look, whatever the other modes will show.
    const bool isWorthIt = otherModes == OtherModes::None
        || (report.fault && report.fault->fault == Fault::PlaintextOnTlsPort);
    const bool isUnknown = isWorthIt && SecondLookJob::isServiceOpen(report);
    if (!isAskedFor && !isUnknown && !SecondLookJob::isCalledFor(report))
        return;
    m_waiting.append(report);
    startNext();
}

void SecondLooks::cancel()
{
    m_waiting.clear();
    const QList<SecondLookJob *> running = std::exchange(m_running, {});
    for (SecondLookJob *investigation : running) {
        investigation->disconnect(this);
        if (m_budget)
            m_budget->release({investigation->report().address});
        investigation->deleteLater();
    }
}

void SecondLooks::startNext()
{
    while (!m_waiting.isEmpty()
        && m_context.services.budget.hasRoomFor({m_waiting.constFirst().address})) {
        auto *investigation = new SecondLookJob(m_context, m_waiting.takeFirst(), this);
        m_running.append(investigation);
        m_context.services.budget.take({investigation->report().address});
        connect(investigation, &SecondLookJob::finished, this,
            [this, investigation](
                const ProbeReport &report) { onFinished(investigation, report); });
        investigation->start();
    }
}

void SecondLooks::onFinished(SecondLookJob *investigation, const ProbeReport &report)
{
    m_running.removeOne(investigation);
    investigation->deleteLater();
    emit lookedInto(report);
    m_context.services.budget.release({report.address}); // and that lets the next one start
    if (isIdle())
        emit idle();
}

} // namespace postern
