// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitcode.h"

#include <QByteArray>
#include <QString>

namespace postern {

/// Writes @p content to a private file, or to standard output where @p path is empty; complains
/// where that fails.
[[nodiscard]] ExitCode writeOutput(const QString &path, const QByteArray &content);

} // namespace postern
