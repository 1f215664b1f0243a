// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputfile.h"

#include "document/documenterror.h"

#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

namespace postern {

using namespace Qt::StringLiterals;

Result<QByteArray, QString> readInput(const QString &path)
{
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(STDIN_FILENO, QIODevice::ReadOnly)
                                       : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Failure{
            QCoreApplication::translate("postern::ConsoleRunner", "%1 cannot be read: %2.")
                .arg(path, file.errorString())};
    QByteArray content;
    while (content.size() <= maxDocumentBytes) { // a pipe gives what it has
        const QByteArray more = file.read(maxDocumentBytes + 1 - content.size());
        if (more.isEmpty())
            break;
        content += more;
    }
    return content;
}

QString inputName(const QString &path)
{
    return path == "-"_L1 ? QCoreApplication::translate("postern::ConsoleRunner", "Standard input")
                          : path;
}

} // namespace postern
