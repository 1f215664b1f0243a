// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/endpointdetails.h"

#include "diagnosis/diagnose.h"
#include "inspector/handshakewords.h"
#include "inspector/runcomparison.h"
#include "taborder.h"
#include "theme.h"
#include "widgets/certificateview.h"
#include "widgets/columnscroller.h"
#include "widgets/diagnosisview.h"
#include "widgets/factsview.h"
#include "widgets/timelineview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

EndpointDetails::EndpointDetails(QWidget *parent)
    : QWidget(parent),
      m_tabs(new QTabWidget),
      m_diagnosis(new DiagnosisView),
      m_certificate(new CertificateView),
      m_handshake(new FactsView),
      m_timeline(new TimelineView),
      m_transcript(new QPlainTextEdit),
      m_inspect(new QPushButton(Theme::icon(u"search"_s), tr("Inspect a&gain …")))
{
    m_transcript->setReadOnly(true);
    m_transcript->setFont(Theme::fixedFont());
    m_transcript->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_transcript->setAccessibleName(tr("What was said on the connection"));
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->addTab(m_diagnosis, tr("Diagnosis"));
    m_tabs->addTab(m_certificate, tr("Certificate"));
    auto *handshake = new ColumnScroller(m_handshake, tr("Handshake"));
    m_handshake->setContentsMargins(Theme::spacing, Theme::spacing, Theme::spacing, 0);
    m_tabs->addTab(handshake, tr("Handshake"));
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_tabs->addTab(m_transcript, tr("Transcript"));
    auto *copy = new QPushButton(Theme::icon(u"copy"_s), tr("Co&py details"));
    copy->setObjectName(u"copyDetails"_s);
    copy->setAutoDefault(false);
    m_inspect->setObjectName(u"inspectAgain"_s);
    m_inspect->setAutoDefault(false);
    m_inspect->setToolTip(tr("Looks at this server again, in a window of its own, and compares."));
    m_inspect->hide();
    connect(m_inspect, &QPushButton::clicked, this, [this] {
        if (m_report)
            emit inspectionWanted(*m_report);
    });
    connect(copy, &QPushButton::clicked, this, &EndpointDetails::copyCurrent);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_inspect);
    buttons->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::spacing);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(buttons);
    clear();
}

void EndpointDetails::offerInspection()
{
    m_inspect->show();
}

void EndpointDetails::setSearch(const QList<Attempt> &attempts)
{
    QList<ProbeReport> reports;
    for (const Attempt &attempt : attempts)
        reports.append(attempt.report);
    if (!m_search) {
        m_search = new TimelineView;
        addTab(m_search, tr("Whole search"));
    }
    m_search->model().setReports(reports);
}

void EndpointDetails::addTab(QWidget *tab, const QString &title)
{
    QWidget *last = m_tabs->widget(m_tabs->count() - 1);
    m_tabs->addTab(tab, title);
    visitAfter(*last, *tab);
}

void EndpointDetails::offerRemedies()
{
    m_diagnosis->offerRemedies();
    connect(m_diagnosis, &DiagnosisView::remedyChosen, this, &EndpointDetails::remedyChosen);
}

void EndpointDetails::setReport(const ProbeReport &report)
{
    if (m_report == report)
        return;
    m_report = report;
    m_diagnosis->setDiagnoses(diagnose(report),
        report.isUsable() ? tr("Everything works, and nothing is wrong with it.")
                          : tr("This attempt was not finished."));
    m_tabs->setTabEnabled(1, report.tls.has_value());
    m_certificate->setHandshake(report.tls.value_or(Handshake()), report.candidate.endpoint.host);
    m_handshake->setFacts(HandshakeWords::facts(report));
    m_timeline->model().setReport(report);
    m_transcript->setPlainText(report.transcript.toText());
    m_inspect->setEnabled(true);
}

void EndpointDetails::clear()
{
    m_report.reset();
    m_diagnosis->setDiagnoses({}, tr("Choose a line to see everything about it."));
    m_certificate->setHandshake({}, {});
    m_handshake->setFacts({});
    m_timeline->model().setReport({});
    m_transcript->clear();
    m_inspect->setEnabled(false);
}

QString EndpointDetails::currentText() const
{
    const QWidget *current = m_tabs->currentWidget();
    if (current == m_certificate)
        return m_certificate->toText();
    if (current == m_transcript)
        return m_transcript->toPlainText();
    if (const auto *timeline = qobject_cast<const TimelineView *>(current))
        return timeline->model().toText();
    if (const auto *comparison = qobject_cast<const RunComparison *>(current))
        return comparison->toText();
    return current == m_diagnosis ? m_diagnosis->toText() : m_handshake->toText();
}

QString EndpointDetails::wholeText() const
{
    QStringList parts{m_diagnosis->toText(), m_handshake->toText(), m_certificate->toText(),
        m_timeline->model().toText(), m_transcript->toPlainText()};
    parts.removeAll(QString());
    return parts.join(u"\n"_s);
}

void EndpointDetails::copyCurrent()
{
    QGuiApplication::clipboard()->setText(currentText());
}

} // namespace postern
