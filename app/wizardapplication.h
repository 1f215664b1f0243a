// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoservers.h"
#include "inspector/inspectorwindow.h"
#include "setup/realservices.h"
#include "setup/setupsession.h"
#include "setupwizard.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace postern {

/// Wires the wizard: its session on the real network, and on request one on the demonstration
/// servers, with accepted certificates of its own that end with it.
class WizardApplication final : public QObject
{
    Q_OBJECT
public:
    explicit WizardApplication(QObject *parent = nullptr);
    ~WizardApplication() override;

    SetupWizard &wizard() { return *m_wizard; }
    SetupSession &session() { return *m_session; }
    /// Opens a window that looks at one server, and looks at once where that is named.
    void inspect(const std::optional<InspectionTarget> &target,
        const std::optional<ProbeReport> &before = {});
    InspectorWindow *inspector() { return m_inspector.get(); }
    /// Starts the demonstration servers, once, and lets the wizard go on with them.
    void startDemonstration();
    DemoServers *demonstration() { return m_demo.get(); }

private:
    void restoreWindow();
    void rememberWindow() const;

    std::unique_ptr<DemoServers> m_demo;
    QTemporaryDir m_demoDirectory;
    std::unique_ptr<RealServices> m_services;
    std::unique_ptr<SetupSession> m_session;
    std::unique_ptr<SetupSession> m_inspection;
    std::unique_ptr<SetupWizard> m_wizard;
    std::unique_ptr<InspectorWindow> m_inspector; ///< Once it was opened.
};

} // namespace postern
