// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/tlsfinding.h"
#include "tls/tlsversion.h"

#include <QSslCertificate>
#include <QString>

#include <optional>

namespace postern {

/// How far a session may be relied on.
enum class Trust {
    Unverified, ///< A finding stands in the way: the user has to decide, or nobody may.
    Verified, ///< No finding.
    AcceptedByUser, ///< Findings, each of them accepted for exactly this certificate here.
};

/// What a handshake negotiated; a snapshot taken before the connection ends. What the library
/// cannot know is absent or empty, never a guess.
struct TlsSession
{
    QString version; ///< `TLSv1.2`, `TLSv1.3` …
    QString cipher; ///< The suite's name.
    QString keyExchange; ///< Empty where unknown (TLS 1.3 does not tell through Qt).
    QString authentication; ///< Likewise.
    int usedBits = 0;
    std::optional<bool> hasForwardSecrecy;
    QString serverName; ///< SNI as sent; empty where none (IP literals).
    QString alpn; ///< Empty where none was agreed.
    QList<QSslCertificate> chain; ///< As the server sent it, its own certificate first.
    QList<TlsFinding> findings; ///< Of our own verifier, all at once.
    Trust trust = Trust::Unverified;
    bool isChanged = false; ///< Another certificate was accepted here earlier.

    /// A version that RFC 8996 withdrew; only where the user allowed it.
    bool isLegacy() const
    {
        const auto known = tlsVersionFromString(version);
        return known && *known < TlsVersion::Tls1_2;
    }

    friend bool operator==(const TlsSession &, const TlsSession &) = default;
};

} // namespace postern
