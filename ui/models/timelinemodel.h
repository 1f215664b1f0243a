// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"

#include <QAbstractTableModel>

namespace postern {

/// When each stage began and ended, on one scale: a row for each stage of one attempt, or a row for
/// each attempt of a search. Every cell is a text, also that of the bars, for who cannot see them.
class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Start, Duration, Bars, ColumnCount };
    /// Of a cell of Bars: its stages, as QList<StageTiming>.
    static constexpr int StagesRole = Qt::UserRole;

    explicit TimelineModel(QObject *parent = nullptr);

    void setReport(const ProbeReport &report);
    void setReports(const QList<ProbeReport> &reports);
    /// Where the scale begins and ends, in ms since the search began.
    double startMs() const { return m_startMs; }
    double endMs() const { return m_endMs; }
    /// The rows as text for the clipboard.
    QString toText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        QList<StageTiming> stages;

        friend bool operator==(const Row &, const Row &) = default;
    };

    void show(const QList<Row> &rows);
    static QString msText(double ms);
    static QString barsText(const Row &row);
    QString cellText(const Row &row, int column) const;

    QList<Row> m_rows;
    double m_startMs = 0;
    double m_endMs = 0;
};

} // namespace postern
