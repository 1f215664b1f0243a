// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/planboard.h"

#include "probe/portsiblings.h"

#include <algorithm>

namespace postern {

namespace {

QSet<QHostAddress> setOf(const QList<QHostAddress> &addresses)
{
    return {addresses.begin(), addresses.end()};
}

} // namespace

QList<Candidate> PlanBoard::add(const QList<Candidate> &candidates)
{
    QList<Candidate> fresh;
    for (const Candidate &candidate : candidates) {
        bringUpToDate(candidate);
        if (m_known.contains(candidate.endpoint))
            continue;
        m_known.append(candidate.endpoint);
        m_entries.push_back(Entry{candidate});
        fresh.append(candidate);
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
        [](const Entry &a, const Entry &b) { return a.candidate.order < b.candidate.order; });
    return fresh;
}

void PlanBoard::bringUpToDate(const Candidate &candidate)
{
    for (Entry &entry : m_entries) {
        if (entry.candidate.endpoint != candidate.endpoint)
            continue;
        const bool isDue
            = entry.state == State::Held && candidate.start == Candidate::Start::AtOnce;
        entry.candidate = candidate;
        if (isDue) // what was only a possibility is now published, whatever a twin showed before
            entry.state = State::Queued;
    }
    for (ProbeReport &report : m_reports) {
        if (report.candidate.endpoint == candidate.endpoint)
            report.candidate = candidate;
    }
}

void PlanBoard::forget(const Endpoint &endpoint)
{
    m_known.removeAll(endpoint);
    m_again.append(endpoint);
    m_reports.removeIf(
        [&endpoint](const ProbeReport &report) { return report.candidate.endpoint == endpoint; });
}

QList<Candidate> PlanBoard::setAddresses(const QString &host, const QList<QHostAddress> &addresses)
{
    QList<Candidate> skipped;
    for (Entry &entry : m_entries) {
        if (entry.candidate.endpoint.host != host || entry.state != State::NeedsAddresses)
            continue;
        entry.addresses = addresses;
        entry.isPatient = true;
        admit(entry);
    }
    letOvertake(host);
    // What another name of these addresses showed already need not be seen again.
    for (const ProbeReport &report : std::as_const(m_reports))
        skipped += settleTwins(report);
    return skipped + settleRest();
}

void PlanBoard::endPatience(const QString &host)
{
    for (Entry &entry : m_entries) {
        if (entry.candidate.endpoint.host == host)
            entry.isPatient = false;
    }
}

QList<Candidate> PlanBoard::takeAll(const QString &host)
{
    return take([&host](const Entry &entry) {
        return entry.candidate.endpoint.host == host && entry.state == State::NeedsAddresses;
    });
}

QList<Candidate> PlanBoard::settle(const ProbeReport &report)
{
    std::erase_if(m_entries, [&report](const Entry &entry) {
        return entry.candidate.endpoint == report.candidate.endpoint;
    });
    if (report.isUsable())
        m_working.insert(report.candidate.endpoint.protocol);
    m_reports.append(report);
    const QList<Candidate> skipped = settleSiblings(report) + settleTwins(report);
    return skipped + settleRest();
}

QList<Candidate> PlanBoard::settleRest()
{
    QList<Candidate> skipped = takeOrphans();
    skipped += lastResorts();
    remove(skipped);
    return skipped;
}

void PlanBoard::onSilence(const Candidate &silent)
{
    for (Entry &entry : m_entries) {
        if (entry.state == State::Held && isSamePort(entry.candidate.endpoint, silent.endpoint)
            && followUpOnSilence(entry.candidate) == FollowUp::Try)
            entry.state = State::Queued;
    }
}

std::optional<Candidate> PlanBoard::startNext(
    const std::function<bool(const QList<QHostAddress> &)> &hasRoom)
{
    for (Entry &entry : m_entries) {
        if (entry.state == State::Queued && !mayBeOvertaken(entry) && hasRoom(entry.addresses)) {
            entry.state = State::Running;
            return entry.candidate;
        }
    }
    return std::nullopt;
}

bool PlanBoard::isHeldUp() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
        [](const Entry &entry) { return entry.state == State::Queued; });
}

QList<Candidate> PlanBoard::takeWaiting()
{
    return take([](const Entry &entry) { return entry.state != State::Running; });
}

QList<Candidate> PlanBoard::pending() const
{
    QList<Candidate> pending;
    for (const Entry &entry : m_entries) {
        if (entry.state != State::Held && entry.state != State::Twin)
            pending.append(entry.candidate);
    }
    return pending;
}

void PlanBoard::admit(Entry &entry)
{
    if (entry.candidate.start != Candidate::Start::AtOnce)
        entry.state = State::Held;
    else if (m_again.contains(entry.candidate.endpoint))
        entry.state = State::Queued;
    else
        entry.state = mustWaitForTwin(entry) ? State::Twin : State::Queued;
}

