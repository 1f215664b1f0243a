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

/// In the order in which providers use them.
QList<QLatin1StringView> guessedLabels(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Imap:
        return {"imap"_L1, "mail"_L1};
    case Protocol::Pop3:
        return {"pop"_L1, "mail"_L1, "pop3"_L1};
    case Protocol::Smtp:
        break;
    }
    return {"smtp"_L1, "mail"_L1};
}

QList<HostName> guessedHosts(Protocol protocol, const HostName &domain)
{
    QList<HostName> hosts;
    for (const QLatin1StringView label : guessedLabels(protocol)) {
        // A very long domain leaves no room for a label in front.
        if (const HostName host = domain.withLabel(label); !host.isEmpty())
            hosts.append(host);
    }
    hosts.append(domain);
    return hosts;
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
    offer.provenance.source = source;
    offer.provenance.origin = origin;
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
            if (known->provenance.isUntrusted && !offer.provenance.isUntrusted) {
                known->provenance.source = offer.provenance.source;
                known->provenance.origin = offer.provenance.origin;
                known->provenance.isVouchedFor = offer.provenance.isVouchedFor;
                known->username = offer.username;
                known->authentication = offer.authentication;
            }
            known->provenance.isUntrusted &= offer.provenance.isUntrusted;
            known->provenance.isForeign &= offer.provenance.isForeign;
            return;
        }
        m_candidates.append({endpoint, start, offer.provenance,
            static_cast<int>(m_candidates.size()), offer.username, offer.authentication});
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
    void addHost(
        Protocol protocol, const HostName &host, const ServerWish &wish, const Offer &offer)
    {
        for (const quint16 port : portsFor(protocol, wish)) {
            for (const Security mode : allModes) {
                if (!wish.security || *wish.security == mode)
                    add({protocol, host, port, mode}, startOf(protocol, port, mode, wish), offer);
            }
        }
    }

    /// The usual ports of a host whose asked-for port may be a slip.
    void addUsualPorts(Protocol protocol, const HostName &host, const Offer &offer)
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
QList<HostName> hostsTypedElsewhere(const SearchWishes &wishes)
{
    QList<HostName> hosts;
    for (const ServerWish *wish : {&wishes.imap, &wishes.pop3, &wishes.smtp}) {
        if (!wish->host.isEmpty() && !hosts.contains(wish->host))
            hosts.append(wish->host);
    }
    return hosts;
}

void addGuesses(Plan &plan, Protocol protocol, const HostName &domain, const SearchWishes &wishes)
{
    const ServerWish &wish = wishes.of(protocol);
    QList<HostName> hosts = hostsTypedElsewhere(wishes);
    if (!domain.isEmpty() && !domain.isIpLiteral())
        hosts += guessedHosts(protocol, domain);
    for (const HostName &host : hosts)
        plan.addHost(protocol, host, wish, behind(Source::Guess, host));
    for (const HostName &host : wish.port ? hosts : QList<HostName>())
        plan.addUsualPorts(protocol, host, behind(Source::Guess, host));
}

/// The hosts of one service, from the likeliest to the least likely.
void planProtocol(Plan &plan, Protocol protocol, const HostName &domain, const SearchWishes &wishes,
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
            if (offer.provenance.isUntrusted == areUntrusted && fits(offer, protocol, wish))
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
        return std::tie(a.provenance.isUntrusted, a.provenance.source, a.preference)
            < std::tie(b.provenance.isUntrusted, b.provenance.source, b.preference);
    });
    return offers;
}

} // namespace

QList<Candidate> planCandidates(const HostName &domain, const SearchWishes &wishes,
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
