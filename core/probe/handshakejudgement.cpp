// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/handshakejudgement.h"

#include "certificate/certificate.h"

namespace postern {

namespace {

/// What the issuer says through the server; it is looked for in @p chain.
void noteStaple(
    Handshake &session, const QList<Certificate> &chain, const CertificateVerifier &verifier)
{
    if (session.ocspResponse.isEmpty())
        return;
    session.ocsp = verifier.stapledStatus(session.ocspResponse, chain, session.judgedAt);
    if (session.ocsp->status == OcspStatus::Revoked)
        session.findings.append({Finding::Kind::Revoked, 0, session.ocsp->evidence});
}

/// Whether one that the user chose for this account and server vouches for the chain.
void askOwnAuthorities(Handshake &session, const Endpoint &endpoint, const ProbeContext &context)
{
    const QList<Certificate> authorities
        = authoritiesFor(endpoint.host, endpoint.port, context.trust);
    if (session.isRefused() || authorities.isEmpty())
        return;
    const CertificateVerifier &verifier = context.services.verifier;
    const Certificate vouching
        = verifier.vouchingAmong(authorities, session.chain, endpoint.host, session.judgedAt);
    if (vouching.isNull())
        return;
    noteStaple(session, session.chain + QList{vouching}, verifier); // now its issuer is known
    if (session.isRefused())
        return;
    session.trust = Trust::AcceptedByUser;
    session.anchor = vouching;
    session.vouchedBy = vouching.facts().subjectName;
}

} // namespace

std::optional<TrustException> judgeSession(
    Handshake &session, const Endpoint &endpoint, const ProbeContext &context)
{
    const CertificateVerifier &verifier = context.services.verifier;
    session.judgedAt = context.services.clock.utcNow();
    session.consent = context.tls.consent();
    session.findings = verifier.verify(session.chain, endpoint.host, session.judgedAt);
    session.remarks = remarksOn(session.chain, session.judgedAt);
    noteStaple(session, session.chain, verifier);
    session.trust = decideTrust(session, endpoint.host, endpoint.port, context.trust);
    if (session.trust == Trust::Unverified)
        askOwnAuthorities(session, endpoint, context);
    else if (session.trust == Trust::Verified)
        session.anchor = verifier.addedRootBehind(session.chain, endpoint.host, session.judgedAt);
    if (session.trust != Trust::Unverified)
        return std::nullopt;
    const auto superseded
        = supersededException(session, endpoint.host, endpoint.port, context.trust);
    session.isChanged = superseded && !session.chain.isEmpty()
        && superseded->subject == TrustException::Subject::Certificate
        && superseded->sha256 != session.chain.constFirst().sha256();
    return superseded;
}

} // namespace postern
