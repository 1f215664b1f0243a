// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/identity/errorexplainer.h"

#include "diagnosis/errortexts.h"
#include "theme.h"
#include "widgets/diagnosisview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 3;
constexpr int meaningsHeight = 170; // two of them; the rest is scrolled to

} // namespace

ErrorExplainer::ErrorExplainer(QWidget *parent)
    : QWidget(parent),
      m_text(new QPlainTextEdit),
      m_meanings(new DiagnosisView)
{
    m_text->setObjectName(u"errorText"_s);
    m_text->setAccessibleName(tr("Error text of another program"));
    m_text->setPlaceholderText(tr("Paste what your mail program says, or a diagnosis code."));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * linesShown + Theme::gap * 2);
    m_meanings->setObjectName(u"errorMeanings"_s);
    m_meanings->setMinimumHeight(meaningsHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::margin, Theme::spacing, 0, 0);
    layout->setSpacing(Theme::spacing);
    layout->addWidget(m_text);
    layout->addWidget(m_meanings);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ErrorExplainer::explain);
    explain();
}

void ErrorExplainer::explain()
{
    QList<Diagnosis> diagnoses;
    for (const ErrorMeaning &meaning : meaningsOf(m_text->toPlainText())) {
        Diagnosis diagnosis = exampleOf(meaning.problem, m_text->toPlainText());
        diagnosis.severity = Severity::Info;
        diagnosis.evidence = meaning.words;
        diagnoses.append(diagnosis);
    }
    const bool isEmpty = m_text->toPlainText().trimmed().isEmpty();
    m_meanings->setDiagnoses(diagnoses,
        isEmpty ? tr("Postern says what it means, with mail.example.org in place of your server.")
                : tr("This text is not known. Search for your address instead: Postern names the "
                     "cause itself."));
}

} // namespace postern
