// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportinput.h"

#include <QStringList>

namespace postern {

/// Lines for a POSIX shell that make the connections of a report again: those of the settings with
/// what was accepted, and `openssl` for each server that came to something else. None of them sends
/// a password by itself. Certificates that they name lie beside the report.
[[nodiscard]] QStringList reproductionLines(const ExportInput &shown);

} // namespace postern
