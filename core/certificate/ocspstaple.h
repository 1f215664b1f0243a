// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/x509handle.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace postern {

enum class OcspStatus {
    Good,
    Revoked, ///< Whatever the dates of the response, unless the certificate is only on hold.
    Unknown, ///< The responder does not know the certificate.
    Unusable, ///< Malformed, of another certificate, not signed by the issuer, or out of date.
};

/// What a stapled OCSP response says of a server's certificate (RFC 6960; RFC 6066, 8).
struct OcspStaple
{
    OcspStatus status = OcspStatus::Unusable;
    QString evidence; ///< Inert.

    friend bool operator==(const OcspStaple &, const OcspStaple &) = default;
};

/// `good`, `revoked`, `unknown`, `unusable`.
[[nodiscard]] QString toString(OcspStatus status);
[[nodiscard]] std::optional<OcspStatus> ocspStatusFromString(const QString &name);

/// Reads @p der, an OCSPResponse as a server sent it. @p issuer is whose key signed @p certificate;
/// whether anybody trusts it is another question. The response counts only if @p issuer signed it, or
/// somebody to whom @p issuer gave a certificate for that (RFC 6960, 4.2.2.2). @p now in UTC.
[[nodiscard]] OcspStaple readStaple(
    const QByteArray &der, X509 *certificate, X509 *issuer, const QDateTime &now);

} // namespace postern
