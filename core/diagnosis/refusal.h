// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"

#include <QString>

namespace postern {

/// Whether a server that turns a client away says that its address is on a block list, or is of a
/// kind that it does not serve. Servers say so in words of their own; the names of the lists and a
/// few phrases are what they share.
[[nodiscard]] bool namesBlockList(const QString &reply);

/// Whether it says that the whole service is switched off, for everybody or for an account.
[[nodiscard]] bool saysSwitchedOff(const QString &reply);

/// Whether it says that it may be otherwise in a while: 421 (RFC 5321, 3.8), the response codes of
/// RFC 5530 and RFC 3206, or, for IMAP and POP3, that there are too many connections.
[[nodiscard]] bool isTemporaryRefusal(const QString &reply, Protocol protocol);

} // namespace postern
