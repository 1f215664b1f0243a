// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/columnscroller.h"

#include <QEvent>
#include <QLayout>

namespace postern {

ColumnScroller::ColumnScroller(QWidget *content, const QString &accessibleName)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(accessibleName.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWidget(content);
    content->installEventFilter(this);
}

bool ColumnScroller::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitHeight();
    return QScrollArea::eventFilter(watched, event);
}

void ColumnScroller::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

void ColumnScroller::fitHeight()
{
    QLayout *layout = widget()->layout();
    if (layout && layout->hasHeightForWidth())
        widget()->setMinimumHeight(layout->totalHeightForWidth(viewport()->width()));
}

} // namespace postern
