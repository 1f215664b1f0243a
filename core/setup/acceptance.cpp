// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/acceptance.h"

#include "certificate/certificate.h"

#include <algorithm>

namespace postern {

namespace {

/// Null where it has no question.
const ProbeReport *questionOf(const Detection &detection, const Endpoint &endpoint)
{
    const ProbeReport *report = reportFor(detection, endpoint);
    return report && report->outcome == ProbeReport::Outcome::Certificate ? report : nullptr;
}

TrustException exceptionAbout(const Certificate &certificate, const ProbeReport &report,
    const Acceptance &acceptance, const QString &account, const QDateTime &now)
{
    const CertificateFacts &facts = certificate.facts();
    TrustException exception;
    exception.host = report.candidate.endpoint.host;
    exception.port = report.candidate.endpoint.port;
    exception.sha256 = facts.sha256;
    exception.spkiSha256 = facts.spkiSha256;
    exception.findings = kindsOf(report.tls->findings);
    exception.acceptedAt = now;
    exception.duration = acceptance.duration;
    exception.certificatePem = facts.pem.toLatin1();
    exception.account = account;
    exception.comparison = acceptance.comparison;
    return exception;
}

QByteArray leafOf(const ProbeReport &report)
{
    return report.tls ? report.tls->chain.value(0).sha256() : QByteArray();
}

/// The certificate that was accepted before this one; empty where none was.
QByteArray supersededBy(const ProbeReport &report)
{
    return report.superseded ? report.superseded->sha256 : QByteArray();
}

} // namespace

bool isSameQuestion(const ProbeReport &a, const ProbeReport &b)
{
    return leafOf(a) == leafOf(b) && kindsOf(a.tls->findings) == kindsOf(b.tls->findings)
        && supersededBy(a) == supersededBy(b);
}

QList<Endpoint> undecidedIn(const Detection &detection)
{
    QList<Endpoint> endpoints;
    const ProbeReport *first = nullptr;
    for (const auto &setting : {detection.settings.incoming, detection.settings.outgoing}) {
        const ProbeReport *report = setting ? questionOf(detection, setting->endpoint) : nullptr;
        if (!report)
            continue;
        if (!first)
            first = report;
        if (isSameQuestion(*report, *first))
            endpoints.append(setting->endpoint);
    }
    return endpoints;
}

QList<TrustException> exceptionsFor(const Detection &detection, const QList<Endpoint> &endpoints,
    const Acceptance &acceptance, const QString &account, const QDateTime &now)
{
    QList<TrustException> exceptions;
    for (const Endpoint &endpoint : endpoints) {
        if (const ProbeReport *report = questionOf(detection, endpoint))
            exceptions.append(
                exceptionAbout(report->tls->chain.constFirst(), *report, acceptance, account, now));
    }
    return exceptions;
}

Result<QList<TrustException>, AuthorityRefusal> exceptionsFor(const Detection &detection,
    const QList<Endpoint> &endpoints, const QList<Certificate> &authorities,
    const CertificateVerifier &verifier, const Acceptance &acceptance, const QString &account,
    const QDateTime &now)
{
    if (authorities.isEmpty())
        return Failure{AuthorityRefusal::NoCertificate};
    if (std::none_of(authorities.begin(), authorities.end(),
            [](const Certificate &certificate) { return certificate.facts().isCa; }))
        return Failure{AuthorityRefusal::NoAuthority};
    QList<TrustException> exceptions;
    for (const Endpoint &endpoint : endpoints) {
        const ProbeReport *report = questionOf(detection, endpoint);
        if (!report)
            continue;
        const Certificate vouching
            = verifier.vouchingAmong(authorities, report->tls->chain, endpoint.host, now);
        if (vouching.isNull())
            return Failure{AuthorityRefusal::DoesNotVouch};
        TrustException exception = exceptionAbout(vouching, *report, acceptance, account, now);
        exception.subject = TrustException::Subject::Authority;
        exceptions.append(exception);
    }
    return exceptions;
}

} // namespace postern
