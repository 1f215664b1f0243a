// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"

#include <QListWidget>

namespace postern {

/// The targets of an export in their groups; the headings cannot be chosen.
class TargetList final : public QListWidget
{
    Q_OBJECT
public:
    explicit TargetList(QWidget *parent = nullptr);

    /// The first where none is.
    const ExportTarget &chosen() const;
    /// Marks the targets that would write nothing; they can still be looked at.
    void setRefusing(const QStringList &targets);

signals:
    void choiceChanged();
};

} // namespace postern
