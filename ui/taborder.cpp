// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QWidget>

namespace postern {

namespace {

QList<QWidget *> stopsOf(QWidget &widget);

QList<QWidget *> stopsOf(QLayout &layout)
{
    QList<QWidget *> stops;
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget())
            stops += stopsOf(*item->widget());
        else if (item->layout())
            stops += stopsOf(*item->layout());
    }
    return stops;
}

/// What the Tab key visits in a widget, itself first, as it is laid out.
QList<QWidget *> stopsOf(QWidget &widget)
{
    QList<QWidget *> stops;
    if (widget.focusPolicy() & Qt::TabFocus && !widget.focusProxy())
        stops.append(&widget);
    if (auto *area = qobject_cast<QScrollArea *>(&widget)) {
        stops += stopsOf(*area->widget());
    } else if (auto *splitter = qobject_cast<QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            stops += stopsOf(*splitter->widget(i));
    } else if (auto *tabs = qobject_cast<QTabWidget *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            stops += stopsOf(*tabs->widget(i));
    } else if (widget.layout()) {
        stops += stopsOf(*widget.layout());
    }
    return stops;
}

} // namespace

void visitAfter(QWidget &earlier, QWidget &later)
{
    const QList<QWidget *> stops = stopsOf(later);
    QList<QWidget *> before = stopsOf(earlier);
    before.removeIf([&stops](QWidget *stop) { return stops.contains(stop); });
    if (before.isEmpty())
        return;
    QWidget *last = before.constLast();
    for (QWidget *stop : stops) {
        QWidget::setTabOrder(last, stop);
        last = stop;
    }
}

} // namespace postern
