// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manualclock.h"

#include <algorithm>

namespace postern {

/// The call lives as long as this does, whether or not the clock still does.
class ManualClock::ManualAlarm final : public Alarm
{
public:
    explicit ManualAlarm(std::shared_ptr<DueCall> call) : m_call(std::move(call)) { }

private:
    std::shared_ptr<DueCall> m_call;
};

QDateTime ManualClock::utcNow() const
{
    return m_start.addMSecs(m_now.count());
}

double ManualClock::monotonicMs() const
{
    return static_cast<double>(m_now.count());
}

std::unique_ptr<Alarm> ManualClock::callAfter(
    std::chrono::milliseconds delay, std::function<void()> ring)
{
    auto call = std::make_shared<DueCall>(DueCall{m_now + delay, std::move(ring)});
    m_calls.push_back(call);
    return std::make_unique<ManualAlarm>(std::move(call));
}

void ManualClock::advance(std::chrono::milliseconds duration)
{
    const std::chrono::milliseconds end = m_now + duration;
    while (const auto call = takeNextUntil(end)) {
        m_now = std::max(m_now, call->due);
        call->ring();
    }
    m_now = end;
}

int ManualClock::alarmCount() const
{
    return static_cast<int>(std::count_if(
        m_calls.begin(), m_calls.end(), [](const auto &call) { return !call.expired(); }));
}

/// Asked anew after each call, since that may have made or cancelled others.
std::shared_ptr<ManualClock::DueCall> ManualClock::takeNextUntil(std::chrono::milliseconds end)
{
    std::erase_if(m_calls, [](const auto &call) { return call.expired(); });
    const auto next = std::min_element(m_calls.begin(), m_calls.end(),
        [](const auto &a, const auto &b) { return a.lock()->due < b.lock()->due; });
    if (next == m_calls.end() || next->lock()->due > end)
        return nullptr;
    const auto call = next->lock();
    m_calls.erase(next);
    return call;
}

} // namespace postern
