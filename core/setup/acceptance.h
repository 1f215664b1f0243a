// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "certificate/certificateverifier.h"
#include "diagnosis/detection.h"

namespace postern {

/// How the user accepts: for how long, and after what comparison.
struct Acceptance
{
    TrustException::Duration duration = TrustException::Duration::ThisRun;
    TrustException::Comparison comparison = TrustException::Comparison::None;
};

/// Why an authority of the user's choice does not settle the question.
enum class AuthorityRefusal {
    NoCertificate, ///< The file holds none that can be read.
    NoAuthority, ///< None of them is an authority's.
    DoesNotVouch, ///< With it something is still wrong with the server's chain.
};

/// Whether one answer may serve both: the same certificate, wrong in the same ways.
[[nodiscard]] bool isSameQuestion(const ProbeReport &a, const ProbeReport &b);

/// The recommended endpoints that show the first certificate which needs a decision.
[[nodiscard]] QList<Endpoint> undecidedIn(const Detection &detection);

/// What accepts, for @p account as in TrustException, just the certificates and findings that these
/// endpoints showed. Those without a question are left out.
[[nodiscard]] QList<TrustException> exceptionsFor(const Detection &detection,
    const QList<Endpoint> &endpoints, const Acceptance &acceptance, const QString &account,
    const QDateTime &now);

/// What lets the one of @p authorities that vouches for these endpoints' chains do so; refused
/// where none does for all of them.
[[nodiscard]] Result<QList<TrustException>, AuthorityRefusal> exceptionsFor(
    const Detection &detection, const QList<Endpoint> &endpoints,
    const QList<Certificate> &authorities, const CertificateVerifier &verifier,
    const Acceptance &acceptance, const QString &account, const QDateTime &now);

} // namespace postern
