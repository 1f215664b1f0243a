// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/truststore.h"

#include "trust/filelock.h"
#include "trust/trustdocument.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <unistd.h>

#include <cerrno>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Some ten thousand exceptions; a larger file is not ours.
constexpr qint64 maxFileBytes = 32 * 1024 * 1024;
constexpr std::chrono::seconds patience{2}; // another Postern holds it for milliseconds

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

Failure<TrustStoreProblem> failure(
    TrustStoreProblem::Kind kind, const QString &path, const QString &detail)
{
    return Failure{TrustStoreProblem{kind, path, {}, detail}};
}

/// A directory that only its owner can enter, whatever the umask was.
bool makePrivateDirectory(const QString &path)
{
    return QFileInfo::exists(path)
        || (QDir().mkpath(path) && QFile::setPermissions(path, ownerOnly | QFile::ExeOwner));
}

} // namespace

TrustStore::TrustStore(const QString &path) : m_path(path) { }

Result<QList<TrustException>, TrustStoreProblem> TrustStore::load() const
{
    Stored stored = read();
    if (stored || stored.error().kind != TrustStoreProblem::Kind::Malformed)
        return stored;
    // Another program may just be replacing it: only who holds the lock may move it.
    FileLock lock;
    return lock.lock(lockPath(), patience) == FileLock::Outcome::Locked ? readOrKeepAside()
                                                                        : stored;
}

TrustStore::Stored TrustStore::read() const
{
    const QFileInfo info(m_path);
    if (!info.exists() && !info.isSymLink()) {
        // A file that cannot be reached is not one that is not there.
        if (access(QFile::encodeName(m_path).constData(), F_OK) != 0 && errno == EACCES)
            return failure(TrustStoreProblem::Kind::Unreadable, m_path, qt_error_string(errno));
        return QList<TrustException>();
    }
    // A link, a pipe, or a file that others own or can write would decide for the user.
    const bool isWritableByOthers = info.permissions() & (QFile::WriteGroup | QFile::WriteOther);
    if (info.isSymLink() || !info.isFile() || isWritableByOthers || info.ownerId() != geteuid())
        return failure(
            TrustStoreProblem::Kind::Unreadable, m_path, u"not a private regular file"_s);
    QFile file(m_path);
    if (info.size() > maxFileBytes)
        return failure(TrustStoreProblem::Kind::Unreadable, m_path, u"too large"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(TrustStoreProblem::Kind::Unreadable, m_path, file.errorString());

    const auto exceptions = readTrustDocument(file.readAll());
    if (exceptions)
        return *exceptions;
    switch (exceptions.error()) {
    case TrustDocumentError::NewerVersion:
        return failure(TrustStoreProblem::Kind::NewerVersion, m_path, {});
    case TrustDocumentError::Malformed:
        break;
    }
    return failure(
        TrustStoreProblem::Kind::Malformed, m_path, u"not a list of accepted certificates"_s);
}

/// Only with the lock held.
TrustStore::Stored TrustStore::readOrKeepAside() const
{
    const Stored stored = read();
    const bool isDamaged = !stored && stored.error().kind == TrustStoreProblem::Kind::Malformed;
    return isDamaged ? keepAside(stored.error()) : stored;
}

Result<QList<TrustException>, TrustStoreProblem> TrustStore::add(
    const QList<TrustException> &exceptions)
{
    return change([&exceptions](QList<TrustException> &stored) {
        for (const TrustException &exception : exceptions) {
            stored.removeIf(
                [&](const TrustException &known) { return known.isAboutSameAs(exception); });
            stored.append(exception);
        }
    });
}

Result<QList<TrustException>, TrustStoreProblem> TrustStore::remove(
    const std::function<bool(const TrustException &)> &isMeant)
{
    return change([&isMeant](QList<TrustException> &stored) { stored.removeIf(isMeant); });
}

Result<QList<TrustException>, TrustStoreProblem> TrustStore::change(
    const std::function<void(QList<TrustException> &)> &edit)
{
    if (!makePrivateDirectory(QFileInfo(m_path).absolutePath()))
        return failure(TrustStoreProblem::Kind::NotWritten, m_path, u"no such directory"_s);
    FileLock lock;
    const FileLock::Outcome outcome = lock.lock(lockPath(), patience);
    if (outcome != FileLock::Outcome::Locked)
        return failure(TrustStoreProblem::Kind::NotWritten, m_path,
            outcome == FileLock::Outcome::Busy ? u"another program is writing it"_s
                                               : u"the folder cannot be written to"_s);
    Stored stored = readOrKeepAside();
    if (!stored && stored.error().keptAs.isEmpty())
        return stored; // whatever lies there is not ours to replace
    QList<TrustException> exceptions = stored ? *stored : QList<TrustException>();
    edit(exceptions);
    return write(exceptions);
}

Result<QList<TrustException>, TrustStoreProblem> TrustStore::write(
    const QList<TrustException> &exceptions) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly)
        || file.write(writeTrustDocument(exceptions)) < 0 || !file.commit())
        return failure(TrustStoreProblem::Kind::NotWritten, m_path, file.errorString());
    return exceptions;
}

TrustStore::Stored TrustStore::keepAside(TrustStoreProblem problem) const
{
    QString aside = m_path + ".unreadable"_L1;
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = u"%1.unreadable-%2"_s.arg(m_path).arg(i);
    if (QFile::rename(m_path, aside))
        problem.keptAs = aside;
    return Failure{problem};
}

} // namespace postern
