// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"

namespace postern {

[[nodiscard]] ExportResult writeTextReport(const ExportInput &input);
/// CommonMark with tables, for tickets.
[[nodiscard]] ExportResult writeMarkdownReport(const ExportInput &input);
/// One page that needs nothing else.
[[nodiscard]] ExportResult writeHtmlReport(const ExportInput &input);
/// A4. Needs a QGuiApplication, for the fonts; its platform may be `offscreen`.
[[nodiscard]] ExportResult writePdfReport(const ExportInput &input);

} // namespace postern
