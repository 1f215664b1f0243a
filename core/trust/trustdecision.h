// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include "tls/handshake.h"
#include "trust/trustexception.h"

namespace postern {

/// Everything that was accepted for one account so far, as a value that a probe can be given.
struct TrustView
{
    QList<TrustException> exceptions;
    QList<QByteArray>
        acceptedForThisRun; ///< SHA-256 of certificates accepted wherever they appear.

    friend bool operator==(const TrustView &, const TrustView &) = default;
};

/// Whether the handshake of @p host and @p port may be relied on: no finding, or each finding
/// acceptable and accepted for exactly this certificate. Anything else stays Unverified.
[[nodiscard]] Trust decideTrust(
    const Handshake &handshake, const QString &host, quint16 port, const TrustView &trust);

/// The authorities that the user chose for this host and port.
[[nodiscard]] QList<Certificate> authoritiesFor(
    const QString &host, quint16 port, const TrustView &trust);

/// The exception that no longer serves on this host and port: for another certificate, for this one in
/// spite of less, or for an authority that does not vouch for it. Absent where none was made, or where it still serves.
[[nodiscard]] std::optional<TrustException> supersededException(
    const Handshake &handshake, const QString &host, quint16 port, const TrustView &trust);

} // namespace postern
