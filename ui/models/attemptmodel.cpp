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

bool isSameRow(const AttemptState &a, const AttemptState &b)
{
    return a.candidate.endpoint == b.candidate.endpoint;
}

/// Whether both would be painted alike. Comparing whole reports would compare certificates.
bool looksSame(const AttemptState &a, const AttemptState &b)
{
    if (a.stage != b.stage || a.report.has_value() != b.report.has_value()
        || a.candidate.provenance.source != b.candidate.provenance.source)
        return false;
    if (!a.report)
        return true;
    const auto trustOf = [](const ProbeReport &report) {
        return report.tls ? std::optional(report.tls->trust) : std::nullopt;
    };
    return a.report->outcome == b.report->outcome && a.report->endMs() == b.report->endMs()
        && trustOf(*a.report) == trustOf(*b.report)
        && a.report->superseded.has_value() == b.report->superseded.has_value();
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
    QList<AttemptState> attempts[2];
    for (const AttemptState &attempt : state.attempts) {
        if (isShown(attempt))
            attempts[groupOf(attempt)].append(attempt);
    }
    m_recommended = state.detection.settings;
    for (int group = 0; group < 2; ++group)
        updateGroup(group, attempts[group]);
}

const AttemptState *AttemptModel::attempt(const QModelIndex &index) const
{
    const Row *found = row(index);
    return found ? &found->attempt : nullptr;
}

const AttemptModel::Row *AttemptModel::row(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return nullptr;
    const Rows &rows = m_groups[index.internalId() - 1];
    return index.row() < rows.size() ? &rows.at(index.row()) : nullptr;
}

AttemptModel::Row AttemptModel::rowFor(const AttemptState &attempt) const
{
    const EndpointState state = EndpointState::of(attempt);
    return {attempt, state, state.icon(), isRecommended(attempt)};
}

QModelIndex AttemptModel::indexOf(const Endpoint &endpoint) const
{
    for (int group = 0; group < 2; ++group) {
        for (int row = 0; row < m_groups[group].size(); ++row) {
            if (m_groups[group].at(row).attempt.candidate.endpoint == endpoint)
                return createIndex(row, 0, static_cast<quintptr>(group) + 1);
        }
    }
    return {};
}

QString AttemptModel::rowText(const QModelIndex &index) const
{
    const Row *found = row(index);
    if (!found)
        return {};
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells.append(cellText(*found, column));
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
    const Row *found = row(index);
    return found ? cellData(*found, index.column(), role)
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
    switch (static_cast<Column>(section)) {
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
    case ColumnCount:
        break;
    }
    return {};
}

/// Brings rows in and out, and repaints those that changed, so that a selection survives.
void AttemptModel::updateGroup(int group, const QList<AttemptState> &attempts)
{
    arrange(group, attempts);
    Rows &shown = m_groups[group];
    const QModelIndex parent = createIndex(group, 0, groupId);
    for (int row = 0; row < shown.size(); ++row) {
        const AttemptState &attempt = attempts.at(row);
        if (looksSame(shown.at(row).attempt, attempt)
            && shown.at(row).isRecommended == isRecommended(attempt)) {
            shown[row].attempt = attempt; // there may be more to know of it all the same
            continue;
        }
        shown[row] = rowFor(attempt);
        emit dataChanged(index(row, 0, parent), index(row, ColumnCount - 1, parent));
    }
}

/// Makes the group have a row for each of @p attempts, in their order.
void AttemptModel::arrange(int group, const QList<AttemptState> &attempts)
{
    Rows &shown = m_groups[group];
    const QModelIndex parent = createIndex(group, 0, groupId);
    for (int row = static_cast<int>(shown.size()) - 1; row >= 0; --row) {
        const bool isWanted = std::any_of(
            attempts.begin(), attempts.end(), [&shown, row](const AttemptState &attempt) {
                return isSameRow(shown.at(row).attempt, attempt);
            });
        if (!isWanted) {
            beginRemoveRows(parent, row, row);
            shown.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < attempts.size(); ++row) {
        int from = row;
        while (from < shown.size() && !isSameRow(shown.at(from).attempt, attempts.at(row)))
            ++from;
        if (from == shown.size()) {
            beginInsertRows(parent, row, row);
            shown.insert(row, rowFor(attempts.at(row)));
            endInsertRows();
        } else if (from != row && beginMoveRows(parent, from, from, parent, row)) {
            shown.move(from, row);
            endMoveRows();
        }
    }
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

QVariant AttemptModel::cellData(const Row &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::DecorationRole:
        return column == Result ? QVariant(row.icon) : QVariant();
    case Qt::ForegroundRole:
        return column == Result ? QVariant(Theme::color(row.state.colorRole())) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(row.isRecommended);
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

QString AttemptModel::cellText(const Row &row, int column)
{
    const Endpoint &endpoint = row.attempt.candidate.endpoint;
    const auto &report = row.attempt.report;
    switch (static_cast<Column>(column)) {
    case Service:
        return EndpointState::protocolName(endpoint.protocol);
    case Host:
        return endpoint.host;
    case Port:
        return QString::number(endpoint.port);
    case SecurityMode:
        return EndpointState::securityName(endpoint.security);
    case Result:
        return row.isRecommended ? tr("%1 – best").arg(row.state.text()) : row.state.text();
    case Time:
        return report && !report->stages.isEmpty()
            ? Theme::leftToRight(tr("%1 s").arg(QLocale().toString(report->endMs() / 1000, 'f', 2)))
            : QString();
    case ColumnCount:
        break;
    }
    return {};
}

bool AttemptModel::isRecommended(const AttemptState &attempt) const
{
    const Endpoint &endpoint = attempt.candidate.endpoint;
    return (m_recommended.incoming && m_recommended.incoming->endpoint == endpoint)
        || (m_recommended.outgoing && m_recommended.outgoing->endpoint == endpoint);
}

} // namespace postern
