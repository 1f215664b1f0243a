// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizardapplication.h"

#include "widgets/diagnosisview.h"

#include <QMessageBox>
#include <QSettings>

namespace postern {

using namespace Qt::StringLiterals;

WizardApplication::WizardApplication(QObject *parent)
    : QObject(parent),
      m_services(std::make_unique<RealServices>(ServiceOptions())),
      m_session(
          std::make_unique<SetupSession>(m_services->setupServices(), m_services->trustStore())),
      m_wizard(std::make_unique<SetupWizard>(*m_session))
{
    connect(m_wizard.get(), &SetupWizard::demonstrationRequested, this,
        &WizardApplication::startDemonstration);
    connect(m_wizard.get(), &SetupWizard::inspectionRequested, this,
        [this](const std::optional<ProbeReport> &before) {
            if (!before) {
                inspect({});
                return;
            }
            const Endpoint &seen = before->candidate.endpoint;
            inspect(InspectionTarget{{seen.host, seen.port}, seen.protocol, seen.security}, before);
        });
    connect(m_wizard.get(), &QDialog::finished, this, &WizardApplication::rememberWindow);
    restoreWindow();
}

WizardApplication::~WizardApplication() = default;

void WizardApplication::inspect(
    const std::optional<InspectionTarget> &target, const std::optional<ProbeReport> &before)
{
    if (!m_inspector) {
        m_inspection
            = std::make_unique<SetupSession>(m_services->setupServices(), m_services->trustStore());
        m_inspector = std::make_unique<InspectorWindow>(*m_inspection);
        for (DiagnosisView *view : m_inspector->findChildren<DiagnosisView *>())
            connect(view, &DiagnosisView::helpWanted, m_wizard.get(), &SetupWizard::openHelpAt);
    }
    m_inspector->show();
    m_inspector->raise();
    m_inspector->activateWindow();
    // What was accepted for this run only is known to nobody else.
    QList<TrustException> passing = m_session->state().exceptions;
    passing.removeIf([](const TrustException &exception) {
        return exception.duration != TrustException::Duration::ThisRun;
    });
    m_inspection->restore(passing);
    const DetectionRequest &request = m_session->state().request;
    m_inspector->lookAs(before ? request.identity : Identity(), before ? request.tls : TlsPolicy());
    if (target)
        m_inspector->inspect(*target, before);
}

void WizardApplication::startDemonstration()
{
    if (!m_demo) {
        auto servers = std::make_unique<DemoServers>();
        if (!servers->start()) {
            auto *box = new QMessageBox(QMessageBox::Warning, tr("Postern"),
                tr("The demonstration servers could not be started: %1")
                    .arg(servers->errorString()),
                QMessageBox::Close, m_wizard.get());
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setTextFormat(Qt::PlainText);
            box->open();
            return;
        }
        m_demo = std::move(servers);
        const ServiceOptions options{
            hostAndPort(m_demo->nameServerHost(), m_demo->nameServerPort()), {},
            m_demoDirectory.filePath(u"trust.json"_s)};
        auto services = std::make_unique<RealServices>(options);
        auto session
            = std::make_unique<SetupSession>(services->setupServices(), services->trustStore());
        m_inspector.reset(); // it looks through the services that go
        m_inspection.reset();
        m_wizard->useSession(*session, m_demo->address());
        m_session = std::move(session);
        m_services = std::move(services);
    } else {
        m_wizard->useSession(*m_session, m_demo->address());
    }
    m_wizard->next();
}

void WizardApplication::restoreWindow()
{
    const QSettings settings;
    if (!m_wizard->restoreGeometry(settings.value("window/geometry"_L1).toByteArray()))
        m_wizard->resize(900, 640);
}

void WizardApplication::rememberWindow() const
{
    QSettings().setValue("window/geometry"_L1, m_wizard->saveGeometry());
}

} // namespace postern
