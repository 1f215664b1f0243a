// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"

#include <QWidget>

#include <optional>
#include <utility>

class QLabel;
class QTreeWidget;

namespace postern {

/// Two looks at one endpoint side by side: what differs first, marked by sign and word.
class RunComparison final : public QWidget
{
    Q_OBJECT
public:
    explicit RunComparison(QWidget *parent = nullptr);

    void setRuns(const ProbeReport &before, const ProbeReport &now);
    void clear(const QString &why);
    /// For the clipboard.
    QString toText() const;

private:
    std::optional<std::pair<ProbeReport, ProbeReport>> m_runs; ///< What is shown.
    QLabel *m_summary;
    QTreeWidget *m_table;
};

} // namespace postern
