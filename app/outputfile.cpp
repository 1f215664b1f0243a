// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputfile.h"

#include "base/privatefile.h"
#include "console.h"

#include <QCoreApplication>

namespace postern {

ExitCode writeOutput(const QString &path, const QByteArray &content)
{
    if (path.isEmpty()) {
        Console::print(content);
        return ExitCode::Success;
    }
    const auto written = writePrivateFile(path, content);
    if (!written) {
        Console::complain(
            QCoreApplication::translate("postern::ConsoleRunner", "%1 could not be written: %2.")
                .arg(path, written.error()));
        return ExitCode::NotWritten;
    }
    return ExitCode::Success;
}

} // namespace postern
