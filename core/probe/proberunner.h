// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/followup.h"
#include "probe/hostdirectory.h"
#include "probe/probejob.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <vector>

namespace postern {

/// Tries a plan, several candidates side by side, within bounds that keep off a server's
/// connection limit and its fail2ban. Each name is looked up once. Modes that nothing points
/// to are skipped.
class ProbeRunner final : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxConnections = 24;
    static constexpr int maxConnectionsPerHost = 6; ///< By address, whatever the names.

    explicit ProbeRunner(const ProbeContext &context, QObject *parent = nullptr);
    ~ProbeRunner() override;

    /// Adds what is not there yet; may be called again as offers come in.
    void add(const QList<Candidate> &candidates);
    /// Tries one endpoint again with what the user has accepted since; its report comes as a
    /// new one.
    void retry(const Candidate &candidate, const TrustView &trust);
    /// No more will be added: finished() follows once everything is reported.
    void setComplete();
    /// Ends everything at once; what is under way or waits is reported as cancelled.
    void stop();

    int pendingCount() const { return static_cast<int>(m_entries.size()); }
    /// Candidates that are being tried or wait for their turn.
    [[nodiscard]] QList<Candidate> pendingCandidates() const;

signals:
    void planned(const postern::Candidate &candidate);
    void stageEntered(const postern::Candidate &candidate, postern::Stage stage);
    void reported(const postern::ProbeReport &report);
    void finished(); ///< Every candidate is reported and the plan is complete.
    void idle(); ///< And every connection has ended.

private:
    enum class State { NeedsAddresses, Held, Queued, Running };

    struct Entry
    {
        Candidate candidate;
        State state = State::NeedsAddresses;
        ProbeJob *job = nullptr;
    };

    void settleHost(const QString &name);
    void admit(Entry &entry);
    void schedule();
    void startProbe(Entry &entry);
    QList<QHostAddress> racedAddresses(const Candidate &candidate) const;
    bool hasRoomFor(const Entry &entry) const;
    void onReported(const ProbeReport &report);
    void onGreetingOverdue(const Candidate &silent);
    void settleSiblings(const ProbeReport &settled);
    void concludeIfDone();
    void report(const Candidate &candidate, ProbeReport::Outcome outcome,
        const std::optional<FaultReport> &fault = {});

    ProbeContext m_context;
    std::vector<std::unique_ptr<Entry>> m_entries; ///< What is not reported yet, in plan order.
    QList<Endpoint> m_known;
    HostDirectory m_hosts;
    QHash<QHostAddress, int> m_connections;
    int m_connectionCount = 0;
    bool m_isComplete = false;
    bool m_isStopped = false;
    bool m_hasFinished = false;
};

} // namespace postern
