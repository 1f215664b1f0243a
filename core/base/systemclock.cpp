// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemclock.h"

#include <QTimer>

namespace postern {

namespace {

class TimerAlarm final : public Alarm
{
public:
    TimerAlarm(std::chrono::milliseconds delay, std::function<void()> ring)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        // The callback may destroy this alarm, and with it the function that runs: call a copy.
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [ring = std::move(ring)] {
            const auto call = ring;
            call();
        });
        m_timer.start(delay);
    }

private:
    QTimer m_timer;
};

} // namespace

SystemClock::SystemClock()
{
    m_timer.start();
}

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

double SystemClock::monotonicMs() const
{
    return static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
}

std::unique_ptr<Alarm> SystemClock::callAfter(
    std::chrono::milliseconds delay, std::function<void()> ring)
{
    return std::make_unique<TimerAlarm>(delay, std::move(ring));
}

} // namespace postern
