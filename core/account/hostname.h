// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace postern {

enum class HostNameError { Empty, TooLong, InvalidCharacter, InvalidLabel };

/// The one canonical form of a host that everything uses: DNS, SNI, the certificate check,
/// what is shown and what is stored. A lower-case A-label name (RFC 5890) without a trailing
/// dot, or an IP address literal without brackets or zone.
[[nodiscard]] Result<QString, HostNameError> parseHostName(const QString &typed);

[[nodiscard]] bool isIpLiteral(const QString &host);

/// Whether @p host is @p domain or lies below it (both canonical).
[[nodiscard]] bool isWithinDomain(const QString &host, const QString &domain);

} // namespace postern
