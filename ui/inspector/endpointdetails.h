// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/attempt.h"
#include "setup/remedy.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace postern {

class CertificateView;
class DiagnosisView;
class FactsView;
class TimelineView;

/// Everything about one attempt, for experts: diagnosis, certificate, handshake, timeline,
/// transcript.
class EndpointDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit EndpointDetails(QWidget *parent = nullptr);

    /// Buttons for what can be done; see DiagnosisView.
    void offerRemedies();
    /// A button that looks at this endpoint again, in a window of its own.
    void offerInspection();
    /// A tab with the time that each attempt of a search took; shown from the first call on.
    void setSearch(const QList<Attempt> &attempts);
    /// One more tab, behind the others.
    void addTab(QWidget *tab, const QString &title);
    void setReport(const ProbeReport &report);
    void clear();
    const std::optional<ProbeReport> &report() const { return m_report; }
    /// The tab in front, as text for the clipboard.
    QString currentText() const;
    /// All that is known of the attempt.
    QString wholeText() const;

signals:
    void remedyChosen(const postern::Remedy &remedy);
    void inspectionWanted(const postern::ProbeReport &report);

private:
    void copyCurrent();

    QTabWidget *m_tabs;
    DiagnosisView *m_diagnosis;
    CertificateView *m_certificate;
    FactsView *m_handshake;
    TimelineView *m_timeline;
    TimelineView *m_search = nullptr; ///< Once there is one.
    QPlainTextEdit *m_transcript;
    QPushButton *m_inspect;
    std::optional<ProbeReport> m_report;
};

} // namespace postern
