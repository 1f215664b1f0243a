// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>

namespace postern {

/// The stages of a document's attempts as bars on one scale of ms, in SVG; empty where none was
/// made. What an attempt is called stands before its bars.
[[nodiscard]] QByteArray timelinePicture(const QJsonArray &attempts);

} // namespace postern
