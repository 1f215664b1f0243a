// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/detectionrequest.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace postern {

/// Makes @p request one about an address or a domain; false where @p typed is neither.
[[nodiscard]] bool setSubject(DetectionRequest &request, const QString &typed);

/// 64 hexadecimal digits in lower case from `AA:BB:…`, with or without colons and blanks.
[[nodiscard]] std::optional<QByteArray> parseSha256(const QString &typed);

} // namespace postern
