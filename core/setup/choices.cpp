// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/choices.h"

#include "probe/ranking.h"

#include <algorithm>

namespace postern {

void Choices::goOnWith(const AccountSettings &settings)
{
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        const bool isPicked = setting
            && std::any_of(m_choices.begin(), m_choices.end(), [&setting](const Choice &choice) {
                   return choice.isPicked
                       && directionOf(choice.endpoint.protocol)
                       == directionOf(setting->endpoint.protocol);
               });
        if (setting && !isPicked)
            take({setting->endpoint, false});
    }
}

void Choices::pick(const Endpoint &endpoint)
{
    take({endpoint, true});
}

QList<Endpoint> Choices::endpoints() const
{
    QList<Endpoint> endpoints;
    for (const Choice &choice : m_choices)
        endpoints.append(choice.endpoint);
    return endpoints;
}

QList<ServerSetting> Choices::betterIn(const Detection &detection) const
{
    QList<ServerSetting> better;
    for (const Choice &choice : m_choices) {
        const ProbeReport *own = reportFor(detection, choice.endpoint);
        const bool isIncoming = directionOf(choice.endpoint.protocol) == Direction::Incoming;
        const auto &alternatives
            = isIncoming ? detection.incomingAlternatives : detection.outgoingAlternatives;
        if (choice.isPicked || !own)
            continue;
        // They stand in order, and nobody is led to what needs a word first.
        for (const ServerSetting &other : alternatives) {
            const ProbeReport *report = reportFor(detection, other.endpoint);
            const bool isUnasked
                = report && report->candidate.start != Candidate::Start::IfAllElseFails;
            if (isUnasked && other.needsConsent.isEmpty()) {
                if (isWorthMore(*report, *own))
                    better.append(other);
                break;
            }
        }
    }
    return better;
}

void Choices::take(const Choice &choice)
{
    const Direction direction = directionOf(choice.endpoint.protocol);
    m_choices.removeIf([direction](const Choice &known) {
        return directionOf(known.endpoint.protocol) == direction;
    });
    m_choices.append(choice);
}

} // namespace postern
