// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace postern::tlsalert {

// RFC 8446, 6: those that mean something to us
constexpr int closeNotify = 0;
constexpr int handshakeFailure = 40;
constexpr int protocolVersion = 70;
constexpr int insufficientSecurity = 71;
constexpr int certificateRequired = 116;

} // namespace postern::tlsalert
