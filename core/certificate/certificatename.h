// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/x509handle.h"

#include <QString>

namespace postern {

/// Whether @p leaf is made out to @p host (canonical), by RFC 9525: dNSName for names,
/// iPAddress for addresses, never the common name.
[[nodiscard]] bool isNamedBy(X509 *leaf, const QString &host);

} // namespace postern
