// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosisview.h"

#include "diagnosis/advice.h"
#include "endpointstate.h"
#include "taborder.h"
#include "theme.h"
#include "widgets/columnscroller.h"
#include "widgets/sign.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString iconFor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"failed"_s;
}

ColorRole colorFor(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return ColorRole::Accent;
    case Severity::Warning:
        return ColorRole::Caution;
    case Severity::Error:
        break;
    }
    return ColorRole::Danger;
}

QWidget *makeEntry(
    const Diagnosis &diagnosis, const AdviceText &words, const QString &evidence, QWidget *help)
{
    auto *entry = new QWidget;
    auto *row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, Theme::gap);
    row->setSpacing(Theme::gap);
    auto *icon = new Sign(iconFor(diagnosis.severity), colorFor(diagnosis.severity), 24);
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(Theme::spacing / 2);
    auto *title = Theme::makeLabel(words.title);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    column->addWidget(title);
    column->addWidget(Theme::makeLabel(words.cause));
    column->addWidget(Theme::makeLabel(words.remedy));
    auto *small = Theme::makeLabel(evidence);
    Theme::makeSmall(*small);
    column->addWidget(small);
    column->addWidget(help, 0, Qt::AlignLeft);
    row->addLayout(column, 1);
    entry->setProperty(helpAnchorProperty, toString(diagnosis.problem));
    return entry;
}

} // namespace

DiagnosisView::DiagnosisView(QWidget *parent) : QWidget(parent), m_entries(nullptr)
{
    auto *content = new QWidget;
    m_entries = new QVBoxLayout(content);
    m_entries->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_scroller = new ColumnScroller(content, tr("Diagnosis"));
    layout->addWidget(m_scroller);
}

QWidget *DiagnosisView::makeHelp(const QString &code)
{
    auto *help
        = new QPushButton(Theme::icon(u"question"_s), tr("About %1", "a diagnosis code").arg(code));
    help->setObjectName(u"aboutCode"_s);
    help->setFlat(true);
    help->setAutoDefault(false);
    connect(help, &QPushButton::clicked, this, [this, code] { emit helpWanted(code); });
    return help;
}

void DiagnosisView::addRemedies(const Diagnosis &diagnosis)
{
    for (const Remedy &remedy : remediesFor(diagnosis)) {
        const Endpoint &endpoint = remedy.endpoint;
        const bool isLegacy = remedy.kind == Remedy::Kind::AllowLegacyTls;
        auto *button
            = new QPushButton(isLegacy ? tr("Allow old TLS and weak certificates for this search")
                                       : tr("Try %1, port %2, %3", "host, port, security mode")
                                             .arg(endpoint.host)
                                             .arg(endpoint.port)
                                             .arg(EndpointState::securityName(endpoint.security)));
        button->setObjectName(u"remedy"_s);
        button->setAutoDefault(false);
        if (isLegacy) {
            const QString cost
                = tr("Whoever taps the line may be able to read your password and "
                     "your mail: TLS 1.0 and 1.1 can be broken, and weak "
                     "certificates forged. A weak certificate is still asked about.");
            button->setToolTip(cost);
            button->setAccessibleDescription(cost);
            m_entries->addWidget(Theme::makeLabel(cost));
        }
        connect(button, &QPushButton::clicked, this, [this, remedy] { emit remedyChosen(remedy); });
        m_entries->addWidget(button, 0, Qt::AlignLeft);
        m_entries->addSpacing(Theme::gap);
    }
}

void DiagnosisView::setDiagnoses(const QList<Diagnosis> &diagnoses, const QString &nothing)
{
    m_text.clear();
    while (QLayoutItem *item = m_entries->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Diagnosis &diagnosis : diagnoses) {
        const AdviceText words = Advice::textFor(diagnosis);
        const QString evidence = diagnosis.evidence.isEmpty()
            ? toString(diagnosis.problem)
            : u"%1 · %2"_s.arg(toString(diagnosis.problem), diagnosis.evidence);
        m_entries->addWidget(
            makeEntry(diagnosis, words, evidence, makeHelp(toString(diagnosis.problem))));
        if (m_offersRemedies)
            addRemedies(diagnosis);
        m_text += u"%1\n%2\n%3\n%4\n\n"_s.arg(words.title, words.cause, words.remedy, evidence);
    }
    if (diagnoses.isEmpty())
        m_entries->addWidget(Theme::makeLabel(nothing));
    m_entries->addStretch();
    visitAfter(*m_scroller, *m_scroller->widget());
}

} // namespace postern
