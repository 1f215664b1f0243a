// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/resetwatch.h"

#include <cstddef>
#include <utility>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace postern {

ResetWatch::~ResetWatch()
{
    stop();
}

#ifdef Q_OS_LINUX

namespace {

/// The kernel's name is in a header that cannot stand beside linux/tcp.h: RFC 9293's CLOSED. A peer
/// that ended in order leaves CLOSE-WAIT.
constexpr int closedState = 7;

} // namespace

void ResetWatch::watch(qintptr descriptor)
{
    stop();
    m_descriptor = fcntl(static_cast<int>(descriptor), F_DUPFD_CLOEXEC, 0);
}

void ResetWatch::stop()
{
    if (const int descriptor = std::exchange(m_descriptor, -1); descriptor >= 0)
        close(descriptor);
}

bool ResetWatch::isResetBeforeAnyByte() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    return m_descriptor >= 0 && getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0
        && size >= offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received
        && info.tcpi_state == closedState && info.tcpi_bytes_received == 0;
}

#else

void ResetWatch::watch(qintptr) { }

void ResetWatch::stop() { }

bool ResetWatch::isResetBeforeAnyByte() const
{
    return false;
}

#endif

} // namespace postern
