// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/namerepair.h"

#include "account/hostname.h"
#include "account/registereddomain.h"
#include "certificate/certificate.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxRepairNames
    = 4; // shared hosting lists dozens; the first are the server's own

bool hasNameMismatch(const ProbeReport &report)
{
    return report.tls && !report.tls->chain.isEmpty()
        && kindsOf(report.tls->findings).contains(Finding::Kind::NameMismatch);
}

/// Names that can be looked up: a wildcard cannot.
QList<HostName> usableNames(const Certificate &certificate)
{
    QList<HostName> names;
    for (const QString &name : certificate.facts().dnsNames) {
        const auto host = HostName::parse(name);
        if (host && !host->isIpLiteral() && !names.contains(*host) && names.size() < maxRepairNames)
            names.append(*host);
    }
    return names;
}

} // namespace

NameRepair::NameRepair(DnsResolver &resolver, const HostName &domain, QObject *parent)
    : QObject(parent),
      m_resolver(resolver),
      m_domain(domain)
{
}

void NameRepair::consider(const ProbeReport &report)
{
    const Endpoint &endpoint = report.candidate.endpoint;
    const bool isOurs = report.candidate.provenance.source == Source::Certificate;
    if (!report.isUsable() || isOurs || !hasNameMismatch(report) || m_done.contains(endpoint))
        return;
    m_done.append(endpoint);
    for (const HostName &name : usableNames(report.tls->chain.constFirst())) {
        ++m_waitingFor;
        m_resolver.lookUpHost(name, this,
            [this, report, name](const auto &answer) { onAddresses(report, name, answer); });
    }
}

/// Only the name is better: how the place was found, and what was said of it, stays what it was.
void NameRepair::onAddresses(const ProbeReport &report, const HostName &name,
    const Result<QList<QHostAddress>, SeenFault> &answer)
{
    if (m_isCancelled)
        return;
    if (answer && answer->contains(report.address)) {
        const Candidate &tried = report.candidate;
        Offer offer;
        offer.endpoint = tried.endpoint;
        offer.endpoint.host = name;
        offer.provenance = tried.provenance;
        offer.provenance.source = Source::Certificate;
        offer.provenance.origin = hostAndPort(tried.endpoint.host, tried.endpoint.port);
        offer.username = tried.username;
        offer.authentication = tried.authentication;
        offer.provenance.isVouchedFor = false; // a server said it
        offer.provenance.isForeign = !isOfSameOwner(name, m_domain);
        emit offered({offer});
    }
    if (--m_waitingFor == 0)
        emit idle();
}

} // namespace postern
