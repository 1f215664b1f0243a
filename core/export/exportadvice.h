// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"

#include <QCoreApplication>

namespace postern {

/// The words for exports: what a target is, and why it refuses.
class ExportAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::ExportAdvice)
public:
    [[nodiscard]] static QString refusalText(ExportRefusal refusal);
    /// The target's name for people.
    [[nodiscard]] static QString targetName(const QString &target);
    /// Where the file goes, and what the target cannot express; two sentences.
    [[nodiscard]] static QString usageText(const QString &target);
};

} // namespace postern
