// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/tlsversion.h"

#include <QByteArray>

namespace postern {

/// The first message of a TLS client (RFC 8446, 4.1.2; RFC 5246, 7.4.1.2) that offers one version
/// and every suite, also those that the library behind Qt cannot speak. It is there to see what a
/// server answers and leads to no session: for TLS 1.3 it offers no key share, so that a server that
/// speaks it asks for one.
/// @p serverName is sent as SNI (an A-label); empty for an IP literal. @p random: 32 bytes.
[[nodiscard]] QByteArray clientHello(
    TlsVersion version, const QString &serverName, const QByteArray &random);

} // namespace postern
