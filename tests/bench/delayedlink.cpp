// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delayedlink.h"

#include <QByteArray>

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstring>
#include <deque>

namespace postern {

namespace {

using Clock = std::chrono::steady_clock;

constexpr qsizetype largestPacket = 65536;
constexpr int protocolTcp = 6;

struct Packet
{
    Clock::time_point due;
    int to = -1;
    QByteArray bytes;
};

/// Milliseconds would round the delay up; ppoll() takes what there is.
timespec untilDue(const std::deque<Packet> &queue)
{
    const auto left = std::max(Clock::duration::zero(), queue.front().due - Clock::now());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    return {seconds.count(), std::chrono::nanoseconds(left - seconds).count()};
}

} // namespace

DelayedLink::DelayedLink(std::chrono::microseconds roundTrip) : m_oneWay(roundTrip / 2)
{
    if (pipe2(m_stop, O_CLOEXEC) != 0)
        qFatal("DelayedLink: no pipe");
}

DelayedLink::~DelayedLink()
{
    if (m_thread.joinable()) {
        close(m_stop[1]);
        m_thread.join();
    }
    close(m_serverEnd);
    close(m_clientEnd);
}

bool DelayedLink::open(const QString &name, int &end)
{
    end = ::open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
    ifreq request = {};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::strncpy(request.ifr_name, name.toLatin1().constData(), IFNAMSIZ - 1);
    return end >= 0 && ioctl(end, TUNSETIFF, &request) == 0;
}

void DelayedLink::start()
{
    m_thread = std::thread([this] { carry(); });
}

void DelayedLink::setDroppedPorts(const QSet<quint16> &ports)
{
    for (int port = 0; port < 65536; ++port)
        m_isPortDropped[port] = ports.contains(static_cast<quint16>(port));
}

void DelayedLink::carry()
{
    std::deque<Packet> queue; // the delay is the same for all, so they stay in order
    QByteArray buffer(largestPacket, '\0');
    pollfd ends[] = {{m_serverEnd, POLLIN, 0}, {m_clientEnd, POLLIN, 0}, {m_stop[0], POLLIN, 0}};
    while (true) {
        const timespec wait = queue.empty() ? timespec{} : untilDue(queue);
        ppoll(ends, 3, queue.empty() ? nullptr : &wait, nullptr);
        if (ends[2].revents != 0)
            return;
        for (int i = 0; i < 2; ++i) {
            ssize_t size = 0;
            while ((size = read(ends[i].fd, buffer.data(), largestPacket)) > 0) {
                if (!isDropped(buffer.constData(), size))
                    queue.push_back({Clock::now() + m_oneWay, ends[1 - i].fd, buffer.first(size)});
            }
        }
        while (!queue.empty() && queue.front().due <= Clock::now()) {
            const Packet &packet = queue.front();
            // A full device loses packets, as a line does.
            (void)!write(packet.to, packet.bytes.constData(), size_t(packet.bytes.size()));
            queue.pop_front();
        }
    }
}

bool DelayedLink::isDropped(const char *packet, qsizetype size) const
{
    const auto byte = [packet](qsizetype at) { return static_cast<unsigned char>(packet[at]); };
    const int version = size > 0 ? byte(0) >> 4 : 0;
    if (version == 6)
        return m_isIpv6Dropped;
    const qsizetype header = (byte(0) & 0x0f) * 4;
    if (version != 4 || size < header + 4 || byte(9) != protocolTcp)
        return false;
    return m_isPortDropped[byte(header + 2) * 256 + byte(header + 3)];
}

} // namespace postern