/// Whether a preferred name of the same addresses is being tried, or will be.
bool PlanBoard::mustWaitForTwin(const Entry &entry) const
{
    const auto isTried = [&entry](const Entry &other) {
        return other.state >= State::Twin
            && isPreferredTwin(other.candidate, other.addresses, entry);
    };
    const auto wasTried = [&entry](const ProbeReport &report) {
        return isPreferredTwin(report.candidate, report.addresses, entry);
    };
    return std::any_of(m_entries.begin(), m_entries.end(), isTried)
        || std::any_of(m_reports.begin(), m_reports.end(), wasTried);
}

bool PlanBoard::isPreferredTwin(
    const Candidate &other, const QList<QHostAddress> &addresses, const Entry &entry)
{
    return other.order < entry.candidate.order
        && isSamePlace(other.endpoint, entry.candidate.endpoint)
        && setOf(addresses) == setOf(entry.addresses);
}

/// Whether a preferred name for the same is still looked up: it may turn out to be a twin, and then
/// only one of the two is tried.
bool PlanBoard::mayBeOvertaken(const Entry &entry) const
{
    return entry.isPatient
        && std::any_of(m_entries.begin(), m_entries.end(), [&entry](const Entry &other) {
               return other.state == State::NeedsAddresses
                   && other.candidate.order < entry.candidate.order
                   && isSamePlace(other.candidate.endpoint, entry.candidate.endpoint);
           });
}

/// Who waited for this name, and for nothing else yet, now waits for its result.
void PlanBoard::letOvertake(const QString &host)
{
    for (Entry &entry : m_entries) {
        const bool isWaiting = entry.state == State::Queued && entry.isPatient
            && !m_again.contains(entry.candidate.endpoint);
        const auto hasOvertaken = [&](const Entry &other) {
            return other.candidate.endpoint.host == host && other.state > State::Twin
                && isPreferredTwin(other.candidate, other.addresses, entry);
        };
        if (isWaiting && std::any_of(m_entries.begin(), m_entries.end(), hasOvertaken))
            entry.state = State::Twin;
    }
}

/// Lets the other modes of the same port go ahead, or takes them off.
QList<Candidate> PlanBoard::settleSiblings(const ProbeReport &report)
{
    return take([&report](Entry &entry) {
        if (entry.state != State::Held || entry.candidate.start != Candidate::Start::IfSuggested
            || !isSamePort(entry.candidate.endpoint, report.candidate.endpoint))
            return false;
        const FollowUp next = followUp(entry.candidate, report); // takeOrphans() ends the undecided
        if (next == FollowUp::Try)
            entry.state = State::Queued;
        return next == FollowUp::Pointless;
    });
}

/// Lets the other names of the same addresses go ahead, or takes them off.
QList<Candidate> PlanBoard::settleTwins(const ProbeReport &report)
{
    return take([&report](Entry &entry) {
        if (entry.state != State::Twin
            || !isSamePlace(entry.candidate.endpoint, report.candidate.endpoint)
            || setOf(entry.addresses) != setOf(report.addresses))
            return false;
        // A plan may have been put in another order meanwhile; nobody waits for the less preferred.
        const bool isPreferred = entry.candidate.order < report.candidate.order;
        const bool mayDiffer = isPreferred || mayTwinDiffer(entry.candidate, report);
        if (mayDiffer)
            entry.state = State::Queued;
        return !mayDiffer;
    });
}

/// The usual ports of a server whose asked-for port does not work: tried once nothing else of
/// the same service is left, and skipped where something works.
QList<Candidate> PlanBoard::lastResorts()
{
    QList<Candidate> skipped;
    QSet<Protocol> busy;
    for (const Entry &entry : m_entries) {
        if (entry.candidate.start != Candidate::Start::IfAllElseFails)
            busy.insert(entry.candidate.endpoint.protocol);
    }
    for (Entry &entry : m_entries) {
        const Protocol protocol = entry.candidate.endpoint.protocol;
        if (entry.state != State::Held || entry.candidate.start != Candidate::Start::IfAllElseFails)
            continue;
        if (m_working.contains(protocol))
            skipped.append(entry.candidate);
        else if (!busy.contains(protocol))
            entry.state = State::Queued;
    }
    return skipped;
}

/// A mode that waits for a word of its port's other modes waits in vain once none is under way.
QList<Candidate> PlanBoard::takeOrphans()
{
    return take([this](const Entry &entry) {
        return entry.state == State::Held && entry.candidate.start == Candidate::Start::IfSuggested
            && std::none_of(m_entries.begin(), m_entries.end(), [&entry](const Entry &other) {
                   return other.state != State::Held
                       && isSamePort(other.candidate.endpoint, entry.candidate.endpoint);
               });
    });
}

template <typename Which>
QList<Candidate> PlanBoard::take(Which which)
{
    QList<Candidate> taken;
    for (Entry &entry : m_entries) {
        if (which(entry))
            taken.append(entry.candidate);
    }
    remove(taken);
    return taken;
}

void PlanBoard::remove(const QList<Candidate> &candidates)
{
    std::erase_if(m_entries, [&candidates](const Entry &entry) {
        return std::any_of(candidates.begin(), candidates.end(),
            [&entry](const Candidate &each) { return each.endpoint == entry.candidate.endpoint; });
    });
}

} // namespace postern
