// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandoptions.h"

namespace postern {

using Parsed = Result<ParsedCommand, UsageError>;

/// The commands about one server that somebody names: `inspect` and `trust`.
[[nodiscard]] Parsed parseInspect(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common);
[[nodiscard]] Parsed parseTrust(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common);

} // namespace postern
