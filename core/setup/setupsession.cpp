// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupsession.h"

#include "export/detectiondocument.h"
#include "probe/candidateplanner.h"
#include "probe/ranking.h"
#include "tls/certificatefacts.h"

#include <algorithm>

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
      m_trustStore(trustStore)
{
    loadExceptions();
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
    if (m_state.phase != SetupState::Phase::Searching)
        return;
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
        const auto exception = exceptionFor(endpoint, duration);
        if (!exception)
            continue;
        bool isStored = false;
        if (duration == TrustException::Duration::UntilWithdrawn) {
            const auto stored = m_trustStore.add(*exception);
            isStored = stored.has_value();
            if (!isStored)
                m_state.trustProblem = stored.error();
        }
        // What could not be stored holds at least for this run.
        if (!isStored)
            m_acceptedForThisRun.append(*exception);
        again.append(attempt(endpoint)->candidate);
    }
    loadExceptions();
    if (again.isEmpty())
        return;
    m_state.phase = SetupState::Phase::Searching;
    for (const Candidate &candidate : again)
        m_runner->retry(candidate, trustView());
    emit stateChanged();
}

void SetupSession::acceptFingerprint(const QByteArray &sha256)
{
    m_acceptedFingerprints.append(sha256);
}

Result<QList<ExportedFile>, ExportRefusal> SetupSession::exportTo(const QString &target) const
{
    const Exporter *exporter = exporterFor(target);
    if (!exporter)
        return Failure{ExportRefusal::InvalidValue};
    return exporter->write({m_state.detection.settings, writeDetectionDocument(m_state.detection)});
}

void SetupSession::withdraw(const QString &host, quint16 port, const QByteArray &sha256)
{
    const auto stored = m_trustStore.remove(host, port, sha256);
    if (!stored)
        m_state.trustProblem = stored.error();
    m_acceptedForThisRun.removeIf([&](const TrustException &exception) {
        return exception.host == host && exception.port == port
            && (sha256.isEmpty() || exception.sha256 == sha256);
    });
    loadExceptions();
    emit stateChanged();
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
    loadExceptions();

    const ProbeServices services{
        m_services.clock, *m_resolver, m_services.transports, m_services.verifier};
    m_runner = std::make_unique<ProbeRunner>(ProbeContext{services, trustView(), m_originMs});
    connect(m_runner.get(), &ProbeRunner::planned, this, &SetupSession::onPlanned);
    connect(m_runner.get(), &ProbeRunner::stageEntered, this, &SetupSession::onStageEntered);
    connect(m_runner.get(), &ProbeRunner::reported, this, &SetupSession::onReported);
    connect(m_runner.get(), &ProbeRunner::finished, this, &SetupSession::onFinished);
    connect(m_runner.get(), &ProbeRunner::idle, this, &SetupSession::idle);

    m_state.phase = SetupState::Phase::Searching;
    m_state.attempts.clear();
    m_state.pending = 0;
    m_state.detection = {};
    m_timeout = m_services.clock.callAfter(m_state.request.timeout, [this] { stop(); });
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
    for (const Candidate &candidate : candidates) {
        if (AttemptState *known = attempt(candidate.endpoint)) {
            known->candidate = candidate;
            if (known->report)
                known->report->candidate = candidate;
        }
    }
    m_runner->add(candidates);
    std::stable_sort(m_state.attempts.begin(), m_state.attempts.end(),
        [](const AttemptState &a, const AttemptState &b) {
            return a.candidate.order < b.candidate.order;
        });
}

void SetupSession::onPlanned(const Candidate &candidate)
{
    if (AttemptState *known = attempt(candidate.endpoint)) { // tried again
        known->report.reset();
        known->stage.reset();
    } else {
        m_state.attempts.append({candidate, {}, {}});
    }
    ++m_state.pending;
}

void SetupSession::onStageEntered(const Candidate &candidate, Stage stage)
{
    if (AttemptState *known = attempt(candidate.endpoint)) {
        known->stage = stage;
        emit stateChanged();
    }
}

void SetupSession::onReported(const ProbeReport &report)
{
    AttemptState *known = attempt(report.candidate.endpoint);
    if (!known)
        return;
    known->report = report;
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
    reportGuesses();
    conclude();
    emit stateChanged();
    emit finished();
}

/// Guessing is a source like the others, only that its answers are the attempts themselves.
void SetupSession::reportGuesses()
{
    const QString name = toString(Source::Guess);
    auto &sources = m_state.detection.sources;
    const bool isReported = std::any_of(sources.begin(), sources.end(),
        [&name](const SourceReport &report) { return report.name == name; });
    if (isReported || !m_state.request.fixedPlan.isEmpty()
        || !m_state.request.sources.contains(Source::Guess))
        return;
    const bool isFound = std::any_of(
        m_state.attempts.begin(), m_state.attempts.end(), [](const AttemptState &entry) {
            return entry.candidate.source == Source::Guess && entry.report
                && entry.report->isUsable();
        });
    sources.append({name, isFound ? SourceReport::State::Found : SourceReport::State::None,
        elapsedMs(), {}, {}});
}

/// Where no candidate that is still tried could be placed before what was found, the rest is
/// given a grace that follows from how long the answer took.
void SetupSession::considerEnough()
{
    const auto &settings = m_state.detection.settings;
    if (m_grace || !m_areSourcesDone || !settings.incoming || !settings.outgoing)
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
    m_grace = m_services.clock.callAfter(
        std::clamp(taken, minimumGrace, maximumGrace), [this] { stop(); });
}

void SetupSession::conclude()
{
    QList<ProbeReport> reports;
    for (const AttemptState &entry : m_state.attempts) {
        if (entry.report)
            reports.append(*entry.report);
    }
    AccountSettings identity;
    identity.displayName = m_state.request.displayName;
    identity.address = m_state.request.address;
    identity.domain = m_state.request.domain;
    m_state.detection = concludeDetection(identity, reports, m_state.detection.sources);
    m_state.detection.elapsedMs = elapsedMs();
}

void SetupSession::loadExceptions()
{
    const auto stored = m_trustStore.load();
    if (!stored)
        m_state.trustProblem = stored.error();
    m_state.exceptions = (stored ? *stored : QList<TrustException>()) + m_acceptedForThisRun;
}

TrustView SetupSession::trustView() const
{
    return {m_state.exceptions, m_acceptedFingerprints};
}

std::optional<TrustException> SetupSession::exceptionFor(
    const Endpoint &endpoint, TrustException::Duration duration) const
{
    const ProbeReport *report = reportFor(m_state.detection, endpoint);
    if (!report || report->outcome != ProbeReport::Outcome::Certificate)
        return std::nullopt;
    const CertificateFacts leaf = factsOf(report->tls->chain.constFirst());
    TrustException exception;
    exception.host = endpoint.host;
    exception.port = endpoint.port;
    exception.sha256 = leaf.sha256;
    exception.spkiSha256 = leaf.spkiSha256;
    exception.findings = kindsOf(report->tls->findings);
    exception.acceptedAt = m_services.clock.utcNow();
    exception.duration = duration;
    exception.certificatePem = leaf.pem.toLatin1();
    return exception;
}

AttemptState *SetupSession::attempt(const Endpoint &endpoint)
{
    const auto found = std::find_if(m_state.attempts.begin(), m_state.attempts.end(),
        [&endpoint](const AttemptState &entry) { return entry.candidate.endpoint == endpoint; });
    return found == m_state.attempts.end() ? nullptr : &*found;
}

double SetupSession::elapsedMs() const
{
    return m_services.clock.monotonicMs() - m_originMs;
}

} // namespace postern
