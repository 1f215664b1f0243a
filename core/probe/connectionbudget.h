// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>

namespace postern {

/// How many connections may be open at a time, in all and to one address whatever its names: what
/// keeps off a server's connection limit and its fail2ban. Several searches may share one.
class ConnectionBudget final : public QObject
{
    Q_OBJECT
public:
    static constexpr int usualInAll = 24;
    static constexpr int perAddress = 6;

    explicit ConnectionBudget(int inAll = usualInAll, QObject *parent = nullptr);

    /// Whether a connection may be opened that races these addresses.
    bool hasRoomFor(const QList<QHostAddress> &addresses) const;
    void take(const QList<QHostAddress> &addresses);
    void release(const QList<QHostAddress> &addresses);

signals:
    void released(); ///< There may be room again.

private:
    int m_inAll;
    int m_taken = 0;
    QHash<QHostAddress, int> m_byAddress;
};

} // namespace postern
