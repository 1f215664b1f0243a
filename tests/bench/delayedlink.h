// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

#include <atomic>
#include <chrono>
#include <thread>

namespace postern {

/// A point-to-point line between two network namespaces: two TUN devices, and a thread that
/// carries packets from one to the other, each half a round trip later. It can lose what a
/// firewall or a black hole would.
class DelayedLink
{
public:
    explicit DelayedLink(std::chrono::microseconds roundTrip);
    ~DelayedLink();
    DelayedLink(const DelayedLink &) = delete;
    DelayedLink &operator=(const DelayedLink &) = delete;

    /// Makes a TUN device in the calling thread's network namespace and keeps its end.
    bool openServerEnd(const QString &name) { return open(name, m_serverEnd); }
    bool openClientEnd(const QString &name) { return open(name, m_clientEnd); }
    void start();

    /// Connections from the client to these ports meet with silence, at every address.
    void setDroppedPorts(const QSet<quint16> &ports);
    /// All of IPv6 meets with silence.
    void setIpv6Dropped(bool isDropped) { m_isIpv6Dropped = isDropped; }

private:
    static bool open(const QString &name, int &end);
    void carry();
    bool isDropped(const char *packet, qsizetype size) const;

    std::chrono::microseconds m_oneWay;
    int m_serverEnd = -1;
    int m_clientEnd = -1;
    int m_stop[2] = {-1, -1};
    std::atomic<bool> m_isIpv6Dropped = false;
    std::atomic<bool> m_isPortDropped[65536] = {};
    std::thread m_thread;
};

} // namespace postern
