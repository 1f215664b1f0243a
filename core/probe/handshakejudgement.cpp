// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/handshakejudgement.h"

#include "certificate/certificate.h"

namespace postern {

namespace {

/// What the issuer says through the server; it is looked for in @p chain.
void noteStaple(
    Handshake &handshake, const QList<Certificate> &chain, const CertificateVerifier &verifier)
{
    if (handshake.ocspResponse.isEmpty())
        return;
    handshake.ocsp = verifier.stapledStatus(handshake.ocspResponse, chain, handshake.judgedAt);
    if (handshake.ocsp->status == OcspStatus::Revoked)
        handshake.findings.append({Finding::Kind::Revoked, 0, handshake.ocsp->evidence});
}

/// Whether one that the user chose for this account and server vouches for the chain.
void askOwnAuthorities(Handshake &handshake, const Endpoint &endpoint, const ProbeContext &context)
{
    const QList<Certificate> authorities
        = authoritiesFor(endpoint.host, endpoint.port, context.trust);
    if (handshake.isRefused() || authorities.isEmpty())
        return;
    const CertificateVerifier &verifier = context.services.verifier;
    const Certificate vouching
        = verifier.vouchingAmong(authorities, handshake.chain, endpoint.host, handshake.judgedAt);
    if (vouching.isNull())
        return;
    noteStaple(handshake, handshake.chain + QList{vouching}, verifier); // now its issuer is known
    if (handshake.isRefused())
        return;
    handshake.trust = Trust::AcceptedByUser;
    handshake.anchor = vouching;
    handshake.vouchedBy = vouching.facts().subjectName;
}

} // namespace

std::optional<TrustException> judgeHandshake(
    Handshake &handshake, const Endpoint &endpoint, const ProbeContext &context)
{
    const CertificateVerifier &verifier = context.services.verifier;
    handshake.judgedAt = context.services.clock.utcNow();
    handshake.consent = context.tls.consent();
    handshake.findings = verifier.verify(handshake.chain, endpoint.host, handshake.judgedAt);
    handshake.remarks = remarksOn(handshake.chain, handshake.judgedAt);
    noteStaple(handshake, handshake.chain, verifier);
    handshake.trust = decideTrust(handshake, endpoint.host, endpoint.port, context.trust);
    if (handshake.trust == Trust::Unverified)
        askOwnAuthorities(handshake, endpoint, context);
    else if (handshake.trust == Trust::Verified)
        handshake.anchor
            = verifier.addedRootBehind(handshake.chain, endpoint.host, handshake.judgedAt);
    if (handshake.trust != Trust::Unverified)
        return std::nullopt;
    auto superseded = supersededException(handshake, endpoint.host, endpoint.port, context.trust);
    handshake.isChanged = superseded && !handshake.chain.isEmpty()
        && superseded->subject == TrustException::Subject::Certificate
        && superseded->sha256 != handshake.chain.constFirst().sha256();
    return superseded;
}

} // namespace postern
