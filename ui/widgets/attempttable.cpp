// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attempttable.h"

#include "models/attemptmodel.h"
#include "theme.h"

#include <QAction>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Whether a key in the table goes to another line; a shortcut does not.
bool movesLine(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default: // the table looks for what is typed
        return key.modifiers() == Qt::NoModifier && !key.text().isEmpty()
            && key.text().front().isPrint();
    }
}

} // namespace

AttemptTable::AttemptTable(QWidget *parent) : QTreeView(parent), m_attempts(new AttemptModel(this))
{
    setAccessibleName(tr("Attempts"));
    setModel(m_attempts);
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setRootIsDecorated(false);
    setIndentation(Theme::gap);
    setTextElideMode(Qt::ElideMiddle);
    expandAll(); // the groups are always there
    for (int group = 0; group < m_attempts->rowCount(); ++group)
        setFirstColumnSpanned(group, {}, true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(AttemptModel::Host, QHeaderView::Stretch);
    fitColumns();
    addCopyAction();
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
        &AttemptTable::attemptChanged);
}

void AttemptTable::setState(const SetupState &state)
{
    m_attempts->setState(state);
}

void AttemptTable::propose(const std::optional<Endpoint> &endpoint)
{
    if (!m_isUsersChoice && endpoint)
        setCurrentIndex(m_attempts->indexOf(*endpoint));
}

const AttemptState *AttemptTable::attempt() const
{
    return m_attempts->attempt(currentIndex());
}

/// The table moves its current line by itself too: when it gets the focus, when lines move.
void AttemptTable::keyPressEvent(QKeyEvent *event)
{
    m_isUsersChoice |= movesLine(*event);
    QTreeView::keyPressEvent(event);
}

void AttemptTable::mousePressEvent(QMouseEvent *event)
{
    m_isUsersChoice = true;
    QTreeView::mousePressEvent(event);
}

void AttemptTable::fitColumns()
{
    // Wide enough for the longest usual text, once: to measure every cell each time one of them
    // changes would take longer than to paint them.
    QFont bold = font(); // as the best line is written
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const std::pair<AttemptModel::Column, QString> widest[] = {
        {AttemptModel::Service, u"POP3 WW"_s},
        {AttemptModel::Port, u"65535 i"_s},
        {AttemptModel::SecurityMode, u"STARTTLS"_s},
        {AttemptModel::Result, tr("needs your decision – best") + u"WWW"_s},
        {AttemptModel::Time, u"00.00 s i"_s},
    };
    for (const auto &[column, text] : widest) {
        const QString title
            = m_attempts->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header()->resizeSection(column,
            qMax(metrics.horizontalAdvance(text), metrics.horizontalAdvance(title + u"W"_s)));
    }
}

void AttemptTable::addCopyAction()
{
    auto *copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_attempts->rowText(currentIndex())); });
}

} // namespace postern
