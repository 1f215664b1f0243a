// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosisview.h"

#include "diagnosis/advice.h"
#include "theme.h"
#include "widgets/columnscroller.h"
#include "widgets/sign.h"

#include <QLabel>
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

QWidget *makeEntry(const Diagnosis &diagnosis, const AdviceText &words, const QString &evidence)
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
    row->addLayout(column, 1);
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
    layout->addWidget(new ColumnScroller(content));
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
        m_entries->addWidget(makeEntry(diagnosis, words, evidence));
        m_text += u"%1\n%2\n%3\n%4\n\n"_s.arg(words.title, words.cause, words.remedy, evidence);
    }
    if (diagnoses.isEmpty())
        m_entries->addWidget(Theme::makeLabel(nothing));
    m_entries->addStretch();
}

} // namespace postern
