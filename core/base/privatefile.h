// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace postern {

struct FileToWrite
{
    QString path;
    QByteArray content;
};

struct FileWritten
{
};

struct WriteFailure
{
    QString path;
    QString reason; ///< The system's text.
};

/// Writes files that only their owner can read; those that are there are replaced, each in one step.
/// None is touched before all of them lie ready beside their places.
[[nodiscard]] Result<FileWritten, WriteFailure> writePrivateFiles(const QList<FileToWrite> &files);

/// The same for one. The failure is the system's text.
[[nodiscard]] Result<FileWritten, QString> writePrivateFile(
    const QString &path, const QByteArray &content);

} // namespace postern
