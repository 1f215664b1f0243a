// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace postern {

/// A signed certificate timestamp that is embedded in a certificate (RFC 6962, 3.3).
struct EmbeddedTimestamp
{
    QByteArray logId; ///< Lower-case hex.
    QDateTime timestamp; ///< UTC

    friend bool operator==(const EmbeddedTimestamp &, const EmbeddedTimestamp &) = default;
};

/// What the extensions of a certificate say (RFC 5280, 4.2), ready to show: every text is inert, and
/// lists end after as many entries as anybody reads.
struct CertificateExtensions
{
    /// RFC 5280's words, `digitalSignature`; absent: the extension is, and nothing is forbidden.
    std::optional<QStringList> keyUsage;
    /// `serverAuth`, or an object identifier; absent likewise.
    std::optional<QStringList> extendedKeyUsage;
    std::optional<bool> isAuthority; ///< basicConstraints; absent likewise.
    std::optional<int> pathLength; ///< How many authorities may follow; absent: any number.
    QStringList policies; ///< Object identifiers.
    QStringList ocspUrls;
    QStringList caIssuersUrls;
    QStringList crlUrls;
    QList<EmbeddedTimestamp> timestamps;
    bool mustStaple = false; ///< RFC 7633: the server has to staple an OCSP response.
    QByteArray subjectKeyId; ///< Lower-case hex; empty: absent.
    QByteArray authorityKeyId; ///< Likewise.
    QStringList critical; ///< Names of those that nobody may overlook.

    friend bool operator==(const CertificateExtensions &, const CertificateExtensions &) = default;
};

} // namespace postern
