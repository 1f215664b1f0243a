// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace postern {

class DiagnosisView;

/// Somebody pastes what another program said, and reads what it means.
class ErrorExplainer final : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorExplainer(QWidget *parent = nullptr);

private:
    void explain();

    QPlainTextEdit *m_text;
    DiagnosisView *m_meanings;
};

} // namespace postern
