// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/fault.h"
#include "tls/secondlook.h"
#include "tls/tlspolicy.h"

namespace postern {

/// What went wrong, now that the server was asked a second time: the fault that the answers prove, or
/// else the one that was seen; its evidence with what the server accepts. Pure.
[[nodiscard]] SeenFault faultAfter(const SeenFault &seen, const Endpoint &endpoint,
    const SecondLook &look, const TlsPolicy &policy);

} // namespace postern
