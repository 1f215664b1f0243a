// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"

#include <QSet>

#include <functional>
#include <vector>

namespace postern {

/// What is left of a plan, and which of it may start: no sockets, no clock. It holds back what
/// nothing points to (other modes of a port, last resorts) and what would only show the same once
/// more (another name of the same address and port).
class PlanBoard
{
public:
    /// Returns those whose endpoints are new; the places and offers of the others are brought up to
    /// date.
    QList<Candidate> add(const QList<Candidate> &candidates);
    /// Lets an endpoint be added once more.
    void forget(const Endpoint &endpoint);

    /// The addresses of a name: its candidates may start or are held. Returns what is skipped.
    QList<Candidate> setAddresses(const QString &host, const QList<QHostAddress> &addresses);
    /// No longer waits with this name for the addresses of preferred ones.
    void endPatience(const QString &host);
    /// A name without addresses: takes its candidates off the board; settleRest() is due then.
    QList<Candidate> takeAll(const QString &host);
    /// Takes the reported candidate off the board and lets others go ahead, or without: returns
    /// what is skipped.
    QList<Candidate> settle(const ProbeReport &report);
    /// What waited for something that has gone; returns what is skipped.
    QList<Candidate> settleRest();
    /// A port that stays silent may want TLS from the first byte.
    void onSilence(const Candidate &silent);

    /// Marks the best candidate that may start as running and returns it; nothing where none may.
    /// @p hasRoom says whether there is room for connections to these addresses.
    std::optional<Candidate> startNext(
        const std::function<bool(const QList<QHostAddress> &)> &hasRoom);
    /// Everything that was ever added.
    const QList<Endpoint> &known() const { return m_known; }
    /// Whether something may start and has no room.
    bool isHeldUp() const;
    /// Takes everything off the board that is not running.
    QList<Candidate> takeWaiting();

    /// What runs or waits for its turn, not what is held back.
    QList<Candidate> pending() const;
    bool isEmpty() const { return m_entries.empty(); }
    int count() const { return static_cast<int>(m_entries.size()); }

private:
    enum class State {
        NeedsAddresses,
        Held, ///< Until another mode of its port, or everything else, has ended.
        Twin, ///< Until another name of the same address and port has ended.
        Queued,
        Running,
    };

    struct Entry
    {
        Candidate candidate;
        State state = State::NeedsAddresses;
        QList<QHostAddress> addresses = {};
        bool isPatient = false; ///< Lets a preferred name catch up that is still looked up.
    };

    void bringUpToDate(const Candidate &candidate);
    void admit(Entry &entry);
    bool mustWaitForTwin(const Entry &entry) const;
    static bool isPreferredTwin(
        const Candidate &other, const QList<QHostAddress> &addresses, const Entry &entry);
    bool mayBeOvertaken(const Entry &entry) const;
    void letOvertake(const QString &host);
    QList<Candidate> settleSiblings(const ProbeReport &report);
    QList<Candidate> settleTwins(const ProbeReport &report);
    QList<Candidate> lastResorts();
    QList<Candidate> takeOrphans();
    template <typename Which>
    QList<Candidate> take(Which which);
    void remove(const QList<Candidate> &candidates);

    std::vector<Entry> m_entries; ///< What is not reported yet, in plan order.
    QList<Endpoint> m_known;
    QList<Endpoint> m_again; ///< That were forgotten: tried whatever other names showed.
    QList<ProbeReport> m_reports; ///< Of what was tried.
    QSet<Protocol> m_working; ///< Services of which something works.
};

} // namespace postern
