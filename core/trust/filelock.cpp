// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/filelock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace postern {

struct FileLock::State
{
    explicit State(const QString &path)
        : descriptor(open(QFile::encodeName(path).constData(),
            O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR))
    {
    }
    ~State()
    {
        if (descriptor >= 0)
            close(descriptor); // which gives the lock back
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    bool take(int how) const
    {
        int result = 0;
        do
            result = flock(descriptor, how);
        while (result != 0 && errno == EINTR);
        return result == 0;
    }

    const int descriptor;
    std::mutex mutex;
    std::condition_variable hasEnded;
    bool isLocked = false;
    bool isOver = false; ///< The waiting.
};

FileLock::FileLock() = default;
FileLock::~FileLock() = default;

FileLock::Outcome FileLock::lock(const QString &path, std::chrono::milliseconds patience)
{
    m_state = std::make_shared<State>(path);
    if (m_state->descriptor < 0)
        return Outcome::Failed;
    if (m_state->take(LOCK_EX | LOCK_NB))
        return Outcome::Locked;
    if (errno != EWOULDBLOCK)
        return Outcome::Failed;
    // The system can wait, but not with a bound: a thread waits, and gives the lock back at once where
    // nobody wants it any more.
    std::thread([state = m_state] {
        const bool isLocked = state->take(LOCK_EX);
        const std::lock_guard guard(state->mutex);
        state->isLocked = isLocked;
        state->isOver = true;
        state->hasEnded.notify_one();
    }).detach();
    std::unique_lock guard(m_state->mutex);
    m_state->hasEnded.wait_for(guard, patience, [this] { return m_state->isOver; });
    const Outcome outcome = m_state->isLocked ? Outcome::Locked : Outcome::Busy;
    guard.unlock();
    if (outcome != Outcome::Locked)
        m_state.reset();
    return outcome;
}

} // namespace postern
