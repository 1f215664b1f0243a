// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <vector>

namespace postern {

/// A clock that stands still until a test lets time pass. It begins at the real time, so that
/// certificates made for the test are valid.
class ManualClock final : public Clock
{
public:
    QDateTime utcNow() const override;
    double monotonicMs() const override;
    std::unique_ptr<Alarm> callAfter(
        std::chrono::milliseconds delay, std::function<void()> ring) override;

    /// Lets time pass. What becomes due on the way rings in its order, each at its moment.
    void advance(std::chrono::milliseconds duration);
    /// How many calls are still to come.
    int alarmCount() const;

private:
    struct DueCall
    {
        std::chrono::milliseconds due;
        std::function<void()> ring;
    };
    class ManualAlarm;

    std::shared_ptr<DueCall> takeNextUntil(std::chrono::milliseconds end);

    QDateTime m_start = QDateTime::currentDateTimeUtc();
    std::chrono::milliseconds m_now{0};
    std::vector<std::weak_ptr<DueCall>> m_calls; ///< In the order in which they were asked for.
};

} // namespace postern
