// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/srvsource.h"

#include "account/hostname.h"
#include "base/inerttext.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto deadline = 5s; // two tries of a slow resolver; guesses do not wait for it

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
    : QObject(parent),
      m_clock(clock),
      m_resolver(resolver)
{
}

void SrvSource::start(const QString &domain)
{
    m_domain = domain;
    m_startMs = m_clock.monotonicMs();
    m_waitingFor = static_cast<int>(std::size(services));
    m_deadline = m_clock.callAfter(deadline, [this] {
        finish(m_origins.isEmpty() ? SourceReport::State::Failed : SourceReport::State::Found);
    });
    for (const SrvService &service : services) {
        const QString name = u"%1._tcp.%2"_s.arg(service.label, domain);
        const Endpoint endpoint{service.protocol, {}, 0, service.security};
        m_resolver.lookUpSrv(name, this,
            [this, name, endpoint](const auto &answer) { onAnswer(name, endpoint, answer); });
    }
}

void SrvSource::cancel()
{
    finish(SourceReport::State::Cancelled);
}

void SrvSource::onAnswer(const QString &name, const Endpoint &service,
    const Result<QList<SrvRecord>, FaultReport> &answer)
{
    if (m_isFinished)
        return;
    if (answer) {
        const QList<Offer> offers = offersFrom(name, service, *answer);
        if (!offers.isEmpty()) {
            m_origins.append(name);
            emit offered(offers);
        }
    } else if (answer.error().fault != Fault::NoSuchName
        && answer.error().fault != Fault::NoAddress) {
        ++m_failures;
        m_details.append(answer.error().evidence);
    }
    if (--m_waitingFor > 0)
        return;
    if (!m_origins.isEmpty())
        finish(SourceReport::State::Found);
    else
        finish(m_failures > 0 ? SourceReport::State::Failed : SourceReport::State::None);
}

QList<Offer> SrvSource::offersFrom(
    const QString &name, const Endpoint &service, const QList<SrvRecord> &records)
{
    QList<SrvRecord> sorted = records;
    std::stable_sort(sorted.begin(), sorted.end(), isPreferred);
    QList<Offer> offers;
    for (const SrvRecord &record : sorted) {
        if (record.target.isEmpty() || record.target == "."_L1) {
            m_details.append(u"%1: not offered"_s.arg(name));
            continue;
        }
        const auto host = parseHostName(record.target);
        if (!host || isIpLiteral(*host) || record.port == 0) {
            m_details.append(u"%1: invalid target %2"_s.arg(name, inertText(record.target, 100)));
            continue;
        }
        if (!isWithinDomain(*host, m_domain)) {
            // RFC 6186, 6: needs the user's consent before it is even connected to.
            m_details.append(u"%1: %2 is outside the domain, not used"_s.arg(name, *host));
            continue;
        }
        Offer offer{service, Source::Srv, name, static_cast<int>(offers.size())};
        offer.endpoint.host = *host;
        offer.endpoint.port = record.port;
        offers.append(offer);
    }
    return offers;
}

void SrvSource::finish(SourceReport::State state)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_deadline.reset();
    emit finished({u"srv"_s, state, m_clock.monotonicMs() - m_startMs, m_origins.join(u", "_s),
        m_details.join(u"; "_s)});
}

} // namespace postern
