// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/detection.h"

#include "diagnosis/diagnose.h"
#include "diagnosis/interception.h"
#include "probe/ranking.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxProblems = 8; // the rest stands with the attempts
constexpr qsizetype maxEvidenceLines = 24;

struct Split
{
    std::optional<ServerSetting> recommended;
    QList<ServerSetting> alternatives;
};

/// Plaintext is never recommended, nor a port beside the one that the user named.
bool isRecommendable(const RankedEndpoint &place, const ProbeReport &attempt)
{
    return place.grade != Grade::Plaintext
        && attempt.candidate.start != Candidate::Start::IfAllElseFails;
}

Split split(const QList<RankedEndpoint> &ranked, const QList<ProbeReport> &attempts,
    const EmailAddress &address, const QList<Endpoint> &chosen)
{
    const auto isChosen = [&](const RankedEndpoint &place) {
        const ProbeReport &attempt = attempts.at(place.report);
        return place.grade != Grade::Plaintext && chosen.contains(attempt.candidate.endpoint);
    };
    const bool hasChoice = std::any_of(ranked.begin(), ranked.end(), isChosen);
    Split result;
    for (const RankedEndpoint &place : ranked) {
        const ProbeReport &attempt = attempts.at(place.report);
        const ServerSetting setting = settingFrom(attempt, address);
        const bool isGood = hasChoice ? isChosen(place) : isRecommendable(place, attempt);
        if (!result.recommended && isGood)
            result.recommended = setting;
        else
            result.alternatives.append(setting);
    }
    return result;
}

/// Nothing could be tried: no name server answered, or there is no way out.
bool isOffline(const QList<Attempt> &attempts)
{
    bool hasTried = false;
    for (const Attempt &attempt : attempts) {
        const std::optional<SeenFault> &fault = attempt.report.fault;
        if (attempt.report.outcome == ProbeReport::Outcome::Skipped)
            continue;
        hasTried = true;
        if (!fault
            || (fault->fault != Fault::DnsTimeout && fault->fault != Fault::DnsFailure
                && fault->fault != Fault::Unreachable))
            return false;
    }
    return hasTried;
}

/// How much a failed attempt tells: the further it came, the more.
int significance(const Diagnosis &diagnosis)
{
    return static_cast<int>(diagnosis.stage) * 10 + (diagnosis.severity == Severity::Error ? 5 : 0);
}

/// Most names and ports are guesses that fail alike: one sentence names them all.
bool isToldTogether(Problem problem)
{
    return topicOf(problem) == Topic::Dns || topicOf(problem) == Topic::Connection;
}

bool isTheSame(const Diagnosis &known, const Diagnosis &other)
{
    return known.problem == other.problem
        && (isToldTogether(known.problem)
            || (known.endpoint.host == other.endpoint.host
                && known.endpoint.protocol == other.endpoint.protocol));
}

/// Evidence is a line for each thing seen; the attempts hold what no longer fits.
void mergeInto(Diagnosis &known, const Diagnosis &other)
{
    if (!isToldTogether(known.problem))
        return;
    known.alsoAt.append(other.endpoint);
    const QStringList lines = known.evidence.split(u'\n');
    if (lines.size() < maxEvidenceLines && !lines.contains(other.evidence))
        known.evidence += u'\n' + other.evidence;
}

void addProblem(QList<Diagnosis> &problems, const Diagnosis &diagnosis)
{
    const auto known = std::find_if(problems.begin(), problems.end(),
        [&diagnosis](const Diagnosis &problem) { return isTheSame(problem, diagnosis); });
    if (known != problems.end())
        mergeInto(*known, diagnosis);
    else if (problems.size() < maxProblems)
        problems.append(diagnosis);
}

/// What nobody has to agree to, and everybody should hear of before they rely on a server.
bool isWorthKnowing(Problem problem)
{
    return problem == Problem::LoginNoCommonMechanism || problem == Problem::CertificateExpiresSoon
        || problem == Problem::CertificateIntercepted;
}

