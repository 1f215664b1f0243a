// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace postern {

/// Where a command writes: standard output and standard error, in UTF-8.
class Console
{
public:
    static void print(const QString &text); ///< To standard output.
    static void print(const QByteArray &bytes);
    /// Whether standard output did not take everything: a full disk, a closed pipe.
    [[nodiscard]] static bool hasLostOutput();
    static void complain(const QString &text); ///< To standard error, with a line end.
};

} // namespace postern
