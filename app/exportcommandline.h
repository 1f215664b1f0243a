// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandoptions.h"

namespace postern {

using Parsed = Result<ParsedCommand, UsageError>;

/// The options of `export`, and what reads them.
void addExportOptions(QCommandLineParser &parser);
[[nodiscard]] Parsed parseExport(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common);

} // namespace postern
