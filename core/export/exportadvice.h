// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"

#include <QCoreApplication>

namespace postern {

/// The words for exports: what a target is, and why it refuses.
class ExportAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::ExportAdvice)
public:
    [[nodiscard]] static QString refusalText(ExportRefusal refusal);
    /// What to do instead; may be empty.
    [[nodiscard]] static QString wayOut(ExportRefusal refusal);
    /// That @p target writes another server than the recommended one, which its program cannot use;
    /// empty where it writes that, or nothing.
    [[nodiscard]] static QString alternativeText(
        const ExportTarget &target, const ExportInput &input);
    /// For whom the targets of a group are.
    [[nodiscard]] static QString groupName(ExportTarget::Group group);
    /// The target's name for people.
    [[nodiscard]] static QString targetName(const ExportTarget &target);
    /// How the file is used, in two sentences.
    [[nodiscard]] static QString usageText(const ExportTarget &target);
    /// What the target cannot express.
    [[nodiscard]] static QString limitText(const ExportTarget &target);
};

} // namespace postern
