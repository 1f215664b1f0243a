// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/emailaddress.h"
#include "account/endpoint.h"
#include "base/result.h"

#include <QStringList>

namespace postern {

/// A server of a configuration profile; every value was checked.
struct ProfileServer
{
    Endpoint endpoint;
    QString username; ///< Empty: asked for at the installation.

    friend bool operator==(const ProfileServer &, const ProfileServer &) = default;
};

/// The mail accounts of a profile.
struct MobileConfig
{
    EmailAddress address; ///< Of the first account that has a valid one; may be empty.
    QString displayName; ///< Plain text; may be empty.
    QList<ProfileServer> servers;
    QStringList skipped; ///< Why a server was left out; inert.

    friend bool operator==(const MobileConfig &, const MobileConfig &) = default;
};

constexpr qsizetype maxMobileConfigBytes = 256 * 1024;

/// Reads the payloads `com.apple.mail.managed` of an Apple configuration profile, an XML property
/// list. There is no key for STARTTLS, so a standard port says which mode is meant, and any other port
/// with UseSSL stands for implicit TLS. Pure; hostile input. The failure says what is wrong; inert.
[[nodiscard]] Result<MobileConfig, QString> readMobileConfig(const QByteArray &xml);

} // namespace postern
