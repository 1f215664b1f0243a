// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsfile.h"

#include "console.h"
#include "inputfile.h"
#include "setup/openedadvice.h"

namespace postern {

QString useSettingsFile(DetectCommand &command)
{
    const QString path = command.settingsFile;
    if (path.isEmpty())
        return {};
    const auto content = readInput(path);
    if (!content)
        return content.error();
    const EmailAddress &typed = command.request.identity.address();
    const auto opened = openSettings(*content, typed);
    if (!opened)
        return OpenedAdvice::refusalText(opened.error(), inputName(path));
    Console::complain(OpenedAdvice::textFor(*opened));
    if (const QString note = OpenedAdvice::otherPersonText(*opened, typed); !note.isEmpty())
        Console::complain(note);
    DetectionRequest request = checkOf(*opened);
    request.tls = command.request.tls;
    request.timeout = command.request.timeout;
    command.request = request;
    return {};
}

} // namespace postern
