// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace postern {

/// Scrolls a column of wrapped texts. QScrollArea alone does not ask how high its content is at
/// the width it has, and squeezes the lines together.
class ColumnScroller final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes @p content over. With an accessible name it can be scrolled by keys; without one only what
    /// is in it takes the focus, and comes into view with it.
    explicit ColumnScroller(QWidget *content, const QString &accessibleName = {});

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
};

} // namespace postern
