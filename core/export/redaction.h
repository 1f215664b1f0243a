// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"

namespace postern {

/// A detection for a public ticket: `user` stands for the local part and for user names, the person's
/// name is left out, and so is every IP address, in the servers' words too; a server that has no
/// other name than its address is called `address-1.invalid` (RFC 2606). Of certificates only what
/// is said of them is left. It says of itself that it is redacted.
[[nodiscard]] Detection redacted(const Detection &detection);

} // namespace postern
