// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/candidateplanner.h"

#include "account/hostname.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr Security allModes[] = {Security::ImplicitTls, Security::StartTls, Security::Plaintext};

QStringList guessedHosts(Protocol protocol, const QString &domain)
{
    // In the order in which providers use them.
    switch (protocol) {
    case Protocol::Imap:
        return {u"imap."_s + domain, u"mail."_s + domain, domain};
    case Protocol::Pop3:
        return {u"pop."_s + domain, u"mail."_s + domain, u"pop3."_s + domain, domain};
    case Protocol::Smtp:
        break;
    }
    return {u"smtp."_s + domain, u"mail."_s + domain, domain};
}

QList<quint16> portsFor(Protocol protocol, const ServerWish &wish)
{
    if (wish.port)
        return {*wish.port};
    if (wish.security) {
        const bool isImplicit = *wish.security == Security::ImplicitTls;
        return standardPorts(protocol, isImplicit ? Security::ImplicitTls : Security::StartTls);
    }
    return standardPorts(protocol, Security::ImplicitTls)
        + standardPorts(protocol, Security::StartTls);
}

/// A mode is tried at once where the port is meant for it, where the port means nothing, or
/// where the user asked for it. Plaintext only ever explains why nothing better works.
Candidate::Start startOf(Protocol protocol, quint16 port, Security mode, const ServerWish &wish)
{
    if (wish.security)
        return Candidate::Start::AtOnce;
    const auto usual = usualSecurity(protocol, port);
    const bool isPlausible = usual ? *usual == mode : mode != Security::Plaintext;
    return isPlausible ? Candidate::Start::AtOnce : Candidate::Start::IfSuggested;
}

/// Collects candidates; the first to name an endpoint keeps it.
class Plan
{
public:
    void add(const Endpoint &endpoint, Candidate::Start start, Source source, const QString &origin)
    {
        const auto known = std::find_if(m_candidates.begin(), m_candidates.end(),
            [&endpoint](const Candidate &candidate) { return candidate.endpoint == endpoint; });
        if (known != m_candidates.end()) {
            if (start == Candidate::Start::AtOnce)
                known->start = start;
            return;
        }
        m_candidates.append(
            {endpoint, start, source, origin, static_cast<int>(m_candidates.size())});
    }

    /// Every port and mode that the wish leaves open, on one host.
    void addHost(Protocol protocol, const QString &host, const ServerWish &wish, Source source,
        const QString &origin)
    {
        for (const quint16 port : portsFor(protocol, wish)) {
            for (const Security mode : allModes) {
                if (!wish.security || *wish.security == mode)
                    add({protocol, host, port, mode}, startOf(protocol, port, mode, wish), source,
                        origin);
            }
        }
    }

    const QList<Candidate> &candidates() const { return m_candidates; }

private:
    QList<Candidate> m_candidates;
};

const ServerWish &wishFor(Protocol protocol, const SearchWishes &wishes)
{
    switch (protocol) {
    case Protocol::Imap:
        return wishes.imap;
    case Protocol::Pop3:
        return wishes.pop3;
    case Protocol::Smtp:
        break;
    }
    return wishes.smtp;
}

bool fits(const Offer &offer, Protocol protocol, const ServerWish &wish)
{
    return offer.endpoint.protocol == protocol && (!wish.port || *wish.port == offer.endpoint.port)
        && (!wish.security || *wish.security == offer.endpoint.security);
}

/// Hosts typed for the other services: one machine often serves them all.
QStringList hostsTypedElsewhere(const SearchWishes &wishes)
{
    QStringList hosts;
    for (const ServerWish *wish : {&wishes.imap, &wishes.pop3, &wishes.smtp}) {
        if (!wish->host.isEmpty() && !hosts.contains(wish->host))
            hosts.append(wish->host);
    }
    return hosts;
}

void planProtocol(Plan &plan, Protocol protocol, const QString &domain, const SearchWishes &wishes,
    const QList<Offer> &offers, Guessing guessing)
{
    const ServerWish &wish = wishFor(protocol, wishes);
    if (!wish.host.isEmpty()) {
        plan.addHost(protocol, wish.host, wish, Source::User, wish.host);
        return;
    }
    for (const Offer &offer : offers) {
        if (fits(offer, protocol, wish))
            plan.add(offer.endpoint, Candidate::Start::AtOnce, offer.source, offer.origin);
    }
    if (guessing == Guessing::Forbidden)
        return;
    for (const QString &host : hostsTypedElsewhere(wishes))
        plan.addHost(protocol, host, wish, Source::Guess, host);
    if (domain.isEmpty() || isIpLiteral(domain))
        return;
    for (const QString &host : guessedHosts(protocol, domain)) {
        if (parseHostName(host)) // a very long domain leaves no room for a label in front
            plan.addHost(protocol, host, wish, Source::Guess, host);
    }
}

} // namespace

QList<Candidate> planCandidates(const QString &domain, const SearchWishes &wishes,
    const QList<Offer> &offers, Guessing guessing)
{
    Plan plan;
    for (const Protocol protocol : {Protocol::Imap, Protocol::Smtp, Protocol::Pop3}) {
        const bool isWanted = directionOf(protocol) == Direction::Outgoing || !wishes.incoming
            || *wishes.incoming == protocol;
        if (isWanted)
            planProtocol(plan, protocol, domain, wishes, offers, guessing);
    }
    return plan.candidates();
}

QList<Candidate> planInspection(Protocol protocol, const ServerWish &wish)
{
    Plan plan;
    plan.addHost(protocol, wish.host, wish, Source::User, wish.host);
    return plan.candidates();
}

} // namespace postern
