// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collapsible.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace postern {

Collapsible::Collapsible(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent),
      m_header(new QToolButton),
      m_content(content)
{
    m_header->setText(title);
    m_header->setCheckable(true);
    m_header->setAutoRaise(true);
    m_header->setArrowType(Qt::RightArrow);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setFocusPolicy(Qt::StrongFocus);
    m_content->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_header);
    layout->addWidget(m_content, 1);
    connect(m_header, &QToolButton::toggled, this, [this](bool isChecked) {
        m_header->setArrowType(isChecked ? Qt::DownArrow : Qt::RightArrow);
        m_content->setVisible(isChecked);
        emit toggled(isChecked);
    });
}

void Collapsible::setExpanded(bool isExpanded)
{
    m_header->setChecked(isExpanded);
}

bool Collapsible::isExpanded() const
{
    return m_header->isChecked();
}

void Collapsible::setHeaderObjectName(const QString &name)
{
    m_header->setObjectName(name);
}

} // namespace postern
