// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupsession.h"

#include "export/detectiondocument.h"
#include "probe/candidateplanner.h"
#include "probe/ranking.h"
#include "setup/attemptlist.h"

#include <algorithm>
#include <utility>

namespace postern {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Once nothing that is still tried can be better, the rest gets as long again as the best took
/// (it completes the list of alternatives), but no less than this and no more than that.
constexpr std::chrono::milliseconds minimumGrace = 300ms;
constexpr std::chrono::milliseconds maximumGrace = 3s;

} // namespace

SetupSession::SetupSession(
    const ProbeServices &services, const TrustStore &trustStore, QObject *parent)
    : QObject(parent),
      m_services(services),
      m_trust(trustStore)
{
    showTrust();
}

SetupSession::~SetupSession() = default;

void SetupSession::detect(const DetectionRequest &request)
{
    m_state.request = request;
    restart();
    emit stateChanged();
    if (request.fixedPlan.isEmpty()) {
        startSources();
        plan();
    } else {
        m_areSourcesDone = true;
        m_runner->add(request.fixedPlan);
    }
    if (m_areSourcesDone)
        m_runner->setComplete();
}

void SetupSession::stop()
{
    endSearch(SetupState::End::Stopped);
}

void SetupSession::endSearch(SetupState::End end)
{
    if (m_state.phase != SetupState::Phase::Searching)
        return;
    m_state.end = end;
    m_grace.reset();
    m_timeout.reset();
    if (m_srv)
        m_srv->cancel();
    m_runner->stop();
}

void SetupSession::acceptCertificates(
    const QList<Endpoint> &endpoints, TrustException::Duration duration)
{
    QList<Candidate> again;
    for (const Endpoint &endpoint : endpoints) {
        const ProbeReport *report = reportFor(m_state.detection, endpoint);
        if (!report || report->outcome != ProbeReport::Outcome::Certificate)
            continue;
        m_trust.accept(exceptionFor(*report, duration, m_services.clock.utcNow()));
        again.append(report->candidate);
    }
    showTrust();
    if (again.isEmpty())
        return;
    m_state.phase = SetupState::Phase::Searching;
    m_state.end = SetupState::End::Complete;
    m_grace.reset(); // that of the search before must not end this
    m_timeout = m_services.clock.callAfter(
        m_state.request.timeout, [this] { endSearch(SetupState::End::OutOfTime); });
    for (const Candidate &candidate : again)
        m_runner->retry(candidate, m_trust.view());
    emit stateChanged();
}

void SetupSession::acceptFingerprint(const QByteArray &sha256)
{
    m_trust.acceptFingerprint(sha256);
}

void SetupSession::withdraw(const QString &host, quint16 port, const QByteArray &sha256)
{
    m_trust.withdraw(host, port, sha256);
    showTrust();
    emit stateChanged();
}

Result<QList<ExportedFile>, ExportRefusal> SetupSession::exportTo(const QString &target) const
{
    const Exporter *exporter = exporterFor(target);
    if (!exporter)
        return Failure{ExportRefusal::InvalidValue};
    return exporter->write({m_state.detection.settings, writeDetectionDocument(m_state.detection)});
}

void SetupSession::restart()
{
    m_grace.reset();
    m_offers.clear();
    m_areSourcesDone = false;
    m_originMs = m_services.clock.monotonicMs();
    m_srv.reset();
    // The old runner may be what is calling; it goes when that call is over, without a word.
    if (m_runner) {
        m_runner->disconnect(this);
        m_runner->stop();
        m_runner.release()->deleteLater();
    }
    if (m_resolver)
        m_resolver.release()->deleteLater();
    m_resolver = std::make_unique<CachingResolver>(m_services.resolver);
    m_trust.reload();
    showTrust();

    const ProbeServices services{
        m_services.clock, *m_resolver, m_services.transports, m_services.verifier};
    m_runner = std::make_unique<ProbeRunner>(ProbeContext{services, m_trust.view(), m_originMs});
    connect(m_runner.get(), &ProbeRunner::planned, this, &SetupSession::onPlanned);
    connect(m_runner.get(), &ProbeRunner::stageEntered, this, &SetupSession::onStageEntered);
    connect(m_runner.get(), &ProbeRunner::reported, this, &SetupSession::onReported);
    connect(m_runner.get(), &ProbeRunner::finished, this, &SetupSession::onFinished);
    connect(m_runner.get(), &ProbeRunner::idle, this, &SetupSession::idle);

    m_state.phase = SetupState::Phase::Searching;
    m_state.end = SetupState::End::Complete;
    m_state.attempts.clear();
    m_state.pending = 0;
    m_state.detection = {};
    m_timeout = m_services.clock.callAfter(
        m_state.request.timeout, [this] { endSearch(SetupState::End::OutOfTime); });
}

