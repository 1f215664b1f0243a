// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/detection/searchsummary.h"

#include "diagnosis/advice.h"
#include "endpointstate.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// The first problem, and where one direction is missing the first of that one.
Diagnosis whatIsInTheWay(const Detection &detection)
{
    const QList<Diagnosis> &problems = detection.diagnoses;
    const AccountSettings &settings = detection.settings;
    const auto missing = settings.incoming ? Direction::Outgoing : Direction::Incoming;
    if (settings.incoming.has_value() == settings.outgoing.has_value())
        return problems.constFirst();
    const auto reason
        = std::find_if(problems.begin(), problems.end(), [missing](const Diagnosis &problem) {
              return directionOf(problem.endpoint.protocol) == missing;
          });
    return reason == problems.end() ? problems.constFirst() : *reason;
}

} // namespace

std::optional<Endpoint> SearchSummary::mostTelling(const Detection &detection)
{
    const AccountSettings &settings = detection.settings;
    if (!detection.diagnoses.isEmpty() && !(settings.incoming && settings.outgoing))
        return whatIsInTheWay(detection).endpoint;
    return settings.incoming ? std::optional(settings.incoming->endpoint) : std::nullopt;
}

QString SearchSummary::headline(const SetupState &state)
{
    const auto &settings = state.detection.settings;
    if (settings.incoming && settings.outgoing)
        return tr("Found: %1 and %2.")
            .arg(foundText(*settings.incoming), foundText(*settings.outgoing));
    if (state.phase == SetupState::Phase::Searching)
        return tr("Looking for the servers of %1 …").arg(state.request.identity.domain());
    if (settings.incoming) {
        const QString found = foundText(*settings.incoming);
        return state.detection.outgoingAlternatives.isEmpty()
            ? tr("Found %1, but no server for outgoing mail.").arg(found)
            : tr("Found %1, but no secure server for outgoing mail.").arg(found);
    }
    if (settings.outgoing) {
        const QString found = foundText(*settings.outgoing);
        return state.detection.incomingAlternatives.isEmpty()
            ? tr("Found %1, but no server for incoming mail.").arg(found)
            : tr("Found %1, but no secure server for incoming mail.").arg(found);
    }
    return nothingFoundText(state);
}

QString SearchSummary::nothingFoundText(const SetupState &state)
{
    switch (state.detection.verdict) {
    case Verdict::Offline:
        return tr("This computer seems to be offline.");
    case Verdict::InsecureOnly:
        return tr("Only servers without encryption were found.");
    case Verdict::Ready:
    case Verdict::DecisionNeeded:
    case Verdict::Partial:
    case Verdict::NothingFound:
        break;
    }
    switch (state.end) {
    case SetupState::End::Stopped:
        return tr("You stopped the search for the servers of %1.")
            .arg(state.request.identity.domain());
    case SetupState::End::OutOfTime:
        return tr("The time was over before a server of %1 was found.")
            .arg(state.request.identity.domain());
    case SetupState::End::Complete:
    case SetupState::End::Enough:
        break;
    }
    return tr("No mail server was found for %1.").arg(state.request.identity.domain());
}

QString SearchSummary::detail(const SetupState &state)
{
    const auto &settings = state.detection.settings;
    const bool isComplete = settings.incoming && settings.outgoing;
    if (state.phase == SetupState::Phase::Searching) {
        const auto running = std::count_if(state.attempts.begin(), state.attempts.end(),
            [](const AttemptState &attempt) { return !attempt.report && attempt.stage; });
        if (running == 0 && state.pending == 0)
            return tr("Looking into what went wrong …");
        const QString pending
            = tr("%n attempt(s) still running.", nullptr, static_cast<int>(running));
        return isComplete ? tr("%1 You can go on.").arg(pending) : pending;
    }
    if (!state.detection.meantDomain.isEmpty())
        return tr("Did you mean %1? Go back to change the address.")
            .arg(state.detection.meantDomain);
    if (state.detection.diagnoses.isEmpty()) {
        const auto made = std::count_if(
            state.attempts.begin(), state.attempts.end(), [](const AttemptState &attempt) {
                return attempt.report
                    && (attempt.report->fault || !attempt.report->address.isNull());
            });
        return tr("%n attempt(s) made. No password was sent.", nullptr, static_cast<int>(made));
    }
    const AdviceText words = Advice::textFor(whatIsInTheWay(state.detection));
    return isComplete ? words.title : u"%1 %2"_s.arg(words.title, words.remedy);
}

QString SearchSummary::foundText(const ServerSetting &setting)
{
    return tr("%1 at %2", "protocol, host")
        .arg(EndpointState::protocolName(setting.endpoint.protocol), setting.endpoint.host);
}

} // namespace postern
