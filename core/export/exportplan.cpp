// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportplan.h"

#include "export/filechange.h"

#include <QSet>

namespace postern {

ExportPlan planExport(const QList<ExportedFile> &files, const ExportOptions &options)
{
    ExportPlan plan;
    QSet<QString> taken; // some file systems take capitals and small letters for the same
    for (const ExportedFile &file : files) {
        const bool isNamed = plan.files.isEmpty() && !options.fileName.isEmpty();
        const QString path
            = options.folder + u'/' + (isNamed ? options.fileName : file.suggestedName);
        if (taken.contains(path.toCaseFolded()))
            plan.writtenTwice = path;
        taken.insert(path.toCaseFolded());
        plan.files.append({path, file.content});
        plan.difference += differenceFrom(path, file.content);
    }
    return plan;
}

} // namespace postern
