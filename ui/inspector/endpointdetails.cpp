// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/endpointdetails.h"

#include "diagnosis/diagnose.h"
#include "inspector/handshakewords.h"
#include "theme.h"
#include "widgets/certificateview.h"
#include "widgets/columnscroller.h"
#include "widgets/diagnosisview.h"
#include "widgets/factsview.h"

#include <QClipboard>
#include <QGuiApplication>
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
      m_transcript(new QPlainTextEdit)
{
    m_transcript->setReadOnly(true);
    m_transcript->setFont(Theme::fixedFont());
    m_transcript->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_transcript->setAccessibleName(tr("What was said on the connection"));
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->addTab(m_diagnosis, tr("Diagnosis"));
    m_tabs->addTab(m_certificate, tr("Certificate"));
    auto *handshake = new ColumnScroller(m_handshake);
    m_handshake->setContentsMargins(Theme::spacing, Theme::spacing, Theme::spacing, 0);
    m_tabs->addTab(handshake, tr("Handshake"));
    m_tabs->addTab(m_transcript, tr("Transcript"));
    auto *copy = new QPushButton(Theme::icon(u"copy"_s), tr("Co&py details"));
    copy->setObjectName(u"copyDetails"_s);
    copy->setAutoDefault(false);
    m_tabs->setCornerWidget(copy);
    connect(copy, &QPushButton::clicked, this, &EndpointDetails::copyCurrent);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);
    clear();
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
    m_certificate->setSession(report.tls.value_or(TlsSession()));
    m_handshake->setFacts(HandshakeWords::facts(report));
    m_transcript->setPlainText(report.transcript.toText());
}

void EndpointDetails::clear()
{
    m_report.reset();
    m_diagnosis->setDiagnoses({}, tr("Choose a line to see everything about it."));
    m_certificate->setSession({});
    m_handshake->setFacts({});
    m_transcript->clear();
}

QString EndpointDetails::currentText() const
{
    const QWidget *current = m_tabs->currentWidget();
    if (current == m_certificate)
        return m_certificate->toText();
    if (current == m_transcript)
        return m_transcript->toPlainText();
    return current == m_diagnosis ? m_diagnosis->toText() : m_handshake->toText();
}

void EndpointDetails::copyCurrent()
{
    QGuiApplication::clipboard()->setText(currentText());
}

} // namespace postern
