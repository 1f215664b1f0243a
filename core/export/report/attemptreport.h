// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/attempt.h"
#include "export/report/reportblock.h"

namespace postern {

/// The attempts: all of them in a table, and each that came to a server on its own.
void appendAttempts(ReportBlocks &blocks, const QList<Attempt> &attempts);

/// What is wrong, why, what to do, and the raw fact behind it.
void appendDiagnosis(ReportBlocks &blocks, const Diagnosis &diagnosis);

/// The first @p most of @p values: documents may be endless.
template <typename T>
[[nodiscard]] QList<T> firstOf(const QList<T> &values, qsizetype most)
{
    return values.first(qMin(values.size(), most));
}
/// Says that something was left out, where it was.
void appendCutNote(ReportBlocks &blocks, bool isCut);

/// Inert, and on one line.
[[nodiscard]] QString shownText(const QString &text);
/// `host:port`
[[nodiscard]] QString placeText(const Endpoint &endpoint);
[[nodiscard]] QString securityName(Security security);

/// Whether the attempt came to a server, and not merely to a name.
[[nodiscard]] bool isReached(const ProbeReport &report);

} // namespace postern
