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
    /// Takes @p content over.
    explicit ColumnScroller(QWidget *content, QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
};

} // namespace postern