void SetupSession::startSources()
{
    if (!m_state.request.sources.contains(Source::Srv)) {
        m_areSourcesDone = true;
        return;
    }
    m_srv = std::make_unique<SrvSource>(m_services.clock, *m_resolver);
    connect(m_srv.get(), &SrvSource::offered, this, &SetupSession::onOffered);
    connect(m_srv.get(), &SrvSource::finished, this, &SetupSession::onSourceFinished);
    m_srv->start(m_state.request.domain);
}

void SetupSession::onOffered(const QList<Offer> &offers)
{
    m_offers += offers;
    plan();
}

void SetupSession::onSourceFinished(const SourceReport &report)
{
    m_state.detection.sources.append(report);
    m_areSourcesDone = true;
    emit stateChanged();
    m_runner->setComplete();
}

/// Plans anew with all that is known; what is tried already keeps going and gets its new place.
void SetupSession::plan()
{
    const bool mayGuess = m_state.request.sources.contains(Source::Guess);
    const QList<Candidate> candidates = planCandidates(m_state.request.domain,
        m_state.request.wishes, m_offers, mayGuess ? Guessing::Allowed : Guessing::Forbidden);
    placeAnew(m_state.attempts, candidates);
    m_runner->add(candidates);
    sortByOrder(m_state.attempts);
}

void SetupSession::onPlanned(const Candidate &candidate)
{
    if (AttemptState *known = findAttempt(m_state.attempts, candidate.endpoint)) { // tried again
        known->before = std::exchange(known->report, std::nullopt);
        known->stage.reset();
    } else {
        m_state.attempts.append({candidate, {}, {}, {}});
    }
    ++m_state.pending;
}

void SetupSession::onStageEntered(const Candidate &candidate, Stage stage)
{
    if (AttemptState *known = findAttempt(m_state.attempts, candidate.endpoint)) {
        known->stage = stage;
        emit stateChanged();
    }
}

void SetupSession::onReported(const ProbeReport &report)
{
    AttemptState *known = findAttempt(m_state.attempts, report.candidate.endpoint);
    if (!known)
        return;
    // A second try that was stopped takes nothing away.
    const bool isStoppedRetry = known->before && report.outcome == ProbeReport::Outcome::Cancelled;
    known->report = isStoppedRetry ? *known->before : report;
    known->before.reset();
    known->report->candidate = known->candidate; // its place in the newest plan
    --m_state.pending;
    conclude();
    considerEnough();
    emit stateChanged();
}

void SetupSession::onFinished()
{
    m_timeout.reset();
    m_grace.reset();
    m_state.phase = SetupState::Phase::Finished;
    const auto &request = m_state.request;
    if (request.fixedPlan.isEmpty() && request.sources.contains(Source::Guess))
        reportGuesses(m_state.detection.sources, m_state.attempts, elapsedMs());
    conclude();
    emit stateChanged();
    emit finished();
}

/// Where no candidate that is still tried could be placed before what was found, the rest is
/// given a grace that follows from how long the answer took.
void SetupSession::considerEnough()
{
    const auto &settings = m_state.detection.settings;
    if (m_grace || !m_state.request.fixedPlan.isEmpty() || !m_areSourcesDone || !settings.incoming
        || !settings.outgoing)
        return;
    const ProbeReport *incoming = reportFor(m_state.detection, settings.incoming->endpoint);
    const ProbeReport *outgoing = reportFor(m_state.detection, settings.outgoing->endpoint);
    const auto pending = m_runner->pendingCandidates();
    const bool mayImprove = std::any_of(
        pending.begin(), pending.end(), [&](const Candidate &candidate) {
            const bool isIncoming = directionOf(candidate.endpoint.protocol) == Direction::Incoming;
            return couldBeat(candidate, isIncoming ? *incoming : *outgoing);
        });
    if (mayImprove)
        return;
    const std::chrono::milliseconds taken(static_cast<qint64>(elapsedMs()));
    m_grace = m_services.clock.callAfter(std::clamp(taken, minimumGrace, maximumGrace),
        [this] { endSearch(SetupState::End::Enough); });
}

void SetupSession::conclude()
{
    AccountSettings identity;
    identity.displayName = m_state.request.displayName;
    identity.address = m_state.request.address;
    identity.domain = m_state.request.domain;
    m_state.detection
        = concludeDetection(identity, reportsOf(m_state.attempts), m_state.detection.sources);
    m_state.detection.elapsedMs = elapsedMs();
}

void SetupSession::showTrust()
{
    m_state.exceptions = m_trust.view().exceptions;
    m_state.trustProblem = m_trust.problem();
}

double SetupSession::elapsedMs() const
{
    return m_services.clock.monotonicMs() - m_originMs;
}

} // namespace postern
