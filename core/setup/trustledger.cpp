// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/trustledger.h"

#include "tls/certificatefacts.h"

namespace postern {

TrustLedger::TrustLedger(const TrustStore &store) : m_store(store)
{
    reload();
}

void TrustLedger::reload()
{
    const auto stored = m_store.load();
    if (!stored)
        m_problem = stored.error();
    m_view.exceptions = (stored ? *stored : QList<TrustException>()) + m_forThisRun;
}

void TrustLedger::accept(const TrustException &exception)
{
    bool isStored = false;
    if (exception.duration == TrustException::Duration::UntilWithdrawn) {
        const auto stored = m_store.add(exception);
        isStored = stored.has_value();
        if (!isStored)
            m_problem = stored.error();
    }
    if (!isStored)
        m_forThisRun.append(exception);
    reload();
}

void TrustLedger::acceptFingerprint(const QByteArray &sha256)
{
    m_view.acceptedForThisRun.append(sha256);
}

void TrustLedger::withdraw(const QString &host, quint16 port, const QByteArray &sha256)
{
    const auto stored = m_store.remove(host, port, sha256);
    if (!stored)
        m_problem = stored.error();
    m_forThisRun.removeIf([&](const TrustException &exception) {
        return exception.host == host && exception.port == port
            && (sha256.isEmpty() || exception.sha256 == sha256);
    });
    reload();
}

TrustException exceptionFor(
    const ProbeReport &report, TrustException::Duration duration, const QDateTime &now)
{
    const CertificateFacts leaf = factsOf(report.tls->chain.constFirst());
    TrustException exception;
    exception.host = report.candidate.endpoint.host;
    exception.port = report.candidate.endpoint.port;
    exception.sha256 = leaf.sha256;
    exception.spkiSha256 = leaf.spkiSha256;
    exception.findings = kindsOf(report.tls->findings);
    exception.acceptedAt = now;
    exception.duration = duration;
    exception.certificatePem = leaf.pem.toLatin1();
    return exception;
}

} // namespace postern
