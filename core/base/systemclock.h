// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QElapsedTimer>

namespace postern {

/// The computer's clock and Qt's timers.
class SystemClock final : public Clock
{
public:
    SystemClock();

    QDateTime utcNow() const override;
    double monotonicMs() const override;
    std::unique_ptr<Alarm> callAfter(
        std::chrono::milliseconds delay, std::function<void()> ring) override;

private:
    QElapsedTimer m_timer;
};

} // namespace postern
