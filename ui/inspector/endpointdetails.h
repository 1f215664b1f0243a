// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"
#include "setup/remedy.h"

#include <QWidget>

class QPlainTextEdit;
class QTabWidget;

namespace postern {

class CertificateView;
class DiagnosisView;
class FactsView;

/// Everything about one attempt, for experts: diagnosis, certificate, handshake, transcript.
class EndpointDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit EndpointDetails(QWidget *parent = nullptr);

    /// Buttons for what can be done; see DiagnosisView.
    void offerRemedies();
    void setReport(const ProbeReport &report);
    void clear();
    /// The tab in front, as text for the clipboard.
    QString currentText() const;

signals:
    void remedyChosen(const postern::Remedy &remedy);

private:
    void copyCurrent();

    QTabWidget *m_tabs;
    DiagnosisView *m_diagnosis;
    CertificateView *m_certificate;
    FactsView *m_handshake;
    QPlainTextEdit *m_transcript;
    std::optional<ProbeReport> m_report;
};

} // namespace postern
