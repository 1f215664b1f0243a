// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace postern {

/// A heading with an arrow that shows and hides what is below it.
class Collapsible final : public QWidget
{
    Q_OBJECT
public:
    /// @p title may hold a mnemonic; takes @p content over.
    Collapsible(const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setExpanded(bool isExpanded);
    bool isExpanded() const;
    void setHeaderObjectName(const QString &name);

signals:
    void toggled(bool isExpanded);

private:
    QToolButton *m_header;
    QWidget *m_content;
};

} // namespace postern
