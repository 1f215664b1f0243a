// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/aressockets.h"

#include <QSocketNotifier>

#include <ares.h>

#include <sys/time.h>

#include <algorithm>

namespace postern {

struct AresSockets::Watch
{
    int socket;
    QSocketNotifier reads;
    QSocketNotifier writes;

    explicit Watch(int descriptor)
        : socket(descriptor),
          reads(descriptor, QSocketNotifier::Read),
          writes(descriptor, QSocketNotifier::Write)
    {
    }
};

AresSockets::AresSockets(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

AresSockets::~AresSockets() = default;

void AresSockets::onSocketState(void *self, int socket, int isReadable, int isWritable)
{
    static_cast<AresSockets *>(self)->watch(socket, isReadable != 0, isWritable != 0);
}

void AresSockets::watch(int socket, bool isReadable, bool isWritable)
{
    const auto known = std::find_if(m_watches.begin(), m_watches.end(),
        [socket](const auto &w) { return w->socket == socket; });
    if (!isReadable && !isWritable) {
        if (known != m_watches.end()) {
            // c-ares may say this from within a notifier's own signal.
            (*known)->reads.setEnabled(false);
            (*known)->writes.setEnabled(false);
            QMetaObject::invokeMethod(
                this, [old = std::shared_ptr<Watch>(std::move(*known))] {}, Qt::QueuedConnection);
            m_watches.erase(known);
        }
        return;
    }
    Watch *watch = nullptr;
    if (known != m_watches.end()) {
        watch = known->get();
    } else {
        m_watches.push_back(std::make_unique<Watch>(socket));
        watch = m_watches.back().get();
        connect(&watch->reads, &QSocketNotifier::activated, this,
            [this, socket] { process(socket, ARES_SOCKET_BAD); });
        connect(&watch->writes, &QSocketNotifier::activated, this,
            [this, socket] { process(ARES_SOCKET_BAD, socket); });
    }
    watch->reads.setEnabled(isReadable);
    watch->writes.setEnabled(isWritable);
}

void AresSockets::process(int readable, int writable)
{
    ares_process_fd(m_channel, readable, writable);
    armTimer();
}

void AresSockets::armTimer()
{
    timeval next = {};
    if (!ares_timeout(m_channel, nullptr, &next)) {
        m_alarm.reset();
        return;
    }
    const std::chrono::milliseconds delay(next.tv_sec * 1000 + next.tv_usec / 1000 + 1);
    m_alarm = m_clock.callAfter(delay, [this] { process(ARES_SOCKET_BAD, ARES_SOCKET_BAD); });
}

} // namespace postern
