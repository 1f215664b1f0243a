// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

/// @p text as one word of a POSIX shell (POSIX.1-2017, 2.2.2), in quotes where it needs them.
[[nodiscard]] QString shellWord(QString text);

/// @p line, made of such words, as lines that a shell reads as one: broken between words, with a
/// backslash, where it would be longer than @p width characters. Comments are left as they are.
[[nodiscard]] QString foldedShellLine(const QString &line, qsizetype width);

} // namespace postern
