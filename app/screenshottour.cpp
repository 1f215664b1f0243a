// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshottour.h"

#include "theme.h"
#include "trust/trustwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTimer>

namespace postern {

using namespace Qt::StringLiterals;

ScreenshotTour::ScreenshotTour(
    WizardApplication &application, const QString &directory, QObject *parent)
    : QObject(parent),
      m_application(application),
      m_directory(directory)
{
    planFirstVisit();
    planChangedCertificate();
    planFailures();
}

void ScreenshotTour::start()
{
    m_hasFailed = !m_directory.mkpath(u"."_s);
    m_application.wizard().resize(900, 640);
    m_application.wizard().show();
    SetupWizard &wizard = m_application.wizard();
    connect(&wizard, &QWizard::currentIdChanged, this, &ScreenshotTour::goOn, Qt::QueuedConnection);
    for (const int id : wizard.pageIds())
        connect(wizard.page(id), &QWizardPage::completeChanged, this, &ScreenshotTour::goOn,
            Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &ScreenshotTour::goOn, Qt::QueuedConnection);
}

void ScreenshotTour::goOn()
{
    if (m_isActing)
        return; // taking a picture delivers events
    m_isActing = true;
    while (!m_hasFailed && m_next < m_steps.size() && m_steps[m_next].isDue())
        m_steps[m_next++].act();
    m_isActing = false;
    if (m_hasFailed || m_next == m_steps.size())
        emit finished(m_hasFailed ? 1 : 0);
}

void ScreenshotTour::planFirstVisit()
{
    SetupWizard &wizard = m_application.wizard();
    m_steps.push_back({[this] { return isOn(IdentityPageId); },
        [this] {
            shootFirstPage();
            m_application.startDemonstration();
            connect(&m_application.session(), &SetupSession::stateChanged, this,
                &ScreenshotTour::goOn, Qt::QueuedConnection);
        }});
    m_steps.push_back({[this] { return isOn(DetectionPageId) && hasReports(); },
        [this] {
            shoot(u"2-search-running"_s);
            click(u"again"_s); // taking pictures has spoilt the times
        }});
    m_steps.push_back({[this] { return isOn(DetectionPageId) && isSearchOver(); },
        [&, this] {
            shoot(u"2-search"_s);
            expand(u"details"_s);
            shoot(u"2-search-details"_s);
            auto *tabs = wizard.currentPage()->findChild<QTabWidget *>(u"detailTabs"_s);
            tabs->setCurrentIndex(tabs->count() - 1);
            shoot(u"2-search-timeline"_s);
            tabs->setCurrentIndex(0);
            wizard.next();
        }});
    planSettings();
}

/// From the decision about the certificate to the end.
void ScreenshotTour::planSettings()
{
    SetupWizard &wizard = m_application.wizard();
    m_steps.push_back({[this] { return isOn(CertificatePageId); },
        [&, this] {
            shoot(u"3-certificate"_s);
            expand(u"allAboutCertificate"_s);
            shoot(u"3-certificate-details"_s);
            click(u"acceptAndRemember"_s);
            wizard.next();
        }});
    m_steps.push_back({[this] { return isOn(SettingsPageId); },
        [&, this] {
            shoot(u"4-settings"_s);
            shootDetails();
            shootTrust();
            click(u"inspectAgain"_s);
            connect(m_application.inspector(), &InspectorWindow::settled, this,
                &ScreenshotTour::goOn, Qt::QueuedConnection);
        }});
    m_steps.push_back({[this] { return m_application.inspector()->isSettled(); },
        [&, this] {
            shootInspector();
            wizard.next();
        }});
    m_steps.push_back({[this] { return isOn(FinishPageId); }, [this] { shoot(u"5-finish"_s); }});
}

/// The same once more with another certificate: the wizard must ask again.
void ScreenshotTour::planChangedCertificate()
{
    SetupWizard &wizard = m_application.wizard();
    m_steps.push_back({[] { return true; },
        [&, this] {
            m_application.demonstration()->replaceCertificate();
            wizard.restart();
            wizard.next();
            click(u"again"_s);
        }});
    m_steps.push_back(
        {[this] { return isOn(DetectionPageId) && isSearchOver(); }, [&] { wizard.next(); }});
    m_steps.push_back({[this] { return isOn(CertificatePageId); },
        [this] { shoot(u"3-certificate-changed"_s); }});
}

/// What is shown where there is nothing, or not all of it.
void ScreenshotTour::planFailures()
{
    SetupWizard &wizard = m_application.wizard();
    m_steps.push_back({[] { return true; },
        [&, this] {
            wizard.restart();
            type(u"address"_s, u"alice@nowhere.example"_s);
            wizard.next();
        }});
    m_steps.push_back({[this] { return isOn(DetectionPageId) && isSearchOver(); },
        [&, this] {
            shoot(u"2-search-nothing-found"_s);
            wizard.restart();
            type(u"address"_s, m_application.demonstration()->address());
            expand(u"knowMyServer"_s);
            type(u"outgoingHost"_s, u"nowhere.example"_s);
            wizard.next();
        }});
    m_steps.push_back({[this] { return isOn(DetectionPageId) && isSearchOver(); },
        [&, this] {
            shoot(u"2-search-one-direction"_s);
            wizard.next();
        }});
    m_steps.push_back({[this] { return isOn(CertificatePageId); },
        [&, this] {
            click(u"acceptOnce"_s);
            wizard.next();
        }});
    m_steps.push_back({[this] { return isOn(SettingsPageId); },
        [this] { shoot(u"4-settings-one-direction"_s); }});
}

bool ScreenshotTour::isOn(PageId page) const
{
    return m_application.wizard().currentId() == page;
}

bool ScreenshotTour::hasReports() const
{
    const SetupState &state = m_application.session().state();
    return state.pending < state.attempts.size();
}

bool ScreenshotTour::isSearchOver() const
{
    // A page follows the session after a moment, and its buttons with it.
    const SetupWizard &wizard = m_application.wizard();
    return m_application.session().state().phase == SetupState::Phase::Finished
        && wizard.button(QWizard::NextButton)->isEnabled() == wizard.currentPage()->isComplete();
}

void ScreenshotTour::shoot(const QString &name)
{
    shoot(name, m_application.wizard());
}

void ScreenshotTour::shoot(const QString &name, QWidget &window)
{
    for (const auto &[suffix, scheme] : looks()) {
        Theme::apply(*qApp, scheme);
        for (int pass = 0; pass < 8; ++pass) // a layout inside a layout settles in several
            QApplication::sendPostedEvents();
        m_hasFailed |= !window.grab().save(m_directory.filePath(u"%1-%2.png"_s.arg(name, suffix)));
    }
}

/// The desktop decides about direction and scale when the program starts; of each of them one look is
/// enough.
QList<std::pair<QString, ColorScheme>> ScreenshotTour::looks()
{
    if (QGuiApplication::layoutDirection() == Qt::RightToLeft)
        return {{u"rtl"_s, ColorScheme::Light}};
    if (qApp->devicePixelRatio() > 1)
        return {{u"200"_s, ColorScheme::Light}};
    return {{u"dark"_s, ColorScheme::Dark}, {u"light"_s, ColorScheme::Light}};
}

void ScreenshotTour::shootFirstPage()
{
    shoot(u"1-account"_s);
    expand(u"knowMyServer"_s);
    shoot(u"1-account-known-server"_s);
    expand(u"whereToLook"_s);
    shoot(u"1-account-where-to-look"_s);
    shootExplainer();
    shootHelp();
}

void ScreenshotTour::shootDetails()
{
    expand(u"settingsDetails"_s);
    auto *tabs = m_application.wizard().currentPage()->findChild<QTabWidget *>(u"detailTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        shoot(u"4-settings-details-%1"_s.arg(tab + 1));
    }
}

void ScreenshotTour::shootTrust()
{
    click(u"acceptedCertificates"_s);
    auto *window = m_application.wizard().findChild<TrustWindow *>();
    shoot(u"accepted-certificates"_s, *window);
    window->close();
}

void ScreenshotTour::shootInspector()
{
    InspectorWindow &window = *m_application.inspector();
    auto *tabs = window.findChild<QTabWidget *>(u"detailTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        shoot(u"inspector-%1"_s.arg(tab + 1), window);
    }
    window.close();
}

void ScreenshotTour::shootExplainer()
{
    collapse(u"knowMyServer"_s);
    collapse(u"whereToLook"_s);
    expand(u"whatDoesItMean"_s);
    m_application.wizard()
        .findChild<QPlainTextEdit *>(u"errorText"_s)
        ->setPlainText(u"[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:992)"_s);
    shoot(u"1-account-error"_s);
    collapse(u"whatDoesItMean"_s);
}

void ScreenshotTour::shootHelp()
{
    m_application.wizard().openHelp();
    auto *help = m_application.wizard().findChild<QDialog *>(u"help"_s);
    shoot(u"help"_s, *help);
    help->close();
}

void ScreenshotTour::expand(const QString &objectName)
{
    m_application.wizard().findChild<QAbstractButton *>(objectName)->setChecked(true);
    QApplication::sendPostedEvents();
}

void ScreenshotTour::collapse(const QString &objectName)
{
    m_application.wizard().findChild<QAbstractButton *>(objectName)->setChecked(false);
    QApplication::sendPostedEvents();
}

void ScreenshotTour::type(const QString &objectName, const QString &text)
{
    m_application.wizard().findChild<QLineEdit *>(objectName)->setText(text);
}

void ScreenshotTour::click(const QString &objectName)
{
    m_application.wizard().findChild<QAbstractButton *>(objectName)->click();
}

} // namespace postern
