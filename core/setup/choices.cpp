// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/choices.h"

#include "probe/ranking.h"

namespace postern {

void Choices::goOnWith(const AccountSettings &settings)
{
    const QList<Endpoint> known = endpoints();
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        if (setting && !known.contains(setting->endpoint))
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
        if (choice.isPicked || !own || alternatives.isEmpty())
            continue;
        const ServerSetting &best = alternatives.constFirst(); // they stand in order
        const ProbeReport *other = reportFor(detection, best.endpoint);
        if (other && isWorthMore(*other, *own))
            better.append(best);
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
