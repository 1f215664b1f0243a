// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/mxsource.h"

#include "account/hostname.h"
#include "account/registereddomain.h"
#include "base/inerttext.h"
#include "discovery/autoconfigfetch.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// The exchanger as a mail server: every service on its usual ports.
QList<Offer> offersFor(const HostName &host)
{
    QList<Offer> offers;
    for (const Protocol protocol : {Protocol::Imap, Protocol::Smtp, Protocol::Pop3}) {
        for (const Security security : {Security::ImplicitTls, Security::StartTls}) {
            Offer offer;
            offer.endpoint
                = {protocol, host, standardPorts(protocol, security).constFirst(), security};
            offer.preference = static_cast<int>(offers.size());
            offers.append(offer);
        }
    }
    return offers;
}

/// The domains that a hosting provider may publish under: the exchanger's without its first
/// label, and the registered one (4.3's MXFULLDOMAIN and MXBASEDOMAIN).
QStringList publishersFor(const QString &exchanger)
{
    const QString base = registeredDomain(exchanger);
    const QString full = exchanger.section(u'.', 1);
    QStringList domains;
    if (!base.isEmpty() && isWithinDomain(full, base) && full != base)
        domains.append(full);
    if (!base.isEmpty())
        domains.append(base);
    return domains;
}

} // namespace

MxSource::MxSource(const Services &services, QObject *parent)
    : DiscoverySource(Source::Mx, services.clock, fetchDeadline, parent),
      m_services(services)
{
}

void MxSource::ask()
{
    expect(1);
    m_services.resolver.lookUpMx(
        domain(), listener(), [this](const auto &answer) { onExchangers(answer); });
}

void MxSource::onExchangers(const Result<QList<MxRecord>, SeenFault> &answer)
{
    if (isFinished())
        return;
    if (!answer) {
        const Fault fault = answer.error().fault;
        if (fault != Fault::NoSuchName && fault != Fault::NoAddress)
            noteFailure(answer.error().evidence);
        onAnswered();
        return;
    }
    const auto best = std::min_element(answer->begin(), answer->end(),
        [](const MxRecord &a, const MxRecord &b) { return a.preference < b.preference; });
    const auto host = best == answer->end()
        ? Result<HostName, HostNameError>(Failure{HostNameError::Empty})
        : HostName::parse(best->host);
    if (host && !host->isIpLiteral())
        askAbout(*host);
    else if (best != answer->end()) // RFC 7505: "." receives no mail
        note(u"MX: “%1” is no mail exchanger"_s.arg(inertText(best->host, 100)));
    onAnswered();
}

void MxSource::askAbout(const HostName &exchanger)
{
    m_exchanger = exchanger;
    if (isOfSameOwner(exchanger, domain())) {
        offer(offersFor(exchanger), u"MX %1"_s.arg(exchanger));
        return;
    }
    if (const auto provider = m_services.providers.forMailExchangers(registeredDomain(exchanger))) {
        emit providerKnown(*provider);
        offerUntrusted(provider->offers, provider->name);
        return;
    }
    for (const QString &publisher : publishersFor(exchanger)) {
        fetch(autoconfigUrls(publisher, u"https"_s).constFirst());
        if (!m_services.databaseUrl.isEmpty())
            fetch(m_services.databaseUrl.resolved(QUrl(publisher)));
    }
}

void MxSource::fetch(const QUrl &url)
{
    expect(1);
    fetchAutoconfig(
        m_services.fetcher, url, domain(), listener(), [this](const AutoconfigAnswer &answer) {
            if (answer.isFailure)
                noteFailure(answer.detail);
            else
                note(answer.detail);
            offerUntrusted(answer.offers, answer.url);
            onAnswered();
        });
}

void MxSource::offerUntrusted(QList<Offer> offers, const QString &origin)
{
    for (Offer &each : offers) {
        each.provenance.isUntrusted = true;
        each.provenance.isVouchedFor = false;
    }
    offer(offers, u"MX %1, %2"_s.arg(m_exchanger, origin));
}

} // namespace postern
