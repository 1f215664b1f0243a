// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "setup/remedy.h"

#include <QWidget>

class QVBoxLayout;

namespace postern {

class ColumnScroller;

/// The property of a widget that says where in the handbook it is told about.
constexpr const char *helpAnchorProperty = "helpAnchor";

/// Diagnoses in words, one below the other: what happened, why, what to do, the evidence.
class DiagnosisView final : public QWidget
{
    Q_OBJECT
public:
    explicit DiagnosisView(QWidget *parent = nullptr);

    /// What a button can do gets one; remedyChosen() follows when it is pressed.
    void offerRemedies() { m_offersRemedies = true; }
    /// @p nothing is shown where there are none.
    void setDiagnoses(const QList<Diagnosis> &diagnoses, const QString &nothing);
    QString toText() const { return m_text; }

signals:
    void remedyChosen(const postern::Remedy &remedy);
    void helpWanted(const QString &anchor); ///< The place in the handbook.

private:
    QWidget *makeHelp(const QString &code);
    void addRemedies(const Diagnosis &diagnosis);

    ColumnScroller *m_scroller;
    QVBoxLayout *m_entries;
    QString m_text;
    bool m_offersRemedies = false;
};

} // namespace postern
