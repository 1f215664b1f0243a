// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/attempt.h"
#include <QByteArray>

namespace postern {

/// The stages of a document's attempts as bars on one scale of ms, in SVG; empty where none was
/// made. What an attempt is called stands before its bars.
[[nodiscard]] QByteArray timelinePicture(const QList<Attempt> &attempts);

} // namespace postern
