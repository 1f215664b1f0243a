// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace postern {

/// @p text in pieces between which a line may end: long words are cut, behind a sign where they have
/// one, so that a narrow column neither bursts nor cuts short words. Joined, they are the text.
[[nodiscard]] QStringList wordPieces(const QString &text);

} // namespace postern
