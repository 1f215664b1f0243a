// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/identity.h"
#include "diagnosis/serversetting.h"

#include <optional>

namespace postern {

/// The outcome: who, and which servers.
struct AccountSettings
{
    Identity identity;
    std::optional<ServerSetting> incoming;
    std::optional<ServerSetting> outgoing;

    friend bool operator==(const AccountSettings &, const AccountSettings &) = default;
};

} // namespace postern
