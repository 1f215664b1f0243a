// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverprocess.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QNetworkProxy>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTimer>

#include <pwd.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace postern {

ServerProcess::ServerProcess()
    // Wherever TMPDIR is: every user must get there, and the path of a socket has 108 bytes at most.
    : m_folder(u"/tmp/ps-XXXXXX"_s)
{
    chmod(QFile::encodeName(m_folder.path()).constData(), 0711);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path(u"output"_s));
    m_process.setChildProcessModifier([] { setsid(); });
}

ServerProcess::~ServerProcess()
{
    const auto group = pid_t(m_process.processId());
    if (group <= 0)
        return;
    // Asked to end, Postfix's master sleeps a second and leaves an smtpd in conversation behind.
    kill(-group, SIGKILL);
    m_process.kill();
    m_process.waitForFinished();
}

QString ServerProcess::findProgram(const QString &name)
{
    // The path of an ordinary user leaves the sbin folders out.
    return QStandardPaths::findExecutable(
        name, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/sbin"_s, u"/bin"_s, u"/usr/lib/postfix/sbin"_s});
}

QString ServerProcess::folder() const
{
    return m_folder.path();
}

QString ServerProcess::path(const QString &name) const
{
    return m_folder.filePath(name);
}

void ServerProcess::writeFile(const QString &name, const QByteArray &content, Readers readers) const
{
    QFile file(path(name));
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && fchmod(file.handle(), readers == Readers::Root ? 0600 : 0644) == 0
        && file.write(content) == content.size();
    if (!isWritten)
        qFatal("%s: %s", qUtf8Printable(file.fileName()), qUtf8Printable(file.errorString()));
}

QString ServerProcess::makeFolder(const QString &name, const QString &owner) const
{
    QString made = path(name);
    const QByteArray encoded = QFile::encodeName(made);
    const passwd *user = getpwnam(owner.toLocal8Bit().constData());
    const bool isMade = user != nullptr && QDir().mkpath(made)
        && chmod(encoded.constData(), 0755) == 0
        && chown(encoded.constData(), user->pw_uid, user->pw_gid) == 0;
    if (!isMade)
        qFatal("%s: cannot be made for the user %s", encoded.constData(), qUtf8Printable(owner));
    return made;
}

QString ServerProcess::writeOpenSslConfig(const QString &minTls, const QString &maxTls) const
{
    QByteArray config = "openssl_conf = start\n[start]\nssl_conf = ssl\n[ssl]\n"
                        "system_default = default\n[default]\nCipherString = DEFAULT@SECLEVEL=0\n";
    if (!minTls.isEmpty())
        config += "MinProtocol = " + minTls.toLatin1() + '\n';
    if (!maxTls.isEmpty())
        config += "MaxProtocol = " + maxTls.toLatin1() + '\n';
    writeFile(u"openssl.cnf"_s, config, Readers::Everyone);
    return path(u"openssl.cnf"_s);
}

void ServerProcess::start(const QString &program, const QStringList &arguments)
{
    m_process.start(findProgram(program), arguments);
}

bool ServerProcess::waitUntilListening(const QHostAddress &address, const QList<quint16> &ports)
{
    return std::all_of(
        ports.begin(), ports.end(), [&](quint16 port) { return waitUntilOpen(address, port); });
}

bool ServerProcess::waitUntilOpen(const QHostAddress &address, quint16 port)
{
    QEventLoop loop;
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QTimer retry;
    retry.setSingleShot(true);
    const auto tryAgain = [&] {
        socket.abort();
        socket.connectToHost(address, port);
    };
    const auto giveUp = [&] { loop.exit(EXIT_FAILURE); };

    QObject::connect(&socket, &QTcpSocket::connected, &loop, [&] { loop.exit(EXIT_SUCCESS); });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &retry, [&] { retry.start(10ms); });
    QObject::connect(&retry, &QTimer::timeout, &socket, tryAgain);
    QObject::connect(&m_process, &QProcess::finished, &loop, giveUp);
    QObject::connect(&m_process, &QProcess::errorOccurred, &loop, giveUp);
    QTimer::singleShot(15s, &loop, giveUp);

    if (m_process.state() == QProcess::NotRunning)
        return false;
    tryAgain();
    return loop.exec() == EXIT_SUCCESS;
}

QString ServerProcess::log() const
{
    QString text;
    for (const QString &name : {u"log"_s, u"output"_s}) {
        QFile file(path(name));
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll());
    }
    return text;
}

} // namespace postern
