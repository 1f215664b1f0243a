// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Drives the wizard through one search and prints the longest time, in milliseconds, for which its
// event loop did not turn: for as long the window would not have answered.
//
//   wizardgap ADDRESS NAME-SERVER CA-FILE HOME

#include "certificate/certificatefile.h"
#include "setup/realservices.h"
#include "setupwizard.h"
#include "theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    using namespace postern;
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 64;
    Theme::apply(application, ColorScheme::Light);
    RealServices services(
        {arguments.at(2), certificatesInFile(arguments.at(3)), arguments.at(4) + u"/trust.json"_s});
    SetupSession session(services.setupServices(), services.trustStore());
    SetupWizard wizard(session);
    wizard.resize(900, 640);
    wizard.show();

    QElapsedTimer sinceTick;
    double longestMs = 0;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &application, [&] {
        longestMs = qMax(longestMs, static_cast<double>(sinceTick.nsecsElapsed()) / 1e6);
        sinceTick.restart();
    });
    QObject::connect(&session, &SetupSession::idle, &application, [&] {
        if (session.state().phase != SetupState::Phase::Finished)
            return;
        std::printf("%.1f %d\n", longestMs, static_cast<int>(session.state().detection.verdict));
        QCoreApplication::quit();
    });
    // The window is painted by then; what follows is the search alone.
    QTimer::singleShot(500, &application, [&] {
        wizard.findChild<QLineEdit *>(u"address"_s)->setText(arguments.at(1));
        sinceTick.start();
        tick.start(0);
        wizard.next();
    });
    return QApplication::exec();
}
