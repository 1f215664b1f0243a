// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/factsview.h"

#include "theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// A fingerprint is compared group by group: both lines have as many.
QString inTwoLines(QString hex)
{
    constexpr qsizetype groupLength = 3; // AA:
    constexpr qsizetype lineGroups = 16;
    if (hex.size() > groupLength * lineGroups && hex.contains(u':'))
        hex.insert(groupLength * lineGroups, u'\n');
    return hex;
}

} // namespace

FactsView::FactsView(QWidget *parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins({});
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setHorizontalSpacing(Theme::margin);
    m_form->setVerticalSpacing(Theme::spacing);
}

void FactsView::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    for (const Fact &fact : facts)
        addRow(fact);
}

QString FactsView::toText() const
{
    QString text;
    for (const Fact &fact : m_facts)
        text += u"%1: %2\n"_s.arg(fact.name, fact.value);
    return text;
}

bool FactsView::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return isDone;
}

void FactsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

/// A layout around this one may know its height at another width only, and cut lines off.
void FactsView::fitHeight()
{
    setMinimumHeight(qMax(0, m_form->totalHeightForWidth(width())));
}

void FactsView::addRow(const Fact &fact)
{
    auto *name = Theme::makeLabel(fact.name);
    name->setWordWrap(false);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = Theme::makeLabel(fact.value);
    value->setAccessibleName(fact.name);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (fact.font == Fact::Font::Fixed) {
        value->setFont(Theme::fixedFont());
        value->setWordWrap(false);
        value->setText(inTwoLines(fact.value));
    }
    m_form->addRow(name, value);
}

} // namespace postern
