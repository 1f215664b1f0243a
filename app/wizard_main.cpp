// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshottour.h"
#include "theme.h"
#include "translators.h"
#include "wizardapplication.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct Wishes
{
    QString pictures; ///< Where to; empty: none.
    bool isDemonstration = false;
    std::optional<HostPort> server; ///< To be looked at.
};

/// Ends the program where they are wrong.
Wishes wishesFrom(const QApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshots(u"screenshots"_s,
        QCoreApplication::translate("main", "Save pictures of every page to this directory."),
        QCoreApplication::translate("main", "directory"));
    const QCommandLineOption demonstration(
        u"demo"_s, QCoreApplication::translate("main", "Begin with the demonstration servers."));
    parser.addOptions({screenshots, demonstration});
    parser.addPositionalArgument(u"inspect HOST[:PORT]"_s,
        QCoreApplication::translate("main", "Look at one server only."),
        u"[inspect HOST[:PORT]]"_s);
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    const auto inspected = words.size() == 2 && words.constFirst() == "inspect"_L1
        ? parseHostPort(words.constLast())
        : std::nullopt;
    if (!words.isEmpty() && !inspected)
        parser.showHelp(64); // wrong usage, as for postern-cli
    return {parser.value(screenshots), parser.isSet(demonstration), inspected};
}

} // namespace

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;

    QApplication application(argc, argv);
    QApplication::setApplicationName(u"postern"_s);
    QApplication::setOrganizationName(u"postern"_s); // where QSettings keeps the window's size
    QApplication::setApplicationVersion(QStringLiteral(POSTERN_VERSION));
    QApplication::setWindowIcon(QIcon(u":/icons/postern.svg"_s));
    installTranslators(application);

    const Wishes wishes = wishesFrom(application);
    Theme::apply(application, Theme::desktopScheme());
    WizardApplication wizard;
    if (!wishes.pictures.isEmpty()) {
        ScreenshotTour tour(wizard, wishes.pictures);
        QObject::connect(&tour, &ScreenshotTour::finished, &application,
            [](int code) { QCoreApplication::exit(code); });
        tour.start();
        return QApplication::exec();
    }
    if (wishes.server) {
        wizard.inspect(InspectionTarget{*wishes.server, {}, {}});
        return QApplication::exec();
    }
    wizard.wizard().show();
    if (wishes.isDemonstration)
        wizard.startDemonstration();
    return QApplication::exec();
}
