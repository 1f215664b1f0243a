// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trust/trustdecision.h"
#include "trust/truststore.h"

namespace postern {

/// What the user has accepted: the stored exceptions, those of this run, and fingerprints
/// accepted wherever they appear.
class TrustLedger
{
public:
    explicit TrustLedger(const TrustStore &store);

    /// Reads the stored exceptions again; another program may have changed them.
    void reload();
    /// Records @p exceptions for as long as each says. What cannot be stored holds for this run.
    void accept(const QList<TrustException> &exceptions);
    void acceptFingerprint(const QByteArray &sha256);
    /// Takes just these decisions back.
    void withdraw(const QList<TrustException> &exceptions);

    /// Those of every account.
    const QList<TrustException> &all() const { return m_all; }
    /// What counts for one account, on any host and port. Where it has decisions of its own about a host
    /// and port, those for whoever uses it do not count.
    TrustView viewFor(const QString &account) const;
    /// Why the file could not be read or written, the last time that it could not.
    const std::optional<TrustStoreProblem> &problem() const { return m_problem; }

private:
    TrustStore m_store;
    QList<TrustException> m_forThisRun;
    QList<TrustException> m_all;
    QList<QByteArray> m_fingerprints;
    std::optional<TrustStoreProblem> m_problem;
};

} // namespace postern
