// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace postern {

/// Whether a dNSName of a certificate names @p host, by RFC 9525, 6.3: whole names of letters,
/// digits and hyphens; `*` only as the complete leftmost label, for exactly one label, and not
/// above a public suffix. @p presented is as it stands in the certificate (hostile bytes),
/// @p host canonical and not an IP literal.
[[nodiscard]] bool matchesDnsName(const QByteArray &presented, const QString &host);

/// Those of @p names that can name a server at all: hosts, wildcards and IP addresses. A certificate may
/// hold any words in their place.
[[nodiscard]] QStringList serverNamesIn(const QStringList &names);

} // namespace postern
