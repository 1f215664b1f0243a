// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sslobject.h"
#include "tls/handshake.h"

#include <QSslSocket>

namespace postern {

/// What was negotiated, as soon as the handshake of @p socket is complete; not judged yet.
/// @p serverName is the SNI that was sent.
[[nodiscard]] Handshake handshakeOf(
    const QSslSocket &socket, const SslObject &object, const QString &serverName);

} // namespace postern
