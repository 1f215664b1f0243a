// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include "certificate/finding.h"
#include "certificate/ocspstaple.h"

#include <QDateTime>

#include <memory>

namespace postern {

/// Says all that is wrong with a chain at once: libcrypto's path building and checks for a TLS
/// server at security level 2, and names by RFC 9525 (subjectAltName only). One verifier serves
/// every protocol and mode. It fetches nothing.
class CertificateVerifier
{
public:
    /// Trusts the system's roots (looked up on demand, nothing is loaded here) and @p moreRoots.
    explicit CertificateVerifier(const QList<Certificate> &moreRoots = {});
    /// Trusts @p roots alone; they need not be signed by themselves.
    [[nodiscard]] static CertificateVerifier withRootsOnly(const QList<Certificate> &roots);
    ~CertificateVerifier();
    CertificateVerifier(CertificateVerifier &&) noexcept;
    CertificateVerifier &operator=(CertificateVerifier &&) noexcept;

    /// @p chain as sent, the server's certificate first; @p host canonical; @p now in UTC.
    /// An empty list means: verified.
    [[nodiscard]] QList<Finding> verify(
        const QList<Certificate> &chain, const QString &host, const QDateTime &now) const;

    /// The one of @p authorities, certificates that the user chose, with which nothing is wrong with
    /// the chain: as the certificate that was missing on the way to a root of ours, else as the only
    /// root. Null: none. It has to be an authority's (RFC 5280, 4.2.1.9), and not the server's own.
    [[nodiscard]] Certificate vouchingAmong(const QList<Certificate> &authorities,
        const QList<Certificate> &chain, const QString &host, const QDateTime &now) const;

    /// Which of the roots beside the system's the verdict on a verified chain rests on; null where the
    /// system's own do.
    [[nodiscard]] Certificate addedRootBehind(
        const QList<Certificate> &chain, const QString &host, const QDateTime &now) const;

    /// What an OCSP response that came with @p chain says of its first certificate. Its issuer is
    /// looked for in the chain and among the roots; without one the response is unusable.
    [[nodiscard]] OcspStaple stapledStatus(
        const QByteArray &response, const QList<Certificate> &chain, const QDateTime &now) const;

private:
    struct Roots;
    explicit CertificateVerifier(std::unique_ptr<Roots> roots);

    std::unique_ptr<Roots> m_roots;
    QList<Certificate> m_addedRoots;
};

} // namespace postern
