// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setupwizard.h"

#include "helpwindow.h"
#include "pages/certificate/certificatepage.h"
#include "pages/detection/detectionpage.h"
#include "pages/finish/finishpage.h"
#include "pages/identity/identitypage.h"
#include "pages/settings/settingspage.h"
#include "theme.h"
#include "trust/trustwindow.h"
#include "widgets/diagnosisview.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QListWidget>
#include <QShortcut>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthForSteps = 800; // below it the pages need all of the window

} // namespace

SetupWizard::SetupWizard(SetupSession &session, QWidget *parent)
    : QWizard(parent),
      m_session(&session),
      m_identity(new IdentityPage),
      m_detection(new DetectionPage),
      m_certificate(new CertificatePage),
      m_settings(new SettingsPage)
{
    setObjectName(u"setupWizard"_s);
    setWindowTitle(tr("Postern"));
    setWizardStyle(ModernStyle);
    setOption(NoBackButtonOnStartPage);
    setOption(NoBackButtonOnLastPage, false);
    setOption(NoCancelButtonOnLastPage);
    setOption(HaveHelpButton);
    setButtonText(HelpButton, tr("Help"));
    connect(this, &QWizard::helpRequested, this, &SetupWizard::openHelp);
    setButtonText(BackButton, tr("&Back"));
    setButtonText(NextButton, tr("&Next"));
    setButtonText(CancelButton, tr("Close"));
    setPixmap(LogoPixmap, QIcon(u":/icons/postern.svg"_s).pixmap(48, 48));
    setMinimumSize(640, 480);
    addPages();
    addSteps();
    addShortcuts();
    connect(this, &QWizard::currentIdChanged, this, &SetupWizard::onPageChanged);
    connect(m_identity, &IdentityPage::demonstrationRequested, this,
        &SetupWizard::demonstrationRequested);
    connect(m_identity, &IdentityPage::acceptedCertificatesWanted, this, &SetupWizard::openTrust);
    connect(m_settings, &SettingsPage::decisionNeeded, this, &SetupWizard::askAgain,
        Qt::QueuedConnection);
    connect(m_certificate, &CertificatePage::searchWanted, this, &SetupWizard::searchAgain,
        Qt::QueuedConnection);
    connect(m_certificate, &CertificatePage::decided, this, &QWizard::next, Qt::QueuedConnection);
    paintMainButtons();
}

void SetupWizard::useSession(SetupSession &session, const QString &address)
{
    m_session = &session;
    for (const int id : pageIds())
        setupPage(id)->setSession(session);
    m_identity->setAddress(address);
    if (m_trust)
        m_trust->setSession(session);
}

int SetupWizard::nextId() const
{
    const QList<int> ids = pageIds();
    const auto next = std::find_if(ids.begin(), ids.end(),
        [this](int id) { return id > currentId() && setupPage(id)->isNeeded(m_session->state()); });
    return next == ids.end() ? -1 : *next;
}

void SetupWizard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWizard::keyPressEvent(event);
        return;
    }
    // Escape stops or goes back; it never throws away what was typed.
    const bool isSearching = m_session->state().phase == SetupState::Phase::Searching;
    if (isSearching && currentId() == DetectionPageId)
        m_session->stop();
    else if (currentId() != IdentityPageId)
        back();
}

void SetupWizard::resizeEvent(QResizeEvent *event)
{
    QWizard::resizeEvent(event);
    if (m_steps)
        m_steps->setVisible(event->size().width() >= widthForSteps);
}

void SetupWizard::changeEvent(QEvent *event)
{
    QWizard::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMainButtons();
}

void SetupWizard::addPages()
{
    setPage(IdentityPageId, m_identity);
    setPage(DetectionPageId, m_detection);
    setPage(CertificatePageId, m_certificate);
    setPage(SettingsPageId, m_settings);
    setPage(FinishPageId, new FinishPage);
    for (const int id : pageIds()) {
        setupPage(id)->setSession(*m_session);
        connect(
            setupPage(id), &SetupPage::inspectionWanted, this, &SetupWizard::inspectionRequested);
    }
}

SetupPage *SetupWizard::setupPage(int id) const
{
    return static_cast<SetupPage *>(page(id)); // there are no others
}

