// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"
#include "export/report/reportblock.h"

namespace postern {

/// Whether a format shows pictures; drawing them takes a third of the time.
enum class ReportPictures { None, Drawn };

/// The report on a detection; the first block is its title. Redacted where the options say so.
[[nodiscard]] ReportBlocks reportBlocks(const ExportInput &input, ReportPictures pictures);

/// The report, and beside it the certificates that its commands name.
[[nodiscard]] QList<ExportedFile> reportFiles(const ExportInput &input, const ExportedFile &report);

/// The report's file name, without its ending.
[[nodiscard]] QString reportName(const ExportInput &input);

} // namespace postern
