// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/serversetting.h"

#include <optional>

namespace postern {

/// The outcome: who, and which servers. What exports are made of.
struct AccountSettings
{
    QString displayName; ///< The user's name as typed; may be empty.
    QString address; ///< Empty where only a domain was asked for.
    QString domain;
    std::optional<ServerSetting> incoming;
    std::optional<ServerSetting> outgoing;

    friend bool operator==(const AccountSettings &, const AccountSettings &) = default;
};

} // namespace postern
