// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupsession.h"

#include "probe/candidateplanner.h"
#include "setup/attemptlist.h"

#include <QtMath>

#include <utility>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// What goes may be what is calling: it goes when that call is over.
template <typename T>
void retire(std::unique_ptr<T> &old, QObject *listener)
{
    if (!old)
        return;
    old->disconnect(listener);
    old.release()->deleteLater();
}

QList<HostName> recommendedHosts(const AccountSettings &settings)
{
    QList<HostName> hosts;
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        if (setting)
            hosts.append(setting->endpoint.host);
    }
    return hosts;
}

} // namespace

SetupSession::SetupSession(
    const SetupServices &services, const TrustStore &trustStore, QObject *parent)
    : QObject(parent),
      m_services(services),
      m_trust(trustStore)
{
    showTrust();
}

SetupSession::~SetupSession() = default;

void SetupSession::detect(DetectionRequest request)
{
    const HostName &domain = m_state.request.identity.domain();
    if (domain != request.identity.domain() && !domain.isEmpty())
        m_agreed.clear(); // what was agreed was agreed for that domain
    m_state = {};
    m_state.request = std::move(request);
    restart();
    emit stateChanged();
    if (m_state.request.fixedPlan.isEmpty()) {
        m_feed->start();
        plan();
    } else {
        m_runner->add(m_state.request.fixedPlan);
    }
    completeIfKnown();
}

void SetupSession::endSearch(SetupState::End end)
{
    if (m_state.phase != SetupState::Phase::Searching)
        return;
    m_state.end = end;
    m_grace.reset();
    m_timeout.reset();
    m_feed->cancel();
    m_runner->stop();
}

void SetupSession::pick(const Endpoint &endpoint)
{
    m_state.choices.pick(endpoint);
    conclude();
    emit stateChanged();
}

void SetupSession::acceptCertificates(
    const QList<Endpoint> &endpoints, const Acceptance &acceptance)
{
    tryAgainWith(
        exceptionsFor(m_state.detection, endpoints, acceptance, account(), today()), endpoints);
}

std::optional<AuthorityRefusal> SetupSession::acceptAuthority(const QList<Endpoint> &endpoints,
    const QList<Certificate> &authorities, const Acceptance &acceptance)
{
    const auto exceptions = exceptionsFor(m_state.detection, endpoints, authorities,
        m_services.probe.verifier, acceptance, account(), today());
    if (!exceptions)
        return exceptions.error();
    tryAgainWith(*exceptions, endpoints);
    return std::nullopt;
}

void SetupSession::tryAgainWith(
    const QList<TrustException> &exceptions, const QList<Endpoint> &endpoints)
{
    if (exceptions.isEmpty())
        return;
    m_trust.accept(exceptions);
    showTrust();
    beginSearch();
    for (const Endpoint &endpoint : endpoints) {
        if (const ProbeReport *report = reportFor(m_state.detection, endpoint))
            m_runner->retry(report->candidate, m_trust.viewFor(account()));
    }
    emit stateChanged();
}

void SetupSession::agreeTo(const QStringList &hosts)
{
    m_agreed = {hosts.begin(), hosts.end()};
    markAgreed(m_state.attempts, m_agreed);
    conclude();
    emit stateChanged();
}

void SetupSession::beginSearch()
{
    m_state.phase = SetupState::Phase::Searching;
    m_state.end = SetupState::End::Complete;
    m_grace.reset(); // that of the search before must not end this
    m_timeout = m_services.probe.clock.callAfter(
        m_state.request.timeout, [this] { endSearch(SetupState::End::OutOfTime); });
}

void SetupSession::restart()
{
    m_startedAt = today();
    m_originMs = m_services.probe.clock.monotonicMs();
    if (m_runner) {
        m_runner->disconnect(this);
        m_runner->stop();
    }
    retire(m_runner, this);
    retire(m_feed, this);
    m_trust.reload();
    showTrust();

    m_feed = std::make_unique<OfferFeed>(m_services, m_state.request);
    connect(m_feed.get(), &OfferFeed::offered, this, &SetupSession::plan);
    connect(m_feed.get(), &OfferFeed::reported, this, &SetupSession::onSourceReported);
    connect(m_feed.get(), &OfferFeed::answered, this, &SetupSession::completeIfKnown);
    m_runner = std::make_unique<ProbeRunner>(ProbeContext{m_services.probe,
        m_trust.viewFor(account()), m_state.request.tls, m_state.request.asksVersions, m_originMs});
    connect(m_runner.get(), &ProbeRunner::planned, this, &SetupSession::onPlanned);
    connect(m_runner.get(), &ProbeRunner::stageEntered, this, &SetupSession::onStageEntered);
    connect(m_runner.get(), &ProbeRunner::reported, this, &SetupSession::onReported);
    connect(m_runner.get(), &ProbeRunner::lookedInto, this, &SetupSession::onLookedInto);
    connect(m_runner.get(), &ProbeRunner::finished, this, &SetupSession::onFinished);
    connect(m_runner.get(), &ProbeRunner::idle, this, &SetupSession::idle);
    beginSearch();
}

