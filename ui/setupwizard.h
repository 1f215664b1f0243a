// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setuppage.h"

#include <QWizard>

class QListWidget;

namespace postern {

class CertificatePage;
class DetectionPage;
class HelpWindow;
class TrustWindow;
class IdentityPage;
class SettingsPage;

/// The wizard: its pages, their order, and the keys that hold on all of them.
class SetupWizard final : public QWizard
{
    Q_OBJECT
public:
    explicit SetupWizard(SetupSession &session, QWidget *parent = nullptr);

    /// Continues with another session, beginning with @p address on the first page; what the
    /// user typed elsewhere stays.
    void useSession(SetupSession &session, const QString &address);
    int nextId() const override;
    /// The handbook, at what the page in front is about.
    void openHelp();
    void openHelpAt(const QString &anchor);
    void openTrust();

signals:
    void demonstrationRequested();
    /// As SetupPage::inspectionWanted.
    void inspectionRequested(const std::optional<postern::ProbeReport> &before);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addPages();
    SetupPage *setupPage(int id) const;
    void addShortcuts();
    void addSteps();
    void markStep(int id);
    void onPageChanged(int id);
    void startDetection();
    void askAgain();
    void searchAgain(const DetectionRequest &request);
    void orderButtons();
    void paintMainButtons();

    SetupSession *m_session;
    IdentityPage *m_identity;
    DetectionPage *m_detection;
    CertificatePage *m_certificate;
    SettingsPage *m_settings;
    QListWidget *m_steps = nullptr;
    HelpWindow *m_help = nullptr; ///< Once it was opened.
    TrustWindow *m_trust = nullptr; ///< Likewise.
    int m_previousId = -1;
};

} // namespace postern
