// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/errortexts.h"

#include <QByteArray>

namespace postern {

/// `postern.explanation/1`: what an error text means, the likeliest first.
[[nodiscard]] QByteArray writeExplanationDocument(
    const QString &text, const QList<ErrorMeaning> &meanings);

} // namespace postern
