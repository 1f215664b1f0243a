// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/connectionbudget.h"

#include <algorithm>

namespace postern {

ConnectionBudget::ConnectionBudget(int inAll, QObject *parent) : QObject(parent), m_inAll(inAll) { }

bool ConnectionBudget::hasRoomFor(const QList<QHostAddress> &addresses) const
{
    return m_taken < m_inAll
        && std::all_of(addresses.begin(), addresses.end(), [this](const QHostAddress &address) {
               return m_byAddress.value(address) < perAddress;
           });
}

void ConnectionBudget::take(const QList<QHostAddress> &addresses)
{
    ++m_taken;
    for (const QHostAddress &address : addresses)
        ++m_byAddress[address];
}

void ConnectionBudget::release(const QList<QHostAddress> &addresses)
{
    --m_taken;
    for (const QHostAddress &address : addresses) {
        if (--m_byAddress[address] == 0)
            m_byAddress.remove(address);
    }
    emit released();
}

} // namespace postern
