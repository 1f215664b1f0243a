// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandhelp.h"
#include "commandline.h"
#include "console.h"
#include "consolerunner.h"
#include "translators.h"

#include <QCoreApplication>

#include <unistd.h>

int main(int argc, char **argv)
{
    using namespace postern;
    using namespace Qt::StringLiterals;

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"postern"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(POSTERN_VERSION));
    installTranslators(application);

    const auto parsed = parseCommandLine(
        QCoreApplication::arguments(), {.isOutputTerminal = isatty(STDOUT_FILENO) == 1});
    if (!parsed) {
        Console::complain(parsed.error().message);
        Console::complain(CommandHelp::hintFor(QCoreApplication::arguments().value(1)));
        return static_cast<int>(ExitCode::WrongUsage);
    }
    ConsoleRunner runner(*parsed);
    QObject::connect(&runner, &ConsoleRunner::finished, &application,
        [](int code) { QCoreApplication::exit(code); });
    runner.start();
    return QCoreApplication::exec();
}
