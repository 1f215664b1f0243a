// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpointstate.h"
#include "setup/setupstate.h"

#include <QAbstractItemModel>
#include <QIcon>

namespace postern {

/// The attempts of a detection as a tree of two groups, incoming and outgoing. Rows keep their
/// place while their state changes; what nothing pointed to is left out.
class AttemptModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Service, Host, Port, SecurityMode, Result, Time, ColumnCount };

    explicit AttemptModel(QObject *parent = nullptr);

    void setState(const SetupState &state);
    /// The attempt in a row; null for a group.
    const AttemptState *attempt(const QModelIndex &index) const;
    /// The row of an endpoint; invalid where it is not shown.
    QModelIndex indexOf(const Endpoint &endpoint) const;
    /// A row as text for the clipboard.
    QString rowText(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A row with what its cells show; made once, not each time a cell is painted.
    struct Row
    {
        AttemptState attempt;
        EndpointState state;
        QIcon icon;
        bool isRecommended = false;
    };
    using Rows = QList<Row>;

    Row rowFor(const AttemptState &attempt) const;
    const Row *row(const QModelIndex &index) const;
    void updateGroup(int group, const QList<AttemptState> &attempts);
    void arrange(int group, const QList<AttemptState> &attempts);
    QVariant groupData(int group, int column, int role) const;
    static QVariant cellData(const Row &row, int column, int role);
    static QString cellText(const Row &row, int column);
    bool isRecommended(const AttemptState &attempt) const;

    Rows m_groups[2];
    AccountSettings m_recommended;
};

} // namespace postern
