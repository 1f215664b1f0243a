// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostname.h"

#include <optional>

namespace postern {

/// A server as it is typed: `HOST`, `HOST:PORT`, `[ADDRESS]:PORT`.
struct HostPort
{
    HostName host;
    quint16 port = 0; ///< 0: not given.

    friend bool operator==(const HostPort &, const HostPort &) = default;
};

/// Absent where @p typed is nothing of that kind.
[[nodiscard]] std::optional<HostPort> parseHostPort(const QString &typed);

} // namespace postern
