// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

/// The longest text from a server that is shown in one place, in characters: enough for any
/// honest reply line, too little to push buttons off a window.
constexpr int maxShownCharacters = 300;

/// What a server, certificate or file said, made safe to show, to log and to copy: one line,
/// control, bidirectional and invisible characters as `\x1b` or `\u202e`, at most
/// @p maxCharacters (cut in the middle). Never use the text of others without it.
[[nodiscard]] QString inertText(const QString &text, int maxCharacters = maxShownCharacters);
/// The same for bytes: UTF-8 where it is valid, otherwise each byte over 0x7f as `\xNN`.
[[nodiscard]] QString inertText(const QByteArray &bytes, int maxCharacters = maxShownCharacters);

/// Whether all of @p text is visible characters and single-cell spaces: no line end, no control or
/// format character that could make it look like something else.
[[nodiscard]] bool isPlainText(const QString &text);

} // namespace postern
