// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/usernamerule.h"
#include "base/result.h"

#include <QStringList>

namespace postern {

/// One server of a configuration file; every value was checked.
struct AutoconfigServer
{
    Endpoint endpoint; ///< Plaintext only where the file says `plain`.
    UsernameRule username;
    QStringList authentication; ///< The file's words, in its order.

    friend bool operator==(const AutoconfigServer &, const AutoconfigServer &) = default;
};

struct AutoconfigFile
{
    QList<AutoconfigServer> servers; ///< In the file's order, which is the provider's preference.
    QList<HostName> domains; ///< That the file says it is for.
    QStringList skipped; ///< Why sections were left out; inert.

    friend bool operator==(const AutoconfigFile &, const AutoconfigFile &) = default;
};

constexpr qsizetype maxAutoconfigBytes = 64 * 1024; ///< Honest files have about 2 KiB.

/// Reads `config-v1.1.xml` (draft-ietf-mailmaint-autoconfig, 3) for @p domain, whose name it puts
/// in where a host name asks for it. Pure. A document type is refused (it could define entities
/// without end), unknown elements are skipped, and a broken server section spoils nothing but
/// itself. A host name that would carry the user's local part into the DNS is refused.
/// The failure says what is wrong with the whole file; inert.
[[nodiscard]] Result<AutoconfigFile, QString> readAutoconfig(
    const QByteArray &xml, const QString &domain);

} // namespace postern
