// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoservers.h"
#include "setup/realservices.h"
#include "setup/setupsession.h"
#include "setupwizard.h"
#include "theme.h"

#include "support/patience.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

namespace postern {

/// One run of the program: everything that it builds, on given servers and a given store.
class Run
{
public:
    Run(const DemoServers &servers, const QString &trustStore, const QList<Certificate> &roots = {})
        : Run(hostAndPort(servers.nameServerHost(), servers.nameServerPort()), trustStore, roots)
    {
    }

    Run(const QString &nameServer, const QString &trustStore, const QList<Certificate> &roots = {})
        : m_services({nameServer, roots, trustStore}),
          session(m_services.setupServices(), m_services.trustStore()),
          wizard(session)
    {
        wizard.resize(900, 640);
        wizard.show();
        wizard.activateWindow();
    }

private:
    RealServices m_services;

public:
    SetupSession session;
    SetupWizard wizard;

    template <typename T>
    T *find(const QString &name)
    {
        return wizard.currentPage()->findChild<T *>(name);
    }

    QString textOf(const QString &label)
    {
        const auto *found = find<QLabel>(label);
        return found ? found->text() : QString();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : &wizard, key, modifiers);
    }

    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    bool isOn(PageId page) const { return wizard.currentId() == page; }

    /// From the first page, by keys alone, until the search is over.
    void search(const QString &address)
    {
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
        press(Qt::Key_A, Qt::AltModifier); // E-mail &address
        type(address);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isOn(DetectionPageId), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(session.state().phase, SetupState::Phase::Finished, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(wizard.currentPage()->isComplete(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(wizard.button(QWizard::NextButton)->isEnabled(), patienceMs);
    }

    /// On from there to the last page, the certificate accepted for now.
    void acceptAndFinish()
    {
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isOn(CertificatePageId), patienceMs);
        find<QAbstractButton>(QStringLiteral("acceptOnce"))->click();
        for (const PageId page : {SettingsPageId, FinishPageId}) {
            press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(isOn(page), patienceMs);
        }
    }

    /// The target of an export, on the last page.
    void chooseTarget(const QString &name)
    {
        auto *targets = find<QListWidget>(QStringLiteral("targets"));
        for (int row = 0; row < targets->count(); ++row) {
            if (targets->item(row)->data(Qt::UserRole).toString() == name)
                targets->setCurrentRow(row);
        }
    }
};

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs a suite with the looks of the program, settings of its own, and in English.
template <typename Suite>
int runWizardSuite(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("postern"));
    QLocale::setDefault(QLocale::c());
    Theme::apply(application, ColorScheme::Light);
    Suite suite;
    return QTest::qExec(&suite, argc, argv);
}

} // namespace postern

#define POSTERN_WIZARD_MAIN(Suite)                                                                 \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        return postern::runWizardSuite<Suite>(argc, argv);                                         \
    }
