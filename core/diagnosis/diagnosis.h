// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/stage.h"
#include "diagnosis/problem.h"
#include "tls/tlsversion.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace postern {

/// One thing that was found out about an endpoint, with the raw fact behind it.
struct Diagnosis
{
    Problem problem = Problem::ProtocolClosed;
    Stage stage = Stage::Resolve;
    Severity severity = Severity::Error;
    Endpoint endpoint;
    QString evidence; ///< Inert.
    QList<TlsVersion> versions; ///< That the server accepts, where it was asked, oldest first.
    QStringList names; ///< Of the certificate, where the name is the trouble; inert.
    /// Of the missing issuer, of a certificate behind the server's own, or of the product that reads
    /// along; inert. Empty: not the matter, or unknown.
    QString about;
    QDateTime date; ///< UTC; when the certificate ended, ends or begins, where that is the matter.
    QDateTime now; ///< UTC; when it was judged.
    /// A capability was overwritten on the way, as middle boxes do: `XXXXXXXA`.
    bool isOverwritten = false;
    /// The server turned this computer away because its address is on a block list.
    bool isBlockListed = false;
    bool isSwitchedOff = false; ///< By the server's own words the protocol is not to be had.
    bool isSilent = false; ///< The server did not answer at all, where others fail with an answer.
    bool isExample = false; ///< Of no server; nothing is known of what else happened.
    bool isTemporary = false; ///< The server said that it may be otherwise later.
    QList<Endpoint> alsoAt; ///< Where else the same was found, where one sentence tells of all.

    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

} // namespace postern
