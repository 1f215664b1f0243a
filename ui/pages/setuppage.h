// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupsession.h"

#include <QTimer>
#include <QWizardPage>

#include <optional>

namespace postern {

/// The order of the wizard.
enum PageId { IdentityPageId, DetectionPageId, CertificatePageId, SettingsPageId, FinishPageId };

/// A page shows the state of the session and sends intents to it; nothing else.
class SetupPage : public QWizardPage
{
    Q_OBJECT
public:
    explicit SetupPage(QWidget *parent = nullptr);

    /// The session that this page shows from now on.
    void setSession(SetupSession &session);
    /// What the page is called among the steps.
    virtual QString stepName() const = 0;
    /// The place in the handbook that tells most about what is shown.
    virtual QString helpAnchor() const = 0;
    /// Whether the page has anything to ask or to show in this state; if not, the wizard goes past it.
    virtual bool isNeeded(const SetupState & /*state*/) const { return true; }
    /// Opens or closes what only some want to see, where there is such a thing.
    virtual void toggleDetails() { }

signals:
    /// Somebody wants to look closer at a server, or at one that @p before tells of.
    void inspectionWanted(const std::optional<postern::ProbeReport> &before);

protected:
    SetupSession &session() const { return *m_session; }
    /// Called when the state has changed while the page is in front, and when it comes there.
    virtual void render(const SetupState &state) = 0;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool hasCompletenessChanged();

    SetupSession *m_session = nullptr;
    std::optional<bool> m_wasComplete; ///< When it was last asked; absent: never.
    QTimer m_refresh; ///< A search changes state far more often than a screen can show.
};

} // namespace postern
