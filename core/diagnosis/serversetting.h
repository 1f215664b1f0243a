// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/provenance.h"
#include "diagnosis/problem.h"
#include "tls/tlsversion.h"

#include <QStringList>

#include <optional>

namespace postern {

/// Settings for one server, proven to work; the contract's "setting".
struct ServerSetting
{
    Endpoint endpoint;
    QString username;
    QStringList authentication; ///< Mechanisms, strongest first, as advertised.
    QStringList publishedAuthentication; ///< What the source says of it, in its words and order.
    Provenance provenance; ///< Whatever the user has agreed to.
    bool isTrusted = false; ///< Verified TLS, no decision of the user involved.
    QList<Problem> needsConsent; ///< What the user must accept first.
    std::optional<TlsVersion> tlsVersion; ///< Absent for plaintext, or where nobody can tell.

    friend bool operator==(const ServerSetting &, const ServerSetting &) = default;
};

} // namespace postern
