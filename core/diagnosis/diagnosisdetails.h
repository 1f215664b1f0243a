// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/tlsversion.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <variant>

namespace postern {

// What is known of a problem beyond its code, so far as words need it; one kind each. Texts are inert.

/// tls.version-too-old: which versions the server accepts, the oldest first; empty: not asked.
struct VersionDetails
{
    QList<TlsVersion> accepted;

    friend bool operator==(const VersionDetails &, const VersionDetails &) = default;
};

/// protocol.rejected: what the server's own words say of the reason.
struct RejectionDetails
{
    bool isSwitchedOff = false; ///< The protocol is not to be had.
    bool isBlockListed = false; ///< This computer's address is on a block list.
    bool isTemporary = false; ///< It may be otherwise later.

    friend bool operator==(const RejectionDetails &, const RejectionDetails &) = default;
};

/// starttls.not-offered
struct OfferDetails
{
    /// A capability was overwritten on the way, as middle boxes do: `XXXXXXXA`.
    bool isOverwritten = false;

    friend bool operator==(const OfferDetails &, const OfferDetails &) = default;
};

/// tls.handshake-failed
struct FailureDetails
{
    bool isSilent = false; ///< The server did not answer at all, where others fail with an answer.

    friend bool operator==(const FailureDetails &, const FailureDetails &) = default;
};

/// certificate.name-mismatch: the names that it has.
struct NameDetails
{
    QStringList names;

    friend bool operator==(const NameDetails &, const NameDetails &) = default;
};

/// certificate.unknown-issuer, certificate.incomplete-chain
struct IssuerDetails
{
    QString issuer; ///< Empty: the certificate does not name it.

    friend bool operator==(const IssuerDetails &, const IssuerDetails &) = default;
};

/// certificate.expired, certificate.not-yet-valid, certificate.expires-soon
struct DateDetails
{
    QDateTime date; ///< UTC; when the certificate ended, begins or ends.
    QDateTime judgedAt; ///< UTC; by this computer's clock.
    QString authority; ///< Whose certificate it is, if it is not the server's own. Else empty.

    bool isKnown() const { return date.isValid() && judgedAt.isValid(); }
    friend bool operator==(const DateDetails &, const DateDetails &) = default;
};

/// certificate.intercepted
struct InterceptionDetails
{
    QString product; ///< That reads along; empty: not known.
    QStringList domains; ///< Whose servers show the same authority, where that is how it was seen.

    friend bool operator==(const InterceptionDetails &, const InterceptionDetails &) = default;
};

/// std::monostate: nothing is known beyond the code.
using DiagnosisDetails = std::variant<std::monostate, VersionDetails, RejectionDetails,
    OfferDetails, FailureDetails, NameDetails, IssuerDetails, DateDetails, InterceptionDetails>;

} // namespace postern
