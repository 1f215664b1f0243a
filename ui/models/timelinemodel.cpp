// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"

#include "endpointstate.h"
#include "stagewords.h"
#include "theme.h"

#include <QLocale>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

TimelineModel::TimelineModel(QObject *parent) : QAbstractTableModel(parent) { }

void TimelineModel::setReport(const ProbeReport &report)
{
    QList<Row> rows;
    for (const StageTiming &timing : report.stages)
        rows.append({StageWords::name(timing.stage), {timing}});
    show(rows);
}

void TimelineModel::setReports(const QList<ProbeReport> &reports)
{
    QList<Row> rows;
    for (const ProbeReport &report : reports) {
        const Endpoint &endpoint = report.candidate.endpoint;
        if (!report.stages.isEmpty())
            rows.append({u"%1 %2 %3"_s.arg(EndpointState::protocolName(endpoint.protocol),
                             hostAndPort(endpoint.host, endpoint.port),
                             EndpointState::securityName(endpoint.security)),
                report.stages});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return a.stages.constFirst().startMs < b.stages.constFirst().startMs;
    });
    show(rows);
}

void TimelineModel::show(const QList<Row> &rows)
{
    if (m_rows == rows)
        return;
    beginResetModel();
    m_rows = rows;
    m_startMs = rows.isEmpty() ? 0 : rows.constFirst().stages.constFirst().startMs;
    m_endMs = m_startMs;
    for (const Row &row : rows) {
        m_startMs = qMin(m_startMs, row.stages.constFirst().startMs);
        m_endMs = qMax(m_endMs, row.stages.constLast().endMs);
    }
    endResetModel();
}

QString TimelineModel::toText() const
{
    QString text;
    for (const Row &row : m_rows)
        text += u"%1: %2\n"_s.arg(row.name, barsText(row));
    return text;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Bars ? QString() : cellText(row, index.column());
    case Qt::AccessibleTextRole:
        return cellText(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Bars ? barsText(row) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Start || index.column() == Duration
            ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant();
    case StagesRole:
        return QVariant::fromValue(row.stages);
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Stage or attempt");
    case Start:
        return tr("Began after");
    case Duration:
        return tr("Took");
    case Bars:
        return tr("From %1 to %2").arg(msText(m_startMs), msText(m_endMs));
    case ColumnCount:
        break;
    }
    return {};
}

QString TimelineModel::msText(double ms)
{
    return Theme::leftToRight(tr("%1 ms").arg(QLocale().toString(ms, 'f', 1)));
}

QString TimelineModel::barsText(const Row &row)
{
    QStringList texts;
    for (const StageTiming &timing : row.stages)
        texts.append(
            tr("%1 from %2 to %3", "stage, when it began and ended")
                .arg(StageWords::name(timing.stage), msText(timing.startMs), msText(timing.endMs)));
    return texts.join(u", "_s);
}

QString TimelineModel::cellText(const Row &row, int column) const
{
    const double start = row.stages.constFirst().startMs;
    switch (static_cast<Column>(column)) {
    case Name:
        return row.name;
    case Start:
        return msText(start - m_startMs);
    case Duration:
        return msText(row.stages.constLast().endMs - start);
    case Bars:
        return barsText(row);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace postern
