// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace postern {

/// A call that is due later. Destroying it cancels the call.
class Alarm
{
public:
    virtual ~Alarm() = default;

protected:
    Alarm() = default;
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;
};

/// The time, and calls at a later time. Whoever needs either is given a Clock, so that
/// deadlines and expiry dates can be tested without waiting for them.
class Clock
{
public:
    virtual ~Clock() = default;

    virtual QDateTime utcNow() const = 0;
    /// Milliseconds since some fixed moment; never goes back.
    virtual double monotonicMs() const = 0;
    /// Calls @p ring once, from the event loop, after @p delay.
    [[nodiscard]] virtual std::unique_ptr<Alarm> callAfter(
        std::chrono::milliseconds delay, std::function<void()> ring)
        = 0;

protected:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
};

} // namespace postern
