// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/proberunner.h"

#include "net/addressrace.h"
#include "probe/portsiblings.h"

#include <algorithm>

namespace postern {

namespace {

/// The most that a name waits for preferred ones; usually it is a quarter of what the DNS took.
constexpr std::chrono::milliseconds maxPatience(25);

} // namespace

ProbeRunner::ProbeRunner(const ProbeContext &context, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_budget(&context.services.budget),
      m_hosts(context),
      m_secondLooks(context)
{
    connect(&m_secondLooks, &SecondLooks::lookedInto, this, &ProbeRunner::lookedInto);
    connect(&m_secondLooks, &SecondLooks::idle, this, &ProbeRunner::concludeIfDone);
    connect(&m_hosts, &HostDirectory::known, this, &ProbeRunner::onHostKnown);
    connect(&m_context.services.budget, &ConnectionBudget::released, this, [this] {
        if (m_isHeldUp)
            schedule();
    });
}

ProbeRunner::~ProbeRunner()
{
    if (!m_budget)
        return;
    m_budget->disconnect(this);
    for (const QList<QHostAddress> &addresses : std::as_const(m_raced))
        m_budget->release(addresses); // of those that were saying goodbye
}

void ProbeRunner::add(const QList<Candidate> &candidates)
{
    if (m_isStopped)
        return;
    for (const Candidate &candidate : m_board.add(candidates)) {
        emit planned(candidate);
        m_hosts.lookUp(candidate.endpoint.host);
    }
    schedule();
}

void ProbeRunner::retry(const Candidate &candidate, const TrustView &trust)
{
    m_context.trust = trust;
    m_isStopped = false;
    m_hasFinished = false;
    Candidate again = candidate;
    again.start = Candidate::Start::AtOnce;
    m_board.forget(candidate.endpoint);
    add({again});
}

void ProbeRunner::setComplete()
{
    m_isComplete = true;
    concludeIfDone();
}

void ProbeRunner::expectMore()
{
    if (!m_isStopped)
        m_isComplete = false;
}

void ProbeRunner::stop()
{
    if (m_isStopped)
        return;
    m_isStopped = true;
    m_isComplete = true;
    const QList<ProbeJob *> jobs = m_jobs;
    for (ProbeJob *job : jobs)
        job->cancel();
    const QList<Candidate> due = m_board.pending();
    for (const Candidate &candidate : m_board.takeWaiting()) {
        const auto fault = m_hosts.faultOfWaiting(candidate.endpoint.host);
        const bool isFirstChoice = candidate.start == Candidate::Start::AtOnce;
        if (!due.contains(candidate) || !isFirstChoice)
            report(candidate, ProbeReport::Outcome::Skipped);
        else if (fault)
            report(candidate, ProbeReport::Outcome::Failed, fault);
        else
            report(candidate, ProbeReport::Outcome::Cancelled);
    }
    m_secondLooks.cancel();
    concludeIfDone();
}

void ProbeRunner::onHostKnown(const QString &name)
{
    const HostDirectory::Entry host = m_hosts.entry(name);
    if (host.fault) {
        for (const Candidate &candidate : m_board.takeAll(name)) {
            const bool isFirstChoice = candidate.start == Candidate::Start::AtOnce;
            if (isFirstChoice)
                report(candidate, ProbeReport::Outcome::Failed, host.fault);
            else
                report(candidate, ProbeReport::Outcome::Skipped);
        }
        skip(m_board.settleRest());
    } else {
        skip(m_board.setAddresses(name, host.addresses));
        waitForPreferredNames(name);
    }
    schedule();
    concludeIfDone();
}

/// The names of one plan are asked for together, and their answers come within moments of each
/// other. Which of two names of one server is tried should not depend on which came first.
void ProbeRunner::waitForPreferredNames(const QString &name)
{
    if (m_patience.contains(name)) { // it was waited for, or still is
        if (!m_patience.value(name))
            m_board.endPatience(name);
        return;
    }
    const StageTiming asked = m_hosts.entry(name).timing;
    const std::chrono::milliseconds patience(
        qMin(maxPatience.count(), qint64((asked.endMs - asked.startMs) / 4)));
    m_patience.insert(name, m_context.services.clock.callAfter(patience, [this, name] {
        m_patience[name].reset();
        m_board.endPatience(name);
        schedule();
    }));
}

void ProbeRunner::schedule()
{
    if (m_isStopped)
        return;
    const auto hasRoom = [this](const QList<QHostAddress> &addresses) {
        return m_context.services.budget.hasRoomFor(
            addresses.first(qMin(addresses.size(), AddressRace::maxAddresses)));
    };
    while (const auto candidate = m_board.startNext(hasRoom))
        startProbe(*candidate);
    m_isHeldUp = m_board.isHeldUp();
}

/// The addresses of a probe in the order of its race. Where a host has both families, its STARTTLS
/// ports begin with the other one: whichever connects first tells the rest which family works, and
/// none of them waits for a black hole (RFC 8305, 5 lets a client learn from its other connections).
QList<QHostAddress> ProbeRunner::addressesFor(const Candidate &candidate) const
{
    QList<QHostAddress> all = m_hosts.entry(candidate.endpoint.host).addresses;
    if (candidate.endpoint.security == Security::StartTls) {
        const auto family = all.constFirst().protocol();
        std::stable_partition(all.begin(), all.end(),
            [family](const QHostAddress &address) { return address.protocol() != family; });
    }
    return interleaveFamilies(all);
}

void ProbeRunner::startProbe(const Candidate &candidate)
{
    const QList<QHostAddress> addresses = addressesFor(candidate);
    const auto raced = addresses.first(qMin(addresses.size(), AddressRace::maxAddresses));
    auto *job = new ProbeJob(m_context, candidate, this);
    m_jobs.append(job);
    m_raced.insert(job, raced);
    m_context.services.budget.take(raced);
    connect(job, &ProbeJob::stageEntered, this,
        [this, candidate](Stage stage) { emit stageEntered(candidate, stage); });
    connect(job, &ProbeJob::connected, this,
        [this, candidate](const QHostAddress &address) { onConnected(candidate, address); });
    connect(job, &ProbeJob::greetingOverdue, this, [this, candidate] {
        m_board.onSilence(candidate);
        schedule();
    });
    connect(job, &ProbeJob::finished, this, &ProbeRunner::onReported);
    connect(job, &ProbeJob::ended, this, [this, job] { onEnded(job); });
    job->start(m_hosts.entry(candidate.endpoint.host).timing, addresses);
}

void ProbeRunner::onConnected(const Candidate &candidate, const QHostAddress &address)
{
    for (ProbeJob *job : std::as_const(m_jobs)) {
        if (job->candidate().endpoint.host == candidate.endpoint.host)
            job->preferAddress(address);
    }
}

void ProbeRunner::onReported(const ProbeReport &report)
{
    const QList<Candidate> skipped = m_board.settle(report);
    emit reported(report);
    if (!m_isStopped) {
        const bool speaksTls
            = report.tls && report.candidate.endpoint.security == Security::ImplicitTls;
        for (ProbeJob *job : std::as_const(m_jobs)) {
            if (speaksTls && isSamePort(job->candidate().endpoint, report.candidate.endpoint))
                job->concludeThatPortSpeaksTls();
        }
        m_secondLooks.consider(report, otherModesOf(report.candidate.endpoint));
    }
    skip(skipped);
    schedule();
    concludeIfDone();
}

SecondLooks::OtherModes ProbeRunner::otherModesOf(const Endpoint &endpoint) const
{
    const QList<Endpoint> &known = m_board.known();
    const bool isTried
        = std::any_of(known.begin(), known.end(), [&endpoint](const Endpoint &other) {
              return other != endpoint && isSamePort(other, endpoint);
          });
    return isTried ? SecondLooks::OtherModes::Tried : SecondLooks::OtherModes::None;
}

void ProbeRunner::onEnded(ProbeJob *job)
{
    m_jobs.removeOne(job);
    job->deleteLater();
    m_context.services.budget.release(m_raced.take(job)); // and that lets the next one start
    concludeIfDone();
}

void ProbeRunner::skip(const QList<Candidate> &candidates)
{
    for (const Candidate &candidate : candidates)
        report(candidate, ProbeReport::Outcome::Skipped);
}

void ProbeRunner::concludeIfDone()
{
    if (!m_isComplete || !m_board.isEmpty() || !m_secondLooks.isIdle())
        return;
    if (!m_hasFinished) {
        m_hasFinished = true;
        emit finished();
    }
    if (m_jobs.isEmpty())
        emit idle();
}

void ProbeRunner::report(
    const Candidate &candidate, ProbeReport::Outcome outcome, const std::optional<SeenFault> &fault)
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