void addProblemsOf(
    QList<Diagnosis> &problems, const Detection &detection, const ServerSetting &setting)
{
    const Attempt *attempt = attemptFor(detection, setting.endpoint);
    for (const Diagnosis &diagnosis : attempt ? attempt->diagnoses : QList<Diagnosis>()) {
        if (diagnosis.severity != Severity::Info
            && (setting.needsConsent.contains(diagnosis.problem)
                || isWorthKnowing(diagnosis.problem)))
            addProblem(problems, diagnosis);
    }
}

/// Where one mode on a port shows what is wrong, what the other modes guess about it is noise.
void dropGuessesAboutModes(QList<Diagnosis> &failures)
{
    const auto isGuess = [](const Diagnosis &failure) {
        return failure.problem == Problem::ProtocolPlaintextOnTlsPort
            || failure.problem == Problem::ProtocolTlsOnPlaintextPort
            || failure.problem == Problem::ProtocolNoGreeting;
    };
    const QList<Diagnosis> all = failures;
    failures.removeIf([&](const Diagnosis &failure) {
        return isGuess(failure) && std::any_of(all.begin(), all.end(), [&](const Diagnosis &other) {
            return !isGuess(other) && other.endpoint.protocol == failure.endpoint.protocol
                && other.endpoint.host == failure.endpoint.host
                && other.endpoint.port == failure.endpoint.port;
        });
    });
}

/// Why one direction has no recommendation: what failed, and what works but cannot be used.
void addFailures(QList<Diagnosis> &problems, const Detection &detection, Direction direction)
{
    QList<Diagnosis> failures;
    for (const Attempt &attempt : detection.attempts) {
        if (directionOf(attempt.endpoint().protocol) != direction)
            continue;
        for (const Diagnosis &diagnosis : attempt.diagnoses) {
            if (diagnosis.severity != Severity::Info)
                failures.append(diagnosis);
        }
    }
    dropGuessesAboutModes(failures);
    std::stable_sort(failures.begin(), failures.end(),
        [](const Diagnosis &a, const Diagnosis &b) { return significance(a) > significance(b); });
    for (const Diagnosis &failure : failures)
        addProblem(problems, failure);
}

void explainDirection(QList<Diagnosis> &problems, const Detection &detection, Direction direction)
{
    const bool isIncoming = direction == Direction::Incoming;
    const auto &recommended
        = isIncoming ? detection.settings.incoming : detection.settings.outgoing;
    if (recommended) {
        addProblemsOf(problems, detection, *recommended);
        return;
    }
    for (const ServerSetting &setting :
        isIncoming ? detection.incomingAlternatives : detection.outgoingAlternatives)
        addProblemsOf(problems, detection, setting);
    addFailures(problems, detection, direction);
}

std::optional<double> firstUsable(
    const QList<RankedEndpoint> &ranked, const QList<ProbeReport> &attempts)
{
    std::optional<double> first;
    for (const RankedEndpoint &place : ranked) {
        const double endMs = attempts.at(place.report).endMs();
        first = qMin(first.value_or(endMs), endMs);
    }
    return first;
}

/// When there was an answer for both directions, or for the only one that has any.
std::optional<double> firstUsable(const RankedResult &ranked, const QList<ProbeReport> &attempts)
{
    const auto incoming = firstUsable(ranked.incoming, attempts);
    const auto outgoing = firstUsable(ranked.outgoing, attempts);
    if (incoming && outgoing)
        return qMax(*incoming, *outgoing);
    return incoming ? incoming : outgoing;
}

} // namespace

