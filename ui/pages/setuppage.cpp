// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setuppage.h"

#include <QEvent>

#include <utility>

namespace postern {

namespace {

constexpr int refreshMs = 33; // thirty pictures a second

} // namespace

SetupPage::SetupPage(QWidget *parent) : QWizardPage(parent)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(this, &QWizardPage::completeChanged, this, [this] { m_wasComplete = isComplete(); });
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            render(m_session->state());
            if (hasCompletenessChanged())
                emit completeChanged();
        }
    });
}

void SetupPage::setSession(SetupSession &session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = &session;
    connect(m_session, &SetupSession::stateChanged, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
}

void SetupPage::showEvent(QShowEvent *event)
{
    QWizardPage::showEvent(event);
    if (m_session) {
        render(m_session->state());
        // Not from here: the wizard is just showing the page. It hides and shows it again for each of
        // these signals, so one without a reason would go on for ever.
        if (hasCompletenessChanged())
            QMetaObject::invokeMethod(this, &QWizardPage::completeChanged, Qt::QueuedConnection);
    }
}

bool SetupPage::hasCompletenessChanged()
{
    const std::optional<bool> now = isComplete();
    return std::exchange(m_wasComplete, now) != now;
}

void SetupPage::changeEvent(QEvent *event)
{
    QWizardPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_session && isVisible())
        render(m_session->state()); // colours that stand for something come from the theme
}

} // namespace postern
