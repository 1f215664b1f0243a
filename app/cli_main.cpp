// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandhelp.h"
#include "commandline.h"
#include "console.h"
#include "consolerunner.h"
#include "translators.h"

#include <QGuiApplication>

#include <unistd.h>

#include <memory>
#include <string_view>

namespace {

/// Only a PDF needs fonts, and with them an application that has them; no window is ever opened.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]).find("report-pdf") == std::string_view::npos)
            continue;
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return std::make_unique<QGuiApplication>(argc, argv);
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace postern;
    using namespace Qt::StringLiterals;

    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"postern"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(POSTERN_VERSION));
    installTranslators(*application);

    const auto parsed = parseCommandLine(
        QCoreApplication::arguments(), {.isOutputTerminal = isatty(STDOUT_FILENO) == 1});
    if (!parsed) {
        Console::complain(parsed.error().message);
        Console::complain(CommandHelp::hintFor(QCoreApplication::arguments().value(1)));
        return static_cast<int>(ExitCode::WrongUsage);
    }
    ConsoleRunner runner(*parsed);
    QObject::connect(&runner, &ConsoleRunner::finished, application.get(),
        [](int code) { QCoreApplication::exit(code); });
    runner.start();
    return QCoreApplication::exec();
}