void SetupWizard::addShortcuts()
{
    auto *details = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), this);
    connect(
        details, &QShortcut::activated, this, [this] { setupPage(currentId())->toggleDetails(); });
    auto *help = new QShortcut(QKeySequence(QKeySequence::HelpContents), this);
    connect(help, &QShortcut::activated, this, &SetupWizard::openHelp);
    for (DiagnosisView *view : findChildren<DiagnosisView *>())
        connect(view, &DiagnosisView::helpWanted, this, &SetupWizard::openHelpAt);
}

/// On what has the focus, or else on the page.
void SetupWizard::openHelp()
{
    QString anchor;
    for (QWidget *widget = focusWidget(); widget && anchor.isEmpty();
         widget = widget->parentWidget())
        anchor = widget->property(helpAnchorProperty).toString();
    openHelpAt(anchor.isEmpty() ? setupPage(currentId())->helpAnchor() : anchor);
}

void SetupWizard::openHelpAt(const QString &anchor)
{
    if (!m_help)
        m_help = new HelpWindow(this);
    m_help->openAt(anchor);
}

void SetupWizard::openTrust()
{
    if (!m_trust) {
        m_trust = new TrustWindow(this);
        m_trust->setSession(*m_session);
    }
    m_trust->show();
    m_trust->raise();
    m_trust->activateWindow();
}

void SetupWizard::addSteps()
{
    m_steps = new QListWidget;
    m_steps->setObjectName(u"steps"_s);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setFocusPolicy(Qt::NoFocus);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setFixedWidth(170);
    m_steps->viewport()->setAutoFillBackground(false);
    for (const int id : pageIds()) {
        auto *item = new QListWidgetItem(setupPage(id)->stepName());
        item->setFlags(Qt::ItemIsEnabled);
        item->setSizeHint({0, 5 * Theme::spacing});
        m_steps->addItem(item);
    }
    setSideWidget(m_steps);
    markStep(IdentityPageId);
}

void SetupWizard::markStep(int id)
{
    for (int step = 0; step < m_steps->count(); ++step) {
        QListWidgetItem *item = m_steps->item(step);
        QFont font = m_steps->font();
        font.setBold(step == id);
        item->setFont(font);
        item->setIcon(step < id ? Theme::icon(u"done"_s, ColorRole::Muted)
                : step == id    ? Theme::icon(u"forward"_s, ColorRole::Accent)
                                : Theme::icon(u"todo"_s, ColorRole::Muted));
    }
}

void SetupWizard::onPageChanged(int id)
{
    if (id < 0)
        return;
    markStep(id);
    orderButtons();
    paintMainButtons(); // every page has words of its own for them
    if (id == DetectionPageId && m_previousId == IdentityPageId)
        startDetection();
    else if (id == IdentityPageId)
        m_session->stop();
    else if (m_previousId == DetectionPageId)
        m_session->goOn();
    m_previousId = id;
}

/// From the settings to the page that asks about their certificates.
void SetupWizard::askAgain()
{
    while (currentId() > DetectionPageId)
        back();
    next();
}

void SetupWizard::searchAgain(const DetectionRequest &request)
{
    while (currentId() > DetectionPageId)
        back();
    m_session->detect(request);
}

/// A search for the same things is not made twice; what was found is shown again.
void SetupWizard::startDetection()
{
    const auto request = m_identity->request();
    const SetupState &state = m_session->state();
    const bool isKnown = state.phase == SetupState::Phase::Finished && request
        && state.request == *request && state.detection.settings.incoming
        && state.detection.settings.outgoing;
    if (request && !isKnown)
        m_session->detect(*request);
}

/// QWizard orders them as it made them; people read them from the left.
void SetupWizard::orderButtons()
{
    QWidget *before = button(HelpButton);
    for (const WizardButton which : {BackButton, NextButton, FinishButton, CancelButton}) {
        setTabOrder(before, button(which));
        before = button(which);
    }
}

/// The one button in colour is the one that Enter presses.
void SetupWizard::paintMainButtons()
{
    for (const WizardButton which : {NextButton, FinishButton}) {
        QAbstractButton *main = button(which);
        QPalette palette;
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            palette.setColor(group, QPalette::Button, palette.color(group, QPalette::Highlight));
            palette.setColor(
                group, QPalette::ButtonText, palette.color(group, QPalette::HighlightedText));
        }
        main->setMinimumWidth(
            main->fontMetrics().horizontalAdvance(main->text()) + 2 * Theme::margin);
        if (main->palette() != palette)
            main->setPalette(palette);
    }
}

} // namespace postern
