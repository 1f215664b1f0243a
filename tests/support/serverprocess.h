// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace postern {

/// A server program as a child process with a folder of its own. Ends, with every process that it
/// started, when this object does.
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess();

    static QString findProgram(const QString &name); ///< Empty where it is not installed.

    QString folder() const; ///< Every user may enter it.
    QString path(const QString &name) const; ///< Inside the folder.
    enum class Readers { Root, Everyone };
    void writeFile(
        const QString &name, const QByteArray &content, Readers readers = Readers::Root) const;
    QString makeFolder(const QString &name, const QString &owner) const; ///< Gives its path.

    /// OpenSSL reads it where OPENSSL_CONF names it: lets a server use keys, digests and versions
    /// that Debian's own settings would refuse. Empty versions set no bound. Gives its path.
    QString writeOpenSslConfig(const QString &minTls, const QString &maxTls) const;

    void start(const QString &program, const QStringList &arguments);
    /// False when the process ends, or a port stays closed for a quarter of a minute.
    bool waitUntilListening(const QHostAddress &address, const QList<quint16> &ports);

    QString log() const; ///< The file "log" and what the program printed.

private:
    bool waitUntilOpen(const QHostAddress &address, quint16 port);

    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace postern
