// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputfile.h"

#include "export/detectiondocument.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace postern {

using namespace Qt::StringLiterals;

Result<QByteArray, QString> readInput(const QString &path)
{
    QFile file(path);
    const bool isOpen
        = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Failure{
            QCoreApplication::translate("postern::ConsoleRunner", "%1 cannot be read: %2.")
                .arg(path, file.errorString())};
    return file.read(maxDocumentBytes + 1);
}

} // namespace postern
