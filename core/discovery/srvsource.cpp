// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/srvsource.h"

#include "account/hostname.h"
#include "base/inerttext.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct SrvService
{
    QLatin1StringView label;
    Protocol protocol;
    Security security;
};

// RFC 6186, 3 and RFC 8314, 5.1. Without "s" the service upgrades, it is never plaintext.
constexpr SrvService services[] = {
    {"_imaps"_L1, Protocol::Imap, Security::ImplicitTls},
    {"_imap"_L1, Protocol::Imap, Security::StartTls},
    {"_pop3s"_L1, Protocol::Pop3, Security::ImplicitTls},
    {"_pop3"_L1, Protocol::Pop3, Security::StartTls},
    {"_submissions"_L1, Protocol::Smtp, Security::ImplicitTls},
    {"_submission"_L1, Protocol::Smtp, Security::StartTls},
};

/// RFC 2782: lower priority first; among equals the heavier ones are the likelier choice.
bool isPreferred(const SrvRecord &a, const SrvRecord &b)
{
    return a.priority != b.priority ? a.priority < b.priority : a.weight > b.weight;
}

} // namespace

SrvSource::SrvSource(Clock &clock, DnsResolver &resolver, QObject *parent)
    : DiscoverySource(Source::Srv, clock, lookUpDeadline, parent),
      m_resolver(resolver)
{
}

void SrvSource::ask()
{
    expect(static_cast<int>(std::size(services)));
    for (const SrvService &service : services) {
        const QString name = u"%1._tcp.%2"_s.arg(service.label, domain());
        const Endpoint endpoint{service.protocol, {}, 0, service.security};
        m_resolver.lookUpSrv(name, listener(),
            [this, name, endpoint](const auto &answer) { onAnswer(name, endpoint, answer); });
    }
}

void SrvSource::onAnswer(
    const QString &name, const Endpoint &service, const Result<QList<SrvRecord>, SeenFault> &answer)
{
    if (answer)
        offer(offersFrom(name, service, *answer), name);
    else if (answer.error().fault != Fault::NoSuchName && answer.error().fault != Fault::NoAddress)
        noteFailure(answer.error().evidence);
    onAnswered();
}

QList<Offer> SrvSource::offersFrom(
    const QString &name, const Endpoint &service, const QList<SrvRecord> &records)
{
    QList<SrvRecord> sorted = records;
    std::stable_sort(sorted.begin(), sorted.end(), isPreferred);
    QList<Offer> offers;
    for (const SrvRecord &record : sorted) {
        if (record.target.isEmpty() || record.target == "."_L1) {
            note(u"%1: not offered"_s.arg(name));
            continue;
        }
        const auto host = HostName::parse(record.target);
        if (!host || host->isIpLiteral() || record.port == 0) {
            note(u"%1: invalid target %2"_s.arg(name, inertText(record.target, 100)));
            continue;
        }
        Offer offer;
        offer.endpoint = service;
        offer.endpoint.host = *host;
        offer.endpoint.port = record.port;
        offer.preference = static_cast<int>(offers.size());
        offers.append(offer);
    }
    return offers;
}

} // namespace postern
