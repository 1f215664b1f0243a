// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sourcefile.h"

namespace postern {

/// What one folder may include. Lists are separated by blanks.
struct Layer
{
    QString folder;
    QString folders; ///< Whole folders of the project, besides its own.
    QString headers; ///< Single headers of other folders.
    QString qtModules;
    QString libraries; ///< Other headers that end in `.h`, by their beginning; `*`: any.
};

/// The table, from the bottom up. Nothing may include a folder that stands below it.
[[nodiscard]] const QList<Layer> &layers();

/// What is wrong with the includes of @p file, one line each; @p paths are all files there are.
[[nodiscard]] QStringList includeFaults(const SourceFile &file, const QStringList &paths);

/// Circles of files that include each other, as `a.h -> b.h -> a.h`.
[[nodiscard]] QStringList includeCycles(const QList<SourceFile> &files);

} // namespace postern
