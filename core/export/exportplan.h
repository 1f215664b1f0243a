// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/privatefile.h"
#include "export/exporttarget.h"

namespace postern {

/// Where the files of an export go, and what is there already.
struct ExportPlan
{
    QList<FileToWrite> files; ///< In the options' folder; the first has the name that they say.
    QString difference; ///< What writing would change, as by differenceFrom(); empty: nothing.
    QString writtenTwice; ///< A path that two of the files would have; then nothing may be written.
};

/// Looks at the places; writes nothing.
[[nodiscard]] ExportPlan planExport(const QList<ExportedFile> &files, const ExportOptions &options);

} // namespace postern
