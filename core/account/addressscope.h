// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace postern {

/// Whether an address leads to this computer or its own network, not to the internet: loopback,
/// private, shared, link-local and unique local ones (RFC 6890), an IPv4-mapped one by what it maps.
[[nodiscard]] bool isLocalAddress(const QHostAddress &address);

} // namespace postern
