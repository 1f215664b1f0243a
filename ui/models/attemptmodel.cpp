// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attemptmodel.h"

#include "endpointstate.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr groupId = 0; ///< A row's internal id is its group's number plus one.

int groupOf(const AttemptState &attempt)
{
    return directionOf(attempt.candidate.endpoint.protocol) == Direction::Incoming ? 0 : 1;
}

/// Another mode that nobody has asked for yet is no news.
bool isShown(const AttemptState &attempt)
{
    if (attempt.report)
        return attempt.report->outcome != ProbeReport::Outcome::Skipped;
    return attempt.stage || attempt.candidate.start == Candidate::Start::AtOnce;
}

} // namespace

AttemptModel::AttemptModel(QObject *parent) : QAbstractItemModel(parent) { }

void AttemptModel::setState(const SetupState &state)
{
    Rows rows[2];
    for (const AttemptState &attempt : state.attempts) {
        if (isShown(attempt))
            rows[groupOf(attempt)].append(attempt);
    }
    m_recommended = state.detection.settings;
    for (int group = 0; group < 2; ++group)
        updateGroup(group, rows[group]);
}

const AttemptState *AttemptModel::attempt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return nullptr;
    const Rows &rows = m_groups[index.internalId() - 1];
    return index.row() < rows.size() ? &rows.at(index.row()) : nullptr;
}

QModelIndex AttemptModel::indexOf(const Endpoint &endpoint) const
{
    for (int group = 0; group < 2; ++group) {
        for (int row = 0; row < m_groups[group].size(); ++row) {
            if (m_groups[group].at(row).candidate.endpoint == endpoint)
                return createIndex(row, 0, static_cast<quintptr>(group) + 1);
        }
    }
    return {};
}

QString AttemptModel::rowText(const QModelIndex &index) const
{
    const AttemptState *row = attempt(index);
    if (!row)
        return {};
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells.append(cellText(*row, column));
    return cells.join(u'\t');
}

QModelIndex AttemptModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(
        row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupId);
}

QModelIndex AttemptModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, groupId);
}

int AttemptModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return 2;
    if (parent.internalId() != groupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[parent.row()].size());
}

int AttemptModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant AttemptModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AttemptState *row = attempt(index);
    return row ? cellData(*row, index.column(), role)
               : groupData(index.row(), index.column(), role);
}

Qt::ItemFlags AttemptModel::flags(const QModelIndex &index) const
{
    return attempt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                          : Qt::ItemIsEnabled;
}

QVariant AttemptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Service:
        return tr("Service");
    case Host:
        return tr("Server");
    case Port:
        return tr("Port");
    case SecurityMode:
        return tr("Security");
    case Result:
        return tr("Result");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

/// Inserts what is new and updates the rest, so that a selection survives.
void AttemptModel::updateGroup(int group, const Rows &rows)
{
    Rows &shown = m_groups[group];
    const QModelIndex parent = createIndex(group, 0, groupId);
    const auto isIn = [](const Rows &list, const Endpoint &endpoint) {
        return std::any_of(list.begin(), list.end(),
            [&endpoint](const AttemptState &a) { return a.candidate.endpoint == endpoint; });
    };
    for (int row = static_cast<int>(shown.size()) - 1; row >= 0; --row) {
        if (!isIn(rows, shown.at(row).candidate.endpoint)) {
            beginRemoveRows(parent, row, row);
            shown.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (!isIn(shown, rows.at(row).candidate.endpoint)) {
            const int place = qMin(row, static_cast<int>(shown.size()));
            beginInsertRows(parent, place, place);
            shown.insert(place, rows.at(row));
            endInsertRows();
        }
    }
    // Both hold the same rows now; what stands elsewhere in the newest plan moves there.
    for (int row = 0; row < rows.size(); ++row) {
        int from = row;
        while (shown.at(from).candidate.endpoint != rows.at(row).candidate.endpoint)
            ++from;
        if (from != row && beginMoveRows(parent, from, from, parent, row)) {
            shown.move(from, row);
            endMoveRows();
        }
    }
    if (shown == rows)
        return;
    shown = rows;
    emit dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, ColumnCount - 1, parent));
}

QVariant AttemptModel::groupData(int group, int column, int role) const
{
    if (column != Service)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return group == 0 ? tr("Incoming mail") : tr("Outgoing mail");
    case Qt::DecorationRole:
        return Theme::icon(group == 0 ? u"incoming"_s : u"outgoing"_s);
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return font;
    }
    default:
        return {};
    }
}

QVariant AttemptModel::cellData(const AttemptState &attempt, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(attempt, column);
    case Qt::DecorationRole:
        return column == Result ? QVariant(EndpointState::of(attempt).icon()) : QVariant();
    case Qt::ForegroundRole:
        return column == Result ? QVariant(Theme::color(EndpointState::of(attempt).colorRole()))
                                : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(isRecommended(attempt));
        return font;
    }
    case Qt::TextAlignmentRole:
        return column == Port || column == Time
            ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant();
    default:
        return {};
    }
}

QString AttemptModel::cellText(const AttemptState &attempt, int column) const
{
    const Endpoint &endpoint = attempt.candidate.endpoint;
    switch (column) {
    case Service:
        return EndpointState::protocolName(endpoint.protocol);
    case Host:
        return endpoint.host;
    case Port:
        return QString::number(endpoint.port);
    case SecurityMode:
        return EndpointState::securityName(endpoint.security);
    case Result: {
        const QString text = EndpointState::of(attempt).text();
        return isRecommended(attempt) ? tr("%1 – best").arg(text) : text;
    }
    case Time:
        if (!attempt.report || attempt.report->stages.isEmpty())
            return {};
        return tr("%1 s").arg(QLocale().toString(attempt.report->endMs() / 1000, 'f', 2));
    default:
        return {};
    }
}

bool AttemptModel::isRecommended(const AttemptState &attempt) const
{
    const Endpoint &endpoint = attempt.candidate.endpoint;
    return (m_recommended.incoming && m_recommended.incoming->endpoint == endpoint)
        || (m_recommended.outgoing && m_recommended.outgoing->endpoint == endpoint);
}

} // namespace postern
