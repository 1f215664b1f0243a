// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace postern {

/// What a signed message (CMS, RFC 5652, DER) carries; empty where @p der is none. Who signed it is
/// not checked: whoever reads the content believes it no more than without a signature.
[[nodiscard]] QByteArray contentOfSigned(const QByteArray &der);

} // namespace postern
