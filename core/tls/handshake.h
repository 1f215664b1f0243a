// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include "certificate/chainremark.h"
#include "certificate/finding.h"
#include "certificate/ocspstaple.h"
#include "tls/tlsversion.h"

#include <QString>

#include <algorithm>
#include <optional>

namespace postern {

/// How far a handshake may be relied on.
enum class Trust {
    Unverified, ///< A finding stands in the way: the user has to decide, or nobody may.
    Verified, ///< No finding.
    AcceptedByUser, ///< By an exception for just this; what is wrong with it remains.
};

/// What a handshake negotiated; a snapshot taken before the connection ends. What the library
/// cannot know is absent or empty, never a guess.
struct Handshake
{
    std::optional<TlsVersion> version; ///< Absent: the library told another than we know.
    QString cipher; ///< The suite's name.
    QString
        keyExchange; ///< The method in the suite's name; empty for TLS 1.3, which has none there.
    QString authentication; ///< Likewise.
    QString
        keyExchangeGroup; ///< `x25519`, `secp256r1`, `DH 2048`; empty: no ephemeral keys, or unknown.
    QString peerSignature; ///< `ECDSA with SHA256`; empty: none (static RSA), or unknown.
    std::optional<bool> isResumed;
    int usedBits = 0;
    std::optional<bool> hasForwardSecrecy;
    QString serverName; ///< SNI as sent; empty where none (IP literals).
    QString alpn; ///< Empty where none was agreed.
    QList<Certificate> chain; ///< As the server sent it, its own certificate first.
    QByteArray ocspResponse; ///< DER, as the server stapled it; hostile. Empty: none.
    std::optional<OcspStaple> ocsp; ///< What that means; absent where nothing was stapled.
    QList<Finding> findings; ///< Of our own verifier, all at once.
    QList<ChainRemark> remarks; ///< What makes the chain no less valid.
    QDateTime judgedAt; ///< UTC, by this computer's clock.
    Trust trust = Trust::Unverified;
    LegacyConsent consent = LegacyConsent::None; ///< Of the search that it belongs to.
    QString vouchedBy; ///< The short name of the user's own authority that does; inert. Else empty.
    /// What the trust rests on where it is no root of the system: an authority of the user's choice,
    /// a root named on the command line, or the server's own certificate if that was named. Null else.
    Certificate anchor = {};
    bool isChanged = false; ///< Another certificate was accepted here earlier.

    /// Whether something is wrong with the certificate that nobody may accept.
    bool isRefused() const
    {
        return std::any_of(findings.begin(), findings.end(),
            [this](const Finding &finding) { return !isAcceptable(finding.kind, consent); });
    }

    /// A version that RFC 8996 withdrew; only where the user allowed it.
    bool isLegacy() const { return version && *version < TlsVersion::Tls1_2; }

    friend bool operator==(const Handshake &, const Handshake &) = default;
};

} // namespace postern
