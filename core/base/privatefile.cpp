// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefile.h"

#include <QFile>
#include <QSaveFile>

#include <memory>
#include <vector>

namespace postern {

Result<FileWritten, WriteFailure> writePrivateFiles(const QList<FileToWrite> &files)
{
    std::vector<std::unique_ptr<QSaveFile>> ready;
    for (const FileToWrite &file : files) {
        QSaveFile &beside = *ready.emplace_back(std::make_unique<QSaveFile>(file.path));
        if (!beside.open(QIODevice::WriteOnly)
            || !beside.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            || beside.write(file.content) != file.content.size() || !beside.flush())
            return Failure{WriteFailure{file.path, beside.errorString()}};
    }
    for (const auto &beside : ready) {
        if (!beside->commit())
            return Failure{WriteFailure{beside->fileName(), beside->errorString()}};
    }
    return FileWritten{};
}

Result<FileWritten, QString> writePrivateFile(const QString &path, const QByteArray &content)
{
    const auto written = writePrivateFiles({{path, content}});
    if (!written)
        return Failure{written.error().reason};
    return *written;
}

} // namespace postern
