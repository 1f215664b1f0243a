// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <memory>

namespace postern {

/// Lets one program at a time change what stands beside the lock's file, which stays where it is. The
/// lock is the system's own: it ends with the program that holds it, however that ends.
class FileLock
{
public:
    FileLock();
    ~FileLock(); ///< Gives the lock back.
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    enum class Outcome {
        Locked,
        Busy, ///< Another program held it all the time.
        Failed, ///< The file cannot be made or opened, or is a link.
    };
    /// Waits @p patience at most.
    [[nodiscard]] Outcome lock(const QString &path, std::chrono::milliseconds patience);

private:
    struct State;

    std::shared_ptr<State> m_state; ///< Shared with a thread that still waits, if any.
};

} // namespace postern
