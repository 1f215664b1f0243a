// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sign.h"

#include <QEvent>

namespace postern {

Sign::Sign(int size, QWidget *parent) : QLabel(parent), m_size(size)
{
    setAlignment(Qt::AlignTop | Qt::AlignHCenter);
}

Sign::Sign(const QString &icon, ColorRole role, int size, QWidget *parent) : Sign(size, parent)
{
    setIcon(icon, role);
}

void Sign::setIcon(const QString &icon, ColorRole role)
{
    m_icon = icon;
    m_role = role;
    paintIcon();
}

void Sign::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void Sign::paintIcon()
{
    if (!m_icon.isEmpty())
        setPixmap(Theme::icon(m_icon, m_role).pixmap(m_size, m_size));
}

} // namespace postern
