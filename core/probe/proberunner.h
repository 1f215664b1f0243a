// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/hostdirectory.h"
#include "probe/planboard.h"
#include "probe/probejob.h"
#include "probe/secondlooks.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace postern {

/// Tries a plan, several candidates side by side, within the budget of connections. Each name is
/// looked up once, and each address and port is connected to once where that tells all: modes
/// that nothing points to are skipped, and so are other names of what was seen already.
class ProbeRunner final : public QObject
{
    Q_OBJECT
public:
    explicit ProbeRunner(const ProbeContext &context, QObject *parent = nullptr);
    ~ProbeRunner() override;

    /// Adds what is not there yet; may be called again as offers come in.
    void add(const QList<Candidate> &candidates);
    /// Tries one endpoint again with what the user has accepted since; its report comes as a
    /// new one.
    void retry(const Candidate &candidate, const TrustView &trust);
    /// No more will be added: finished() follows once everything is reported.
    void setComplete();
    /// More may be added after all.
    void expectMore();
    /// Ends everything at once; what is under way or waits is reported as cancelled.
    void stop();

    int pendingCount() const { return m_board.count(); }
    /// Candidates that are being tried or wait for their turn.
    [[nodiscard]] QList<Candidate> pendingCandidates() const { return m_board.pending(); }

signals:
    void planned(const postern::Candidate &candidate);
    void stageEntered(const postern::Candidate &candidate, postern::Stage stage);
    void reported(const postern::ProbeReport &report);
    /// A report that came already, with what a second look at its TLS showed.
    void lookedInto(const postern::ProbeReport &report);
    void finished(); ///< Every candidate is reported and looked into, and the plan is complete.
    void idle(); ///< And every connection has ended.

private:
    void onHostKnown(const QString &name);
    void waitForPreferredNames(const QString &name);
    void schedule();
    void startProbe(const Candidate &candidate);
    QList<QHostAddress> addressesFor(const Candidate &candidate) const;
    void onConnected(const Candidate &candidate, const QHostAddress &address);
    void onReported(const ProbeReport &report);
    SecondLooks::OtherModes otherModesOf(const Endpoint &endpoint) const;
    void onEnded(ProbeJob *job);
    void skip(const QList<Candidate> &candidates);
    void concludeIfDone();
    void report(const Candidate &candidate, ProbeReport::Outcome outcome,
        const std::optional<SeenFault> &fault = {});

    ProbeContext m_context;
    QPointer<ConnectionBudget> m_budget; ///< It may go before a runner that waits to be deleted.
    PlanBoard m_board;
    HostDirectory m_hosts;
    SecondLooks m_secondLooks;
    QHash<QString, std::shared_ptr<Alarm>> m_patience; ///< By name.
    QList<ProbeJob *> m_jobs; ///< Children of this; connected, or about to be.
    QHash<ProbeJob *, QList<QHostAddress>> m_raced; ///< What each took of the budget.
    bool m_isHeldUp = false; ///< For want of connections, maybe of other searches.
    bool m_isComplete = false;
    bool m_isStopped = false;
    bool m_hasFinished = false;
};

} // namespace postern
