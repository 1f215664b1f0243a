// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/factsview.h"

#include "theme.h"
#include "widgets/sign.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

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
    m_grid->setColumnStretch(1, 3);
}

void FactsView::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    while (const QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool hasBadges = std::any_of(facts.begin(), facts.end(),
        [](const Fact &fact) { return fact.badge != Fact::Badge::None; });
    m_grid->setColumnStretch(2, hasBadges ? 2 : 0);
    for (int row = 0; row < facts.size(); ++row)
        addRow(facts.at(row), row);
}

QString FactsView::toText() const
{
    return textOf(m_facts);
}

QString FactsView::textOf(const QList<Fact> &facts)
{
    QString text;
    for (const Fact &fact : facts) {
        const QString badge = badgeText(fact);
        text += u"%1: %2%3\n"_s.arg(
            fact.name, fact.value, badge.isEmpty() ? QString() : u" [%1]"_s.arg(badge));
    }
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
        value->setLayoutDirection(Qt::LeftToRight); // what machines say is read that way everywhere
        value->setAlignment(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        value->setWordWrap(!text.contains(u'\n'));
        value->setText(text);
    }
    m_grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(value, row, 1);
    if (fact.badge != Fact::Badge::None) {
        value->setAccessibleDescription(badgeText(fact));
        m_grid->addWidget(makeBadge(fact), row, 2, Qt::AlignTop);
    }
}

QWidget *FactsView::makeBadge(const Fact &fact)
{
    const bool isGood = fact.badge == Fact::Badge::Good;
    const bool isWeak = fact.badge == Fact::Badge::Weak;
    auto *sign = new Sign(isGood ? u"done"_s
            : isWeak             ? u"failed"_s
                                 : u"warning"_s,
        isGood       ? ColorRole::Good
            : isWeak ? ColorRole::Danger
                     : ColorRole::Caution,
        16);
    auto *words = Theme::makeLabel(badgeText(fact));
    Theme::makeSmall(*words);
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::spacing);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    return box;
}

QString FactsView::badgeText(const Fact &fact)
{
    switch (fact.badge) {
    case Fact::Badge::Good:
        return tr("good: %1").arg(fact.reason);
    case Fact::Badge::Dated:
        return tr("dated: %1").arg(fact.reason);
    case Fact::Badge::Weak:
        return tr("weak: %1").arg(fact.reason);
    case Fact::Badge::None:
        break;
    }
    return {};
}

} // namespace postern
