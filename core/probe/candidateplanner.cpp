// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/candidateplanner.h"

#include "account/hostname.h"

#include <algorithm>
#include <tuple>

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

/// What stands behind a candidate that nobody proposed.
Offer behind(Source source, const QString &origin)
{
    Offer offer;
    offer.source = source;
    offer.origin = origin;
    return offer;
}

/// Collects candidates; the first to name an endpoint keeps it.
class Plan
{
public:
    void add(const Endpoint &endpoint, Candidate::Start start, const Offer &offer)
    {
        const auto known = std::find_if(m_candidates.begin(), m_candidates.end(),
            [&endpoint](const Candidate &candidate) { return candidate.endpoint == endpoint; });
        if (known != m_candidates.end()) {
            known->start = qMin(known->start, start);
            // Who says the same over a safe way takes the doubt away, and with it all that came
            // over the other.
            if (known->isUntrusted && !offer.isUntrusted) {
                known->source = offer.source;
                known->origin = offer.origin;
                known->username = offer.username;
                known->authentication = offer.authentication;
            }
            known->isUntrusted &= offer.isUntrusted;
            known->isForeign &= offer.isForeign;
            return;
        }
        m_candidates.append(
            {endpoint, start, offer.source, offer.origin, static_cast<int>(m_candidates.size()),
                offer.username, offer.authentication, offer.isUntrusted, offer.isForeign});
    }

    /// An offer of plaintext means that port; that there is no TLS has to be seen first.
    void addOffer(const Offer &offer)
    {
        const Endpoint &endpoint = offer.endpoint;
        if (endpoint.security != Security::Plaintext) {
            add(endpoint, Candidate::Start::AtOnce, offer);
            return;
        }
        for (const Security mode : allModes)
            add({endpoint.protocol, endpoint.host, endpoint.port, mode},
                mode == Security::StartTls ? Candidate::Start::AtOnce
                                           : Candidate::Start::IfSuggested,
                offer);
    }

    /// Every port and mode that the wish leaves open, on one host.
    void addHost(Protocol protocol, const QString &host, const ServerWish &wish, const Offer &offer)
    {
        for (const quint16 port : portsFor(protocol, wish)) {
            for (const Security mode : allModes) {
                if (!wish.security || *wish.security == mode)
                    add({protocol, host, port, mode}, startOf(protocol, port, mode, wish), offer);
            }
        }
    }

    /// The usual ports of a host whose asked-for port may be a slip.
    void addUsualPorts(Protocol protocol, const QString &host, const Offer &offer)
    {
        for (const Security mode : {Security::ImplicitTls, Security::StartTls}) {
            for (const quint16 port : standardPorts(protocol, mode))
                add({protocol, host, port, mode}, Candidate::Start::IfAllElseFails, offer);
        }
    }

    const QList<Candidate> &candidates() const { return m_candidates; }

private:
    QList<Candidate> m_candidates;
};

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

void addGuesses(Plan &plan, Protocol protocol, const QString &domain, const SearchWishes &wishes)
{
    const ServerWish &wish = wishes.of(protocol);
    QStringList hosts = hostsTypedElsewhere(wishes);
    if (!domain.isEmpty() && !isIpLiteral(domain))
        hosts += guessedHosts(protocol, domain);
    for (const QString &host : hosts) {
        if (parseHostName(host)) // a very long domain leaves no room for a label in front
            plan.addHost(protocol, host, wish, behind(Source::Guess, host));
    }
    for (const QString &host : wish.port ? hosts : QStringList())
        plan.addUsualPorts(protocol, host, behind(Source::Guess, host));
}

/// The hosts of one service, from the likeliest to the least likely.
void planProtocol(Plan &plan, Protocol protocol, const QString &domain, const SearchWishes &wishes,
    const QList<Offer> &offers, Guessing guessing)
{
    const ServerWish &wish = wishes.of(protocol);
    if (!wish.host.isEmpty()) {
        const Offer typed = behind(Source::User, wish.host);
        plan.addHost(protocol, wish.host, wish, typed);
        if (wish.port)
            plan.addUsualPorts(protocol, wish.host, typed);
        return;
    }
    const auto addOffers = [&](bool areUntrusted) {
        for (const Offer &offer : offers) {
            if (offer.isUntrusted == areUntrusted && fits(offer, protocol, wish))
                plan.addOffer(offer);
        }
    };
    addOffers(false);
    if (guessing == Guessing::Allowed)
        addGuesses(plan, protocol, domain, wishes);
    addOffers(true); // whoever tampers with an answer does not come first
}

/// The most believed source first, and within it what it prefers.
QList<Offer> byBelief(QList<Offer> offers)
{
    std::stable_sort(offers.begin(), offers.end(), [](const Offer &a, const Offer &b) {
        return std::tie(a.isUntrusted, a.source, a.preference)
            < std::tie(b.isUntrusted, b.source, b.preference);
    });
    return offers;
}

} // namespace

QList<Candidate> planCandidates(const QString &domain, const SearchWishes &wishes,
    const QList<Offer> &offers, Guessing guessing)
{
    Plan plan;
    const QList<Offer> sorted = byBelief(offers);
    for (const Protocol protocol : {Protocol::Imap, Protocol::Smtp, Protocol::Pop3}) {
        const bool isWanted = directionOf(protocol) == Direction::Outgoing || !wishes.incoming
            || *wishes.incoming == protocol;
        if (isWanted)
            planProtocol(plan, protocol, domain, wishes, sorted, guessing);
    }
    return plan.candidates();
}

QList<Candidate> planInspection(Protocol protocol, const ServerWish &wish)
{
    Plan plan;
    plan.addHost(protocol, wish.host, wish, behind(Source::User, wish.host));
    return plan.candidates();
}

} // namespace postern
