// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/filewriter.h"

#include <QFile>
#include <QSaveFile>

namespace postern {

Result<FileWritten, QString> writePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return Failure{file.errorString()};
    return FileWritten{};
}

} // namespace postern
