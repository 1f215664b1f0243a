// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/searchend.h"

#include "probe/ranking.h"
#include "probe/stagelimits.h"

#include <algorithm>

namespace postern {

namespace {

/// In round trips. A whole probe takes four to seven; who has not connected within four has lost
/// a packet or is filtered.
constexpr double tripsToConnect = 4;
constexpr double tripsToFinish = 3;
constexpr double tripsForTheBetter = 20; // it talks: a busy server, not a dead one
constexpr double tripsForASource = 4; // a name, a connection, a handshake, a document
constexpr double tripsForAWayOut = 12; // of a certificate that needs a decision

/// On a local network a round trip says nothing of how long a computer thinks.
constexpr double shortestWaitMs = 50;
constexpr double shortestWaitForTheBetterMs = 1500;
constexpr double shortestWaitForAWayOutMs = 300;
constexpr double longestWaitMs = 3000;

/// The round trip to whom the report connected; nothing where it did not.
std::optional<double> roundTripOf(const ProbeReport &report)
{
    if (report.address.isNull())
        return std::nullopt;
    for (const StageTiming &timing : report.stages) {
        if (timing.stage == Stage::Connect)
            return timing.endMs - timing.startMs;
    }
    return std::nullopt;
}

/// What was seen of the hosts so far.
class HostsSeen
{
public:
    explicit HostsSeen(const QList<AttemptState> &attempts)
    {
        for (const AttemptState &attempt : attempts) {
            if (attempt.report)
                add(attempt.candidate.endpoint.host, *attempt.report);
        }
    }

    /// The shortest round trip that was measured to this host, or else to any: what is longer
    /// than that was spent on lost packets or a race of addresses.
    double roundTripTo(const QString &host) const
    {
        return m_trips.value(host, m_shortest.value_or(0));
    }

    double shortestRoundTrip() const { return m_shortest.value_or(0); }

    /// What a host's certificate was worth on one port it will be worth on another.
    Grade expectedGrade(const QString &host) const { return m_grades.value(host, Grade::Verified); }

private:
    void add(const QString &host, const ProbeReport &report)
    {
        if (const auto trip = roundTripOf(report)) {
            m_shortest = qMin(m_shortest.value_or(*trip), *trip);
            m_trips.insert(host, qMin(m_trips.value(host, *trip), *trip));
        }
        if (report.isUsable() && report.tls) {
            const Grade grade = gradeOf(report);
            m_grades.insert(host, qMin(m_grades.value(host, grade), grade));
        }
    }

    QHash<QString, double> m_trips;
    QHash<QString, Grade> m_grades;
    std::optional<double> m_shortest;
};

double waitFor(double trips, double tripMs, double shortestMs)
{
    return std::clamp(trips * tripMs, shortestMs, qMax(shortestMs, longestWaitMs));
}

bool isUnderWay(const AttemptState &attempt)
{
    return !attempt.report
        && (attempt.stage || attempt.candidate.start == Candidate::Start::AtOnce);
}

/// How long @p attempt is worth waiting for, beyond the first answer.
double waitFor(const AttemptState &attempt, const ProbeReport &best, const HostsSeen &hosts)
{
    const QString &host = attempt.candidate.endpoint.host;
    const double tripMs = hosts.roundTripTo(host);
    const bool isTalking = attempt.stage && *attempt.stage > Stage::Connect;
    // A port that is silent so far may yet turn out to want TLS from the first byte.
    Candidate silent = attempt.candidate;
    silent.endpoint.security = Security::ImplicitTls;
    const bool isSilent = attempt.stage && *attempt.stage == Stage::Greeting;
    if (isSilent && couldBeat(silent, best, hosts.expectedGrade(host)))
        return waitFor(tripsForTheBetter, tripMs, shortestWaitForTheBetterMs)
            + static_cast<double>(greetingPatience.count());
    // Whatever could save the user from a decision is worth as much.
    const bool isWayOut = gradeOf(best) > Grade::AcceptedByUser;
    if (couldBeat(attempt.candidate, best, hosts.expectedGrade(host)))
        return isTalking || isWayOut
            ? waitFor(tripsForTheBetter, tripMs, shortestWaitForTheBetterMs)
            : waitFor(tripsToConnect, tripMs, shortestWaitMs);
    return isTalking ? waitFor(tripsToFinish, tripMs, shortestWaitMs) : 0;
}

} // namespace

bool mayImprove(const SetupState &state, const OpenQuestions &questions)
{
    const auto &settings = state.detection.settings;
    if (!settings.incoming || !settings.outgoing)
        return true;
    const ProbeReport *incoming = reportFor(state.detection, settings.incoming->endpoint);
    const ProbeReport *outgoing = reportFor(state.detection, settings.outgoing->endpoint);
    const HostsSeen hosts(state.attempts);
    return questions.areSourcesAsked || questions.areNamesLookedUp
        || std::any_of(
            state.attempts.begin(), state.attempts.end(), [&](const AttemptState &attempt) {
                const Endpoint &endpoint = attempt.candidate.endpoint;
                const bool isIncoming = directionOf(endpoint.protocol) == Direction::Incoming;
                return isUnderWay(attempt)
                    && couldBeat(attempt.candidate, isIncoming ? *incoming : *outgoing,
                        hosts.expectedGrade(endpoint.host));
            });
}

std::optional<double> endOfSearch(const SetupState &state, const OpenQuestions &questions)
{
    const Detection &detection = state.detection;
    const auto &settings = detection.settings;
    if (!settings.incoming || !settings.outgoing || !detection.firstUsableMs)
        return std::nullopt;
    const bool isRepeated = std::any_of(state.attempts.begin(), state.attempts.end(),
        [](const AttemptState &attempt) { return attempt.before && !attempt.report; });
    if (isRepeated) // the user waits for just that
        return std::nullopt;
    const ProbeReport *incoming = reportFor(detection, settings.incoming->endpoint);
    const ProbeReport *outgoing = reportFor(detection, settings.outgoing->endpoint);
    const HostsSeen hosts(state.attempts);
    double waitMs = 0;
    for (const AttemptState &attempt : state.attempts) {
        if (!isUnderWay(attempt))
            continue;
        const bool isIncoming
            = directionOf(attempt.candidate.endpoint.protocol) == Direction::Incoming;
        waitMs = qMax(waitMs, waitFor(attempt, isIncoming ? *incoming : *outgoing, hosts));
    }
    const double anyTripMs = hosts.shortestRoundTrip();
    const bool needsWayOut = qMax(gradeOf(*incoming), gradeOf(*outgoing)) > Grade::AcceptedByUser;
    if (needsWayOut && (questions.areSourcesAsked || questions.areNamesLookedUp))
        waitMs = qMax(waitMs, waitFor(tripsForAWayOut, anyTripMs, shortestWaitForAWayOutMs));
    else if (questions.areSourcesAsked)
        waitMs = qMax(waitMs, waitFor(tripsForASource, anyTripMs, shortestWaitMs));
    return *detection.firstUsableMs + waitMs;
}

} // namespace postern
