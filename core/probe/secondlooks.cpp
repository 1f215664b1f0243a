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
    for (SecondLookJob *look : running) {
        look->disconnect(this);
        if (m_budget)
            m_budget->release({look->report().address});
        look->deleteLater();
    }
}

void SecondLooks::startNext()
{
    while (!m_waiting.isEmpty()
        && m_context.services.budget.hasRoomFor({m_waiting.constFirst().address})) {
        auto *look = new SecondLookJob(m_context, m_waiting.takeFirst(), this);
        m_running.append(look);
        m_context.services.budget.take({look->report().address});
        connect(look, &SecondLookJob::finished, this,
            [this, look](const ProbeReport &report) { onFinished(look, report); });
        look->start();
    }
}

void SecondLooks::onFinished(SecondLookJob *look, const ProbeReport &report)
{
    m_running.removeOne(look);
    look->deleteLater();
    emit lookedInto(report);
    m_context.services.budget.release({report.address}); // and that lets the next one start
    if (isIdle())
        emit idle();
}

} // namespace postern
