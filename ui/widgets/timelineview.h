// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinemodel.h"

#include <QWidget>

class QTableView;

namespace postern {

/// The timeline as a table whose last column holds the bars. It can be zoomed by buttons, by
/// Ctrl and the wheel, and by Ctrl with plus, minus and 0.
class TimelineView final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);

    TimelineModel &model() const { return *m_model; }
    double zoom() const { return m_zoom; }
    /// 1: all of it fits.
    void setZoom(double zoom);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeZoom();
    void fitColumns();

    TimelineModel *m_model;
    QTableView *m_table;
    double m_zoom = 1;
};

} // namespace postern
