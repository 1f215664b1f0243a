// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"

#include <QStringList>

namespace postern {

/// Settings for one server, proven to work; the contract's "setting".
struct ServerSetting
{
    Endpoint endpoint;
    QString username;
    QStringList authentication; ///< Mechanisms, strongest first, as advertised.
    QStringList publishedAuthentication; ///< What the source says of it, in its words and order.
    QString source; ///< `srv`, `guess`, `user` …
    QString origin;
    bool isTrusted = false; ///< Verified TLS, no decision of the user involved.
    bool isUntrusted = false; ///< See Offer, whatever the user has agreed to.
    bool isForeign = false;
    QStringList needsConsent; ///< Diagnosis codes the user must accept first.
    QString tlsVersion; ///< Empty for plaintext.

    friend bool operator==(const ServerSetting &, const ServerSetting &) = default;
};

} // namespace postern
