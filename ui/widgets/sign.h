// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QLabel>

namespace postern {

/// One of our icons beside a text; follows the colours of the desktop while the program runs.
class Sign final : public QLabel
{
    Q_OBJECT
public:
    explicit Sign(int size, QWidget *parent = nullptr);
    Sign(const QString &icon, ColorRole role, int size, QWidget *parent = nullptr);

    void setIcon(const QString &icon, ColorRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QString m_icon;
    ColorRole m_role = ColorRole::Neutral;
    int m_size; ///< In logical pixels.
};

} // namespace postern
