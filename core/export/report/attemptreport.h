// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/report/reportblock.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace postern {

/// The attempts of a document: all of them in a table, and each that came to a server on its own.
void appendAttempts(ReportBlocks &blocks, const QJsonArray &attempts);

/// What is wrong, why, what to do, and the raw fact behind it.
void appendDiagnosis(ReportBlocks &blocks, const QJsonObject &diagnosis);

/// The first @p most of @p values, and whether there are more: documents may be endless.
[[nodiscard]] std::pair<QJsonArray, bool> firstOf(const QJsonArray &values, int most);
/// Says that something was left out, where it was.
void appendCutNote(ReportBlocks &blocks, bool isCut);

/// A text of the document, inert.
[[nodiscard]] QString shownText(const QJsonValue &value);
/// `host:port`
[[nodiscard]] QString placeOf(const QJsonObject &endpoint);
/// The words for `tls`, `starttls` and `none`.
[[nodiscard]] QString securityName(const QString &security);

} // namespace postern
