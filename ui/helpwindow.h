// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace postern {

/// The handbook: how mail programs connect, and an entry for each diagnosis code. Stays open beside
/// the wizard.
class HelpWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// Comes to the front at @p anchor: a section of the handbook or a diagnosis code.
    void openAt(const QString &anchor);

private:
    static QString handbook();
    static QString codes();

    QTextBrowser *m_text;
};

} // namespace postern
