// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sourcefile.h"

namespace postern {

/// The longest that a file of product code may be, in lines.
constexpr qsizetype maxFileLines = 400;
constexpr qsizetype maxReadmeLines = 25;

/// The words that product code may not use, where @p file uses one; comments do not count.
[[nodiscard]] QStringList wordFaults(const SourceFile &file);

/// Switches over enumerations of ours that have a default: a new enumerator would fall into it.
[[nodiscard]] QStringList switchFaults(const SourceFile &file);

/// Types other than Identity that say who somebody is.
[[nodiscard]] QStringList identityFaults(const SourceFile &file);

/// Whether the file has grown too long.
[[nodiscard]] QStringList lengthFaults(const SourceFile &file);

/// Whether the two SPDX lines stand at the top.
[[nodiscard]] QStringList licenceFaults(const SourceFile &file);

/// Whether a folder's README.md is there and short.
[[nodiscard]] QStringList readmeFaults(const SourceFile &readme);

} // namespace postern
