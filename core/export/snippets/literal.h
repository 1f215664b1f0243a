// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

/// A text as a literal of the language, with its quotes. The text has no control characters.
using Literal = QString (*)(const QString &text);

/// JSON's form, which Python, JavaScript, Go, Java and C# read too.
[[nodiscard]] QString jsonLiteral(const QString &text);
/// In single quotes, where nothing but quotes and backslashes means anything.
[[nodiscard]] QString phpLiteral(const QString &text);
/// Visual Basic takes curly quotation marks for straight ones, so all but ASCII is written as codes.
[[nodiscard]] QString visualBasicLiteral(const QString &text);

} // namespace postern
