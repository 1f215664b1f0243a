// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deafports.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace postern {

DeafPorts::DeafPorts(const QString &ipv4Address, const QList<quint16> &ports)
    : m_address(ipv4Address)
{
    for (const quint16 port : ports)
        m_areReady &= close(port);
}

DeafPorts::~DeafPorts()
{
    for (const int handle : m_sockets)
        ::close(handle);
}

bool DeafPorts::close(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (inet_pton(AF_INET, qUtf8Printable(m_address), &address.sin_addr) != 1)
        return false;
    const auto *name = reinterpret_cast<const sockaddr *>(&address);
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int first = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    m_sockets.insert(m_sockets.end(), {listener, first});
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return bind(listener, name, sizeof address) == 0 && listen(listener, 0) == 0
        && connect(first, name, sizeof address) == 0;
}

} // namespace postern
