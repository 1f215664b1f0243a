// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace postern {

/// Tells a connection that was reset from one that the peer ended in order; Qt reports both alike, and
/// has closed its socket by then. Holds a descriptor of its own meanwhile.
class ResetWatch
{
public:
    ResetWatch() = default;
    ~ResetWatch();
    ResetWatch(const ResetWatch &) = delete;
    ResetWatch &operator=(const ResetWatch &) = delete;

    void watch(qintptr descriptor);
    void stop();
    /// Whether the connection is reset, and not a byte had come. False where nothing is watched and
    /// where the system does not tell.
    [[nodiscard]] bool isResetBeforeAnyByte() const;

private:
    int m_descriptor = -1;
};

} // namespace postern
