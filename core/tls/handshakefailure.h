// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/fault.h"

#include <QString>

#include <optional>

namespace postern {

/// What is known when a handshake breaks.
struct HandshakeFailure
{
    QString libraryText; ///< QSslSocket::errorString()
    std::optional<int> alertReceived; ///< RFC 8446, 6
    bool hasAgreedCipher = false; ///< A suite was chosen and a certificate shown before it broke.
    bool isRemoteClosed = false; ///< The peer ended the connection (FIN or RST).
};

/// The cause and its evidence. Read from alert numbers and OpenSSL's error code, which is
/// stable and never translated, not from words.
[[nodiscard]] SeenFault explainHandshakeFailure(const HandshakeFailure &failure);

/// The name of an alert by RFC 8446, 6, such as `protocol_version`; its number if unknown.
[[nodiscard]] QString alertName(int alert);

} // namespace postern
