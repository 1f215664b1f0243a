// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "export/exportinput.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace postern {

/// One file of an export.
struct ExportedFile
{
    QString suggestedName; ///< A bare file name, safe to use.
    QByteArray content;

    friend bool operator==(const ExportedFile &, const ExportedFile &) = default;
};

/// What a target writes: the file that was asked for, and what has to lie beside it.
using ExportResult = Result<QList<ExportedFile>, ExportRefusal>;

/// One format in which settings can be taken along: a pure function from what was found to files.
/// It never writes a password, and nothing weaker than what was tested; what its program cannot do
/// safely it refuses, with the reason.
struct ExportTarget
{
    /// For whom a target is; the order in which the groups are offered.
    enum class Group { Programs, Terminal, Developers, Administrators };

    QLatin1StringView name; ///< The contract's.
    Group group = Group::Programs;
    // Words, to be translated in the context `postern::ExportAdvice`.
    const char *title = nullptr; ///< The target's name for people.
    const char *usage = nullptr; ///< How the file is used, in two sentences.
    const char *limit = nullptr; ///< What the target cannot express.
    ExportResult (*write)(const ExportInput &) = nullptr;
    /// On what was found, whatever it is: it refuses nothing, and may be redacted.
    bool isReport = false;
};

/// Every target there is, in the order in which they are offered.
[[nodiscard]] const QList<const ExportTarget *> &exportTargets();
/// Null where there is no such target.
[[nodiscard]] const ExportTarget *exportTarget(const QString &name);

} // namespace postern
