// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "probe/probecontext.h"
#include "tls/handshake.h"

namespace postern {

/// Judges what a server at @p endpoint showed: the handshake's findings, remarks, revocation and trust are
/// filled in. The exception that no longer serves there, if the user has to decide again.
[[nodiscard]] std::optional<TrustException> judgeHandshake(
    Handshake &handshake, const Endpoint &endpoint, const ProbeContext &context);

} // namespace postern
