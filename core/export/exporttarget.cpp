// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exporttarget.h"

#include "export/targets.h"

#include <algorithm>

namespace postern {

const QList<const ExportTarget *> &exportTargets()
{
    static const QList<const ExportTarget *> targets{
        &thunderbirdTarget,
        &thunderbirdQrTarget,
        &k9Target,
        &appleTarget,
        &evolutionTarget,
        &msmtpTarget,
        &mpopTarget,
        &mbsyncTarget,
        &neomuttTarget,
        &muttTarget,
        &fetchmailTarget,
        &getmailTarget,
        &offlineimapTarget,
        &aercTarget,
        &commandsTarget,
        &pythonTarget,
        &nodemailerTarget,
        &phpTarget,
        &goTarget,
        &jakartaTarget,
        &mailDllCSharpTarget,
        &mailDllVisualBasicTarget,
        &mailKitTarget,
        &systemNetMailTarget,
        &dnsTarget,
        &outlookTarget,
        &textReportTarget,
        &markdownReportTarget,
        &htmlReportTarget,
        &pdfReportTarget,
        &jsonTarget,
    };
    return targets;
}

const ExportTarget *exportTarget(const QString &name)
{
    const auto found = std::find_if(exportTargets().begin(), exportTargets().end(),
        [&name](const ExportTarget *target) { return target->name == name; });
    return found == exportTargets().end() ? nullptr : *found;
}

} // namespace postern
