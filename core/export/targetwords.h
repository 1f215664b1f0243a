// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

/// What is said about a target, still to be translated (context `postern::ExportAdvice`).
struct TargetWords
{
    QLatin1StringView target;
    const char *name;
    const char *usage;
    const char *limit;
};

/// The words for @p target; of the last one where there is no such target.
[[nodiscard]] const TargetWords &wordsOfTarget(const QString &target);

} // namespace postern
