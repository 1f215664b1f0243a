// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"

#include <QString>

#include <optional>

namespace postern {

/// What the user knows of one server; whatever is absent is found out.
struct ServerWish
{
    HostName host; ///< Empty: unknown.
    std::optional<quint16> port;
    std::optional<Security> security;

    friend bool operator==(const ServerWish &, const ServerWish &) = default;
};

/// What the user said about the settings that are looked for.
struct SearchWishes
{
    std::optional<Protocol> incoming; ///< Imap or Pop3; absent: whichever works.
    ServerWish imap;
    ServerWish pop3;
    ServerWish smtp;

    [[nodiscard]] const ServerWish &of(Protocol protocol) const;
    [[nodiscard]] ServerWish &of(Protocol protocol);

    friend bool operator==(const SearchWishes &, const SearchWishes &) = default;
};

} // namespace postern
