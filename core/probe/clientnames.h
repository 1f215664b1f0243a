// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dialogue.h"

#include <QHostAddress>

namespace postern {

/// How a client at @p localAddress names itself on one connection: a tag that is hard to guess, so
/// that no answer can be prepared before the question (RFC 9051, 2.2.1), and an address literal
/// (RFC 5321, 4.1.3), which tells a server nothing that it does not see anyway.
[[nodiscard]] DialogueNames clientNames(const QHostAddress &localAddress);

} // namespace postern
