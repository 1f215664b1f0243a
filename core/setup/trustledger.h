// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"
#include "tls/trustdecision.h"
#include "tls/truststore.h"

namespace postern {

/// What the user has accepted: the stored exceptions, those of this run, and fingerprints
/// accepted wherever they appear.
class TrustLedger
{
public:
    explicit TrustLedger(const TrustStore &store);

    /// Reads the stored exceptions again; another program may have changed them.
    void reload();
    /// Records @p exception for as long as it says. What cannot be stored holds for this run.
    void accept(const TrustException &exception);
    void acceptFingerprint(const QByteArray &sha256);
    /// Takes the decisions for a host and port back (with @p sha256: only that one).
    void withdraw(const QString &host, quint16 port, const QByteArray &sha256);

    const TrustView &view() const { return m_view; }
    /// Why the file could not be read or written, the last time that it could not.
    const std::optional<TrustStoreProblem> &problem() const { return m_problem; }

private:
    TrustStore m_store;
    QList<TrustException> m_forThisRun;
    TrustView m_view;
    std::optional<TrustStoreProblem> m_problem;
};

/// The exception that accepts just what @p report showed. Only for the outcome Certificate.
[[nodiscard]] TrustException exceptionFor(
    const ProbeReport &report, TrustException::Duration duration, const QDateTime &now);

} // namespace postern
