// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/trustdecision.h"

#include "certificate/certificate.h"

#include <algorithm>

namespace postern {

namespace {

QByteArray fingerprintOf(const Handshake &handshake)
{
    return handshake.chain.value(0).sha256();
}

bool covers(const TrustException &exception, const QList<Finding::Kind> &kinds)
{
    return std::all_of(kinds.begin(), kinds.end(),
        [&exception](Finding::Kind kind) { return exception.findings.contains(kind); });
}

} // namespace

Trust decideTrust(
    const Handshake &handshake, const QString &host, quint16 port, const TrustView &trust)
{
    const QList<Finding::Kind> kinds = kindsOf(handshake.findings);
    // What cannot be read has no fingerprint, and nothing was ever accepted for it.
    if (handshake.chain.value(0).isNull() || handshake.isRefused())
        return Trust::Unverified;
    if (kinds.isEmpty())
        return Trust::Verified;

    const QByteArray sha256 = fingerprintOf(handshake);
    if (trust.acceptedForThisRun.contains(sha256))
        return Trust::AcceptedByUser;
    const bool isAccepted = std::any_of(
        trust.exceptions.begin(), trust.exceptions.end(), [&](const TrustException &exception) {
            return exception.subject == TrustException::Subject::Certificate
                && exception.host == host && exception.port == port && exception.sha256 == sha256
                && covers(exception, kinds);
        });
    return isAccepted ? Trust::AcceptedByUser : Trust::Unverified;
}

QList<Certificate> authoritiesFor(const QString &host, quint16 port, const TrustView &trust)
{
    QList<Certificate> authorities;
    for (const TrustException &exception : trust.exceptions) {
        if (exception.subject != TrustException::Subject::Authority || exception.host != host
            || exception.port != port)
            continue;
        const QList<Certificate> held = Certificate::listFromPem(exception.certificatePem);
        if (held.size() == 1 && held.constFirst().sha256() == exception.sha256)
            authorities += held;
    }
    return authorities;
}

std::optional<TrustException> supersededException(
    const Handshake &handshake, const QString &host, quint16 port, const TrustView &trust)
{
    const QByteArray sha256 = fingerprintOf(handshake);
    const QList<Finding::Kind> kinds = kindsOf(handshake.findings);
    std::optional<TrustException> latest;
    for (const TrustException &exception : trust.exceptions) {
        if (exception.host != host || exception.port != port)
            continue;
        if (exception.sha256 == sha256 && !sha256.isEmpty())
            return covers(exception, kinds) ? std::nullopt : std::optional(exception);
        if (!latest || latest->acceptedAt < exception.acceptedAt)
            latest = exception;
    }
    return latest;
}

} // namespace postern
