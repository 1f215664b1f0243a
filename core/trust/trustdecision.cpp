// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/trustdecision.h"

#include "certificate/certificate.h"

#include <algorithm>

namespace postern {

namespace {

QByteArray fingerprintOf(const Handshake &session)
{
    return session.chain.isEmpty() ? QByteArray() : session.chain.constFirst().sha256();
}

bool covers(const TrustException &exception, const QList<Finding::Kind> &kinds)
{
    return std::all_of(kinds.begin(), kinds.end(),
        [&exception](Finding::Kind kind) { return exception.findings.contains(kind); });
}

} // namespace

Trust decideTrust(
    const Handshake &session, const QString &host, quint16 port, const TrustView &trust)
{
    const QList<Finding::Kind> kinds = kindsOf(session.findings);
    if (kinds.isEmpty())
        return session.chain.isEmpty() ? Trust::Unverified : Trust::Verified;
    if (session.isRefused() || session.chain.isEmpty())
        return Trust::Unverified;

    const QByteArray sha256 = fingerprintOf(session);
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
    const Handshake &session, const QString &host, quint16 port, const TrustView &trust)
{
    const QByteArray sha256 = fingerprintOf(session);
    const QList<Finding::Kind> kinds = kindsOf(session.findings);
    std::optional<TrustException> latest;
    for (const TrustException &exception : trust.exceptions) {
        if (exception.host != host || exception.port != port)
            continue;
        if (exception.sha256 == sha256)
            return covers(exception, kinds) ? std::nullopt : std::optional(exception);
        if (!latest || latest->acceptedAt < exception.acceptedAt)
            latest = exception;
    }
    return latest;
}

} // namespace postern
