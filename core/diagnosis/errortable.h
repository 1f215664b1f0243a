// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <initializer_list>
#include <span>

namespace postern {

/// What other programs say, and what it means.
struct ErrorText
{
    QLatin1StringView words; ///< Lower case, with single blanks for hyphens and underscores.
    QLatin1StringView program; ///< Whose words they usually are; empty: anybody's.
    std::initializer_list<Problem> problems; ///< The likeliest first.
    bool isVague = false; ///< Says little, and nothing where other words say more.
};

[[nodiscard]] std::span<const ErrorText> errorTable();

} // namespace postern
