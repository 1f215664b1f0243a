// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsfile.h"

#include "console.h"
#include "export/detectiondocument.h"
#include "setup/openedadvice.h"

#include <QFile>

namespace postern {

QString useSettingsFile(DetectCommand &command)
{
    const QString path = command.settingsFile;
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QCoreApplication::translate("postern::ConsoleRunner", "%1 cannot be read: %2.")
            .arg(path, file.errorString());
    const auto opened = openSettings(file.read(maxDocumentBytes + 1), command.request.address);
    if (!opened)
        return OpenedAdvice::refusalText(opened.error(), path);
    Console::complain(OpenedAdvice::textFor(*opened));
    DetectionRequest request = checkOf(*opened);
    request.tls = command.request.tls;
    request.timeout = command.request.timeout;
    command.request = request;
    return {};
}

} // namespace postern
