// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace postern {

/// Ports of a loopback address where every attempt to connect runs out, as behind a firewall that
/// drops it: they listen with a queue for one connection, and that one is in it.
class DeafPorts
{
public:
    DeafPorts(const QString &ipv4Address, const QList<quint16> &ports);
    ~DeafPorts();
    DeafPorts(const DeafPorts &) = delete;
    DeafPorts &operator=(const DeafPorts &) = delete;

    bool areReady() const { return m_areReady; } ///< Otherwise a port was taken.

private:
    bool close(quint16 port);

    QString m_address;
    std::vector<int> m_sockets;
    bool m_areReady = true;
};

} // namespace postern
