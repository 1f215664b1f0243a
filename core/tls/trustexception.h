// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/tlsfinding.h"

#include <QByteArray>
#include <QDateTime>

namespace postern {

/// "This certificate, on this host and port, in spite of these findings": the narrowest thing
/// a user can accept (RFC 8314, 5.4). It never makes anything else acceptable.
struct TrustException
{
    /// How long it lasts.
    enum class Duration { ThisRun, UntilWithdrawn };

    QString host; ///< Canonical.
    quint16 port = 0;
    QByteArray sha256; ///< Of the server's own certificate; lower-case hex.
    QByteArray spkiSha256; ///< Of its key, to tell a renewal from another key.
    QList<TlsFinding::Kind> findings; ///< Those that were shown and accepted.
    QDateTime acceptedAt; ///< UTC
    Duration duration = Duration::ThisRun;
    QByteArray certificatePem; ///< To show beside a new one when the server changes it.

    friend bool operator==(const TrustException &, const TrustException &) = default;
};

} // namespace postern
