// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace postern {

/// The steps of one probe, in their order; a failure happens in exactly one.
enum class Stage { Resolve, Connect, Greeting, StartTls, Handshake, Capabilities };

/// The contract's names: `resolve`, `connect`, `greeting`, `starttls`, `handshake`, `capabilities`.
[[nodiscard]] QString toString(Stage stage);
[[nodiscard]] std::optional<Stage> stageFromString(const QString &name);

} // namespace postern
