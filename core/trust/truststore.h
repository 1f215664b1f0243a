// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "trust/trustexception.h"

#include <QStringList>

#include <functional>

namespace postern {

/// What went wrong with the file of exceptions.
struct TrustStoreProblem
{
    enum class Kind {
        Unreadable, ///< Could not be opened or is not a regular file of this user.
        Malformed, ///< Not a document of ours; kept aside.
        NewerVersion, ///< Written by a newer Postern; left alone and not written to.
        NotWritten, ///< Could not be saved.
    };

    Kind kind = Kind::Unreadable;
    QString path; ///< The file that has the trouble.
    QString keptAs; ///< Where the unreadable file was put; empty where it was left in place.
    QString detail;

    friend bool operator==(const TrustStoreProblem &, const TrustStoreProblem &) = default;
};

/// The accepted certificates in one JSON file, mode 0600. Each change reads, merges and
/// replaces the file atomically under a lock, so that two programs lose nothing of each other.
/// What cannot be read counts as empty, is never overwritten, and is reported.
class TrustStore
{
public:
    explicit TrustStore(const QString &path);

    /// The exceptions that last until withdrawn. A damaged file is moved aside, under the lock.
    [[nodiscard]] Result<QList<TrustException>, TrustStoreProblem> load() const;
    /// Adds @p exceptions, each in place of an earlier one about the same.
    /// Returns all that are stored now.
    [[nodiscard]] Result<QList<TrustException>, TrustStoreProblem> add(
        const QList<TrustException> &exceptions);
    /// Withdraws those that @p isMeant names. Returns all that are stored now.
    [[nodiscard]] Result<QList<TrustException>, TrustStoreProblem> remove(
        const std::function<bool(const TrustException &)> &isMeant);

    const QString &path() const { return m_path; }

private:
    QString lockPath() const { return m_path + QStringLiteral(".lock"); }
    using Stored = Result<QList<TrustException>, TrustStoreProblem>;

    Stored read() const;
    Stored readOrKeepAside() const;
    Result<QList<TrustException>, TrustStoreProblem> change(
        const std::function<void(QList<TrustException> &)> &edit);
    Result<QList<TrustException>, TrustStoreProblem> write(
        const QList<TrustException> &exceptions) const;
    Stored keepAside(TrustStoreProblem problem) const;

    QString m_path;
};

} // namespace postern
