// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QWidget>

class QVBoxLayout;

namespace postern {

/// Diagnoses in words, one below the other: what happened, why, what to do, the evidence.
class DiagnosisView final : public QWidget
{
    Q_OBJECT
public:
    explicit DiagnosisView(QWidget *parent = nullptr);

    /// @p nothing is shown where there are none.
    void setDiagnoses(const QList<Diagnosis> &diagnoses, const QString &nothing);
    QString toText() const { return m_text; }

private:
    QVBoxLayout *m_entries;
    QString m_text;
};

} // namespace postern