Detection concludeDetection(const Identity &identity, const QList<ProbeReport> &reports,
    const QList<SourceReport> &sources, Explanation explanation, const QList<Endpoint> &chosen)
{
    Detection detection;
    detection.writtenBy = QStringLiteral("Postern " POSTERN_VERSION);
    detection.settings.identity = identity;
    detection.sources = sources;
    for (const ProbeReport &report : reports)
        detection.attempts.append(
            explanation == Explanation::Full ? attemptOf(report) : Attempt{report, {}});
    const RankedResult ranked = rankReports(reports);
    const Split incoming = split(ranked.incoming, reports, identity.address(), chosen);
    const Split outgoing = split(ranked.outgoing, reports, identity.address(), chosen);
    detection.settings.incoming = incoming.recommended;
    detection.settings.outgoing = outgoing.recommended;
    detection.incomingAlternatives = incoming.alternatives;
    detection.outgoingAlternatives = outgoing.alternatives;
    detection.verdict = verdictOf(detection);
    detection.firstUsableMs = firstUsable(ranked, reports);
    if (explanation == Explanation::Full) {
        explainDirection(detection.diagnoses, detection, Direction::Incoming);
        explainDirection(detection.diagnoses, detection, Direction::Outgoing);
        if (const auto hint = interceptionHint(detection.attempts))
            addProblem(detection.diagnoses, *hint);
    }
    return detection;
}

ServerSetting settingFrom(const ProbeReport &report, const EmailAddress &address)
{
    ServerSetting setting;
    setting.endpoint = report.candidate.endpoint;
    setting.username = report.candidate.username.nameFor(address);
    setting.authentication = report.profile.mechanisms;
    setting.publishedAuthentication = report.candidate.authentication;
    setting.provenance = report.candidate.provenance;
    setting.isTrusted = report.tls && report.tls->trust == Trust::Verified;
    setting.needsConsent = consentsFor(report);
    if (report.tls)
        setting.tlsVersion = report.tls->version;
    return setting;
}

Verdict verdictOf(const Detection &detection)
{
    const auto &incoming = detection.settings.incoming;
    const auto &outgoing = detection.settings.outgoing;
    if (incoming && outgoing) {
        return incoming->needsConsent.isEmpty() && outgoing->needsConsent.isEmpty()
            ? Verdict::Ready
            : Verdict::DecisionNeeded;
    }
    if (incoming || outgoing)
        return Verdict::Partial;
    const auto alternatives = detection.incomingAlternatives + detection.outgoingAlternatives;
    if (std::any_of(alternatives.begin(), alternatives.end(), [](const ServerSetting &setting) {
            return setting.endpoint.security == Security::Plaintext;
        }))
        return Verdict::InsecureOnly;
    return isOffline(detection.attempts) ? Verdict::Offline : Verdict::NothingFound;
}

QList<Attempt> bestFirst(const Detection &detection)
{
    QList<ProbeReport> reports;
    for (const Attempt &attempt : detection.attempts)
        reports.append(attempt.report);
    const RankedResult ranked = rankReports(reports);
    QList<qsizetype> places;
    for (const RankedEndpoint &endpoint : ranked.incoming + ranked.outgoing)
        places.append(endpoint.report);
    for (qsizetype place = 0; place < reports.size(); ++place) {
        if (!places.contains(place))
            places.append(place);
    }
    QList<Attempt> sorted;
    for (const qsizetype place : places)
        sorted.append(detection.attempts.at(place));
    return sorted;
}

const Attempt *attemptFor(const Detection &detection, const Endpoint &endpoint)
{
    for (const Attempt &attempt : detection.attempts) {
        if (attempt.endpoint() == endpoint)
            return &attempt;
    }
    return nullptr;
}

const ProbeReport *reportFor(const Detection &detection, const Endpoint &endpoint)
{
    const Attempt *attempt = attemptFor(detection, endpoint);
    return attempt ? &attempt->report : nullptr;
}

QString toString(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ready:
        return u"ready"_s;
    case Verdict::DecisionNeeded:
        return u"decision-needed"_s;
    case Verdict::Partial:
        return u"partial"_s;
    case Verdict::InsecureOnly:
        return u"insecure-only"_s;
    case Verdict::NothingFound:
        return u"nothing-found"_s;
    case Verdict::Offline:
        break;
    }
    return u"offline"_s;
}

std::optional<Verdict> verdictFromString(const QString &name)
{
    for (const Verdict verdict : {Verdict::Ready, Verdict::DecisionNeeded, Verdict::Partial,
             Verdict::InsecureOnly, Verdict::NothingFound, Verdict::Offline}) {
        if (toString(verdict) == name)
            return verdict;
    }
    return std::nullopt;
}

} // namespace postern
