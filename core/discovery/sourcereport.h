// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/source.h"

namespace postern {

/// What one source of settings brought.
struct SourceReport
{
    enum class State { Running, Found, None, Failed, Cancelled };

    Source source = Source::Guess;
    State state = State::Running;
    double elapsedMs = 0;
    QString origin; ///< The records or addresses that answered.
    QString detail; ///< What else is worth knowing; inert.

    friend bool operator==(const SourceReport &, const SourceReport &) = default;
};

/// The contract's names: `found`, `none`, `failed`, `cancelled`, `running`.
[[nodiscard]] QString toString(SourceReport::State state);
[[nodiscard]] std::optional<SourceReport::State> sourceStateFromString(const QString &name);

} // namespace postern
