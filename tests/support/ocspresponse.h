// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testcertificates.h"

namespace postern {

/// What an OCSP responder says, right or wrong.
struct OcspAnswer
{
    enum class Status { Good, Revoked, Unknown } status = Status::Good;
    QDateTime producedAt = QDateTime::currentDateTimeUtc().addSecs(-3600);
    QDateTime nextUpdate = QDateTime::currentDateTimeUtc().addDays(3); ///< Invalid: none.
    QByteArray digest = "SHA1"; ///< By which the certificate is named.
    bool isOnHold = false; ///< Of what is revoked: it may become good again.
};

/// The OCSPResponse, in DER, that @p signer gives about @p certificate of @p issuer.
QByteArray ocspResponse(const IssuedCertificate &certificate, const IssuedCertificate &issuer,
    const IssuedCertificate &signer, const OcspAnswer &answer);

} // namespace postern
