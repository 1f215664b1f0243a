// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>

#include <vector>

struct ares_channeldata;

namespace postern {

/// c-ares' sockets and time-outs, seen by Qt's event loop.
class AresSockets final : public QObject
{
    Q_OBJECT
public:
    explicit AresSockets(Clock &clock, QObject *parent = nullptr);
    ~AresSockets() override;

    /// For ares_options: tells of every socket that c-ares opens, wants watched, or closes.
    static void onSocketState(void *self, int socket, int isReadable, int isWritable);
    /// The channel whose sockets these are; null: none any more.
    void setChannel(ares_channeldata *channel) { m_channel = channel; }
    /// To be called after each question.
    void armTimer();

private:
    struct Watch;

    void watch(int socket, bool isReadable, bool isWritable);
    void process(int readable, int writable);

    Clock &m_clock;
    ares_channeldata *m_channel = nullptr;
    std::vector<std::unique_ptr<Watch>> m_watches;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace postern
