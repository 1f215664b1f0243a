// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/factsview.h"

#include "theme.h"

#include <QEvent>
#include <QGridLayout>
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

FactsView::FactsView(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(Theme::gap);
    m_grid->setVerticalSpacing(Theme::spacing);
    m_grid->setColumnStretch(1, 1);
}

void FactsView::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    while (const QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row)
        addRow(facts.at(row), row);
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
    setMinimumHeight(qMax(0, m_grid->totalHeightForWidth(width())));
}

void FactsView::addRow(const Fact &fact, int row)
{
    auto *name = Theme::makeLabel(fact.name);
    name->setWordWrap(false);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = Theme::makeLabel(fact.value);
    value->setAccessibleName(fact.name);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (fact.font == Fact::Font::Fixed) {
        const QString text = inTwoLines(fact.value);
        value->setFont(Theme::fixedFont());
        value->setWordWrap(!text.contains(u'\n'));
        value->setText(text);
    }
    m_grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(value, row, 1);
}

} // namespace postern