void SetupSession::onSourceReported(const SourceReport &report)
{
    m_state.detection.sources.append(report);
    emit stateChanged();
}

void SetupSession::completeIfKnown()
{
    if (m_feed->isComplete())
        m_runner->setComplete();
    considerEnough();
}

/// Plans anew with all that is known; what is tried already keeps going and gets its new place.
void SetupSession::plan()
{
    const bool mayGuess = m_state.request.sources.contains(Source::Guess);
    const QList<Candidate> candidates
        = planCandidates(m_state.request.identity.domain(), m_state.request.wishes,
            m_feed->offers(), mayGuess ? Guessing::Allowed : Guessing::Forbidden);
    placeAnew(m_state.attempts, candidates);
    m_runner->add(candidates);
    markAgreed(m_state.attempts, m_agreed);
    sortByOrder(m_state.attempts);
}

void SetupSession::onPlanned(const Candidate &candidate)
{
    beginAttempt(m_state.attempts, candidate);
    ++m_state.pending;
}

void SetupSession::onStageEntered(const Candidate &candidate, Stage stage)
{
    if (AttemptState *known = findAttempt(m_state.attempts, candidate.endpoint)) {
        known->stage = stage;
        refreshSoon(News::Stage);
    }
}

void SetupSession::onReported(const ProbeReport &report)
{
    const AttemptState *known = endAttempt(m_state.attempts, report);
    if (!known)
        return;
    --m_state.pending;
    if (m_state.request.fixedPlan.isEmpty() && m_state.phase == SetupState::Phase::Searching)
        m_feed->consider(*known->report);
    if (!m_feed->isComplete())
        m_runner->expectMore();
    refreshSoon(News::Report);
}

void SetupSession::onLookedInto(const ProbeReport &report)
{
    AttemptState *known = findAttempt(m_state.attempts, report.candidate.endpoint);
    if (!known || !known->report || known->report->endMs() != report.endMs())
        return; // it was tried again meanwhile
    known->report = report;
    known->report->candidate = known->candidate;
    refreshSoon(News::Report);
}

/// Many reports come in one turn of the event loop.
void SetupSession::refreshSoon(News news)
{
    m_isConclusionDue |= news == News::Report;
    if (std::exchange(m_isRefreshDue, true))
        return;
    QMetaObject::invokeMethod(this, &SetupSession::refresh, Qt::QueuedConnection);
}

void SetupSession::refresh()
{
    if (!std::exchange(m_isRefreshDue, false))
        return; // the search has ended meanwhile, and that said all
    if (std::exchange(m_isConclusionDue, false))
        conclude();
    considerEnough();
    emit stateChanged();
}

void SetupSession::onFinished()
{
    m_timeout.reset();
    m_grace.reset();
    m_isRefreshDue = false;
    m_state.phase = SetupState::Phase::Finished;
    if (m_state.request.fixedPlan.isEmpty() && m_state.request.sources.contains(Source::Guess))
        reportGuesses(m_state.detection.sources, m_state.attempts, elapsedMs());
    conclude();
    emit stateChanged();
    emit finished();
}

/// Once there is an answer for both directions, what is left gets as much time as it deserves.
void SetupSession::considerEnough()
{
    if (m_state.phase != SetupState::Phase::Searching || !m_state.request.fixedPlan.isEmpty())
        return;
    const OpenQuestions questions = m_feed->questions();
    const auto endMs = endOfSearch(m_state, questions);
    m_grace.reset();
    const bool isAwaited = m_state.request.isWatched && mayImprove(m_state, questions);
    if (endMs && !isAwaited)
        m_grace = m_services.probe.clock.callAfter(
            std::chrono::milliseconds(qMax(0, qCeil(*endMs - elapsedMs()))),
            [this] { endSearch(SetupState::End::Enough); });
}

void SetupSession::conclude()
{
    const bool isOver = m_state.phase == SetupState::Phase::Finished;
    m_state.detection = concluded(isOver ? Explanation::Full : Explanation::None);
    m_state.better = m_state.choices.betterIn(m_state.detection);
}

Detection SetupSession::concluded(Explanation explanation) const
{
    Detection detection = concludeDetection(m_state.request.identity, reportsOf(m_state.attempts),
        m_state.detection.sources, explanation, m_state.choices.endpoints());
    if (m_feed && m_feed->provider()
        && m_feed->provider()->runsAnyOf(recommendedHosts(detection.settings)))
        detection.provider = m_feed->provider();
    if (!detection.settings.incoming && !detection.settings.outgoing)
        detection.meantDomain = m_services.providers.closeTo(m_state.request.identity.domain());
    detection.startedAt = m_startedAt;
    detection.elapsedMs = elapsedMs();
    return detection;
}

void SetupSession::showTrust()
{
    m_state.exceptions = m_trust.all();
    m_state.trustProblem = m_trust.problem();
}

} // namespace postern
