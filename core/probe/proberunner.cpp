// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/proberunner.h"

#include "net/addressrace.h"

#include <algorithm>

namespace postern {

ProbeRunner::ProbeRunner(const ProbeContext &context, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_hosts(context)
{
    connect(&m_hosts, &HostDirectory::known, this, &ProbeRunner::settleHost);
}

ProbeRunner::~ProbeRunner() = default;

void ProbeRunner::add(const QList<Candidate> &candidates)
{
    if (m_isStopped)
        return;
    for (const Candidate &candidate : candidates) {
        if (m_known.contains(candidate.endpoint))
            continue;
        m_known.append(candidate.endpoint);
        m_entries.push_back(std::make_unique<Entry>(Entry{candidate}));
        emit planned(candidate);
        m_hosts.lookUp(candidate.endpoint.host);
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
        [](const auto &a, const auto &b) { return a->candidate.order < b->candidate.order; });
    schedule();
}

void ProbeRunner::retry(const Candidate &candidate, const TrustView &trust)
{
    m_context.trust = trust;
    m_isStopped = false;
    m_hasFinished = false;
    Candidate again = candidate;
    again.start = Candidate::Start::AtOnce;
    m_known.removeAll(candidate.endpoint);
    add({again});
}

void ProbeRunner::setComplete()
{
    m_isComplete = true;
    concludeIfDone();
}

void ProbeRunner::stop()
{
    if (m_isStopped)
        return;
    m_isStopped = true;
    m_isComplete = true;
    QList<Candidate> waiting;
    for (const auto &entry : m_entries) {
        if (entry->job)
            entry->job->cancel();
        else
            waiting.append(entry->candidate);
    }
    std::erase_if(m_entries, [](const auto &entry) { return entry->job == nullptr; });
    for (const Candidate &candidate : waiting) {
        const auto fault = m_hosts.faultOfWaiting(candidate.endpoint.host);
        report(candidate, fault ? ProbeReport::Outcome::Failed : ProbeReport::Outcome::Cancelled,
            fault);
    }
    concludeIfDone();
}

QList<Candidate> ProbeRunner::pendingCandidates() const
{
    QList<Candidate> pending;
    for (const auto &entry : m_entries) {
        if (entry->state != State::Held)
            pending.append(entry->candidate);
    }
    return pending;
}

void ProbeRunner::settleHost(const QString &name)
{
    const HostDirectory::Entry host = m_hosts.entry(name);
    QList<Candidate> unreachable;
    for (const auto &waiting : m_entries) {
        if (waiting->candidate.endpoint.host != name || waiting->state != State::NeedsAddresses)
            continue;
        if (host.fault)
            unreachable.append(waiting->candidate);
        else
            admit(*waiting);
    }
    std::erase_if(m_entries,
        [&unreachable](const auto &waiting) { return unreachable.contains(waiting->candidate); });
    for (const Candidate &candidate : unreachable) {
        const bool isFirstChoice = candidate.start == Candidate::Start::AtOnce;
        if (isFirstChoice)
            report(candidate, ProbeReport::Outcome::Failed, host.fault);
        else
            report(candidate, ProbeReport::Outcome::Skipped);
    }
    schedule();
    concludeIfDone();
}

/// The addresses are known: the candidate may start, or waits for another mode's hint.
void ProbeRunner::admit(Entry &entry)
{
    if (entry.state == State::NeedsAddresses)
        entry.state
            = entry.candidate.start == Candidate::Start::AtOnce ? State::Queued : State::Held;
}

void ProbeRunner::schedule()
{
    for (const auto &entry : m_entries) {
        if (entry->state == State::Queued && hasRoomFor(*entry))
            startProbe(*entry);
    }
}

/// The addresses that a probe may connect to: all that its race would try.
QList<QHostAddress> ProbeRunner::racedAddresses(const Candidate &candidate) const
{
    const QList<QHostAddress> all = m_hosts.entry(candidate.endpoint.host).addresses;
    return all.first(qMin(all.size(), AddressRace::maxAddresses));
}

bool ProbeRunner::hasRoomFor(const Entry &entry) const
{
    const QList<QHostAddress> addresses = racedAddresses(entry.candidate);
    return m_connectionCount < maxConnections
        && std::all_of(addresses.begin(), addresses.end(), [this](const QHostAddress &address) {
               return m_connections.value(address) < maxConnectionsPerHost;
           });
}

void ProbeRunner::startProbe(Entry &entry)
{
    const HostDirectory::Entry host = m_hosts.entry(entry.candidate.endpoint.host);
    const QList<QHostAddress> addresses = racedAddresses(entry.candidate);
    auto *job = new ProbeJob(m_context, entry.candidate, this);
    entry.job = job;
    entry.state = State::Running;
    ++m_connectionCount;
    for (const QHostAddress &address : addresses)
        ++m_connections[address];
    const Candidate candidate = entry.candidate;
    connect(job, &ProbeJob::stageEntered, this,
        [this, candidate](Stage stage) { emit stageEntered(candidate, stage); });
    connect(
        job, &ProbeJob::greetingOverdue, this, [this, candidate] { onGreetingOverdue(candidate); });
    connect(job, &ProbeJob::finished, this, &ProbeRunner::onReported);
    connect(job, &ProbeJob::ended, this, [this, job, addresses] {
        --m_connectionCount;
        for (const QHostAddress &address : addresses)
            --m_connections[address];
        job->deleteLater();
        schedule();
        concludeIfDone();
    });
    job->start(host.timing, host.addresses);
}

void ProbeRunner::onReported(const ProbeReport &report)
{
    std::erase_if(m_entries, [&report](const auto &entry) {
        return entry->candidate.endpoint == report.candidate.endpoint;
    });
    emit reported(report);
    if (!m_isStopped)
        settleSiblings(report);
    concludeIfDone();
}

void ProbeRunner::onGreetingOverdue(const Candidate &silent)
{
    for (const auto &entry : m_entries) {
        if (entry->state == State::Held && isSamePort(entry->candidate.endpoint, silent.endpoint)
            && followUpOnSilence(entry->candidate) == FollowUp::Try)
            entry->state = State::Queued;
    }
    schedule();
}

/// Lets the other modes of the same port go ahead or go without.
void ProbeRunner::settleSiblings(const ProbeReport &settled)
{
    const bool speaksTls
        = settled.tls && settled.candidate.endpoint.security == Security::ImplicitTls;
    bool isAnotherUnderWay = false;
    for (const auto &entry : m_entries) {
        if (!isSamePort(entry->candidate.endpoint, settled.candidate.endpoint))
            continue;
        if (entry->job && speaksTls)
            entry->job->concludeThatPortSpeaksTls();
        isAnotherUnderWay |= entry->state == State::Running || entry->state == State::Queued;
    }
    QList<Candidate> skipped;
    for (const auto &entry : m_entries) {
        if (entry->state != State::Held
            || !isSamePort(entry->candidate.endpoint, settled.candidate.endpoint))
            continue;
        switch (followUp(entry->candidate, settled)) {
        case FollowUp::Try:
            entry->state = State::Queued;
            isAnotherUnderWay = true;
            break;
        case FollowUp::Pointless:
            skipped.append(entry->candidate);
            break;
        case FollowUp::Undecided:
            if (!isAnotherUnderWay)
                skipped.append(entry->candidate);
            break;
        }
    }
    std::erase_if(
        m_entries, [&skipped](const auto &entry) { return skipped.contains(entry->candidate); });
    for (const Candidate &candidate : skipped)
        report(candidate, ProbeReport::Outcome::Skipped);
    schedule();
}

void ProbeRunner::concludeIfDone()
{
    if (!m_isComplete || !m_entries.empty())
        return;
    if (!m_hasFinished) {
        m_hasFinished = true;
        emit finished();
    }
    if (m_connectionCount == 0)
        emit idle();
}

void ProbeRunner::report(const Candidate &candidate, ProbeReport::Outcome outcome,
    const std::optional<FaultReport> &fault)
{
    const HostDirectory::Entry host = m_hosts.entry(candidate.endpoint.host);
    ProbeReport report;
    report.candidate = candidate;
    report.outcome = outcome;
    report.fault = fault;
    report.addresses = host.addresses;
    if (host.isKnown)
        report.stages.append(host.timing);
    emit reported(report);
}

} // namespace postern
