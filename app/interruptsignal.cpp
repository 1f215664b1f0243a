// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruptsignal.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace postern {

namespace {

int interruptPipe[2] = {-1, -1};

void onInterrupt(int)
{
    const char byte = 1;
    // Nothing can be done in a signal handler if it fails.
    [[maybe_unused]] const auto written = write(interruptPipe[1], &byte, 1);
}

} // namespace

InterruptSignal::InterruptSignal(QObject *parent) : QObject(parent)
{
    if (pipe2(interruptPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(interruptPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(interruptPipe[0], &byte, 1) > 0) { }
        emit interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = onInterrupt;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND); // a second one ends at once
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

InterruptSignal::~InterruptSignal() = default;

} // namespace postern
