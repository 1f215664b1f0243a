// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace postern {

struct FileWritten
{
};

/// Writes a file that only its owner can read, whole or not at all; an existing one is replaced
/// in one step. The failure is the system's text.
[[nodiscard]] Result<FileWritten, QString> writePrivateFile(
    const QString &path, const QByteArray &content);

} // namespace postern
