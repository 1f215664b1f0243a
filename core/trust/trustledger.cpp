// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/trustledger.h"

#include <algorithm>

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
    m_all = (stored ? *stored : QList<TrustException>()) + m_forThisRun;
}

void TrustLedger::accept(const QList<TrustException> &exceptions)
{
    QList<TrustException> lasting;
    QList<TrustException> passing;
    for (const TrustException &exception : exceptions)
        (exception.duration == TrustException::Duration::ThisRun ? passing : lasting)
            .append(exception);
    if (!lasting.isEmpty()) {
        const auto stored = m_store.add(lasting);
        if (!stored) {
            m_problem = stored.error();
            passing += lasting;
        }
    }
    for (const TrustException &exception : exceptions)
        m_forThisRun.removeIf(
            [&](const TrustException &known) { return known.isAboutSameAs(exception); });
    m_forThisRun += passing;
    reload();
}

void TrustLedger::acceptFingerprint(const QByteArray &sha256)
{
    m_fingerprints.append(sha256);
}

void TrustLedger::withdraw(const QList<TrustException> &exceptions)
{
    const auto isMeant = [&exceptions](const TrustException &known) {
        return std::any_of(
            exceptions.begin(), exceptions.end(), [&known](const TrustException &exception) {
                return known.isAboutSameAs(exception) && known.sha256 == exception.sha256;
            });
    };
    const auto stored = m_store.remove(isMeant);
    if (!stored)
        m_problem = stored.error();
    m_forThisRun.removeIf(isMeant);
    reload();
}

TrustView TrustLedger::viewFor(const QString &account) const
{
    TrustView view{{}, m_fingerprints};
    const auto hasOwn = [&](const TrustException &general) {
        return std::any_of(m_all.begin(), m_all.end(), [&](const TrustException &known) {
            return known.account == account && known.host == general.host
                && known.port == general.port;
        });
    };
    for (const TrustException &exception : m_all) {
        if (exception.account == account || (exception.account.isEmpty() && !hasOwn(exception)))
            view.exceptions.append(exception);
    }
    return view;
}

} // namespace postern
