// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testnetwork.h"

#include <QFile>
#include <QScopeGuard>

#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

constexpr const char *outerNetworkVariable = "POSTERN_TEST_OUTER_NETWORK";

/// For execvp and its kin, which want pointers to char that nobody else owns.
class ArgumentVector
{
public:
    explicit ArgumentVector(const QByteArrayList &arguments) : m_arguments(arguments)
    {
        for (QByteArray &argument : m_arguments)
            m_pointers.push_back(argument.data());
        m_pointers.push_back(nullptr);
    }

    char *const *data() const { return m_pointers.data(); }

private:
    QByteArrayList m_arguments;
    std::vector<char *> m_pointers;
};

QByteArray linkTarget(const char *path)
{
    QByteArray target(4096, '\0');
    target.truncate(std::max<qsizetype>(0, readlink(path, target.data(), size_t(target.size()))));
    return target;
}

QByteArray namespaceIds()
{
    return linkTarget("/proc/self/ns/net") + linkTarget("/proc/self/ns/mnt");
}

/// The variable alone would not do: one left over in a shell must not lead us to mount over the
/// system's own files.
bool isInside()
{
    const QByteArray outside = qgetenv(outerNetworkVariable);
    return !outside.isEmpty() && outside != namespaceIds();
}

bool runsWell(const QByteArrayList &command)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const auto cleanUp = qScopeGuard([&] { posix_spawn_file_actions_destroy(&actions); });

    pid_t child = 0;
    const ArgumentVector arguments(command);
    if (posix_spawnp(&child, arguments.data()[0], &actions, nullptr, arguments.data(), environ)
        != 0)
        return false;
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return status == 0;
}

/// What unshare can do here depends on who we are and on the machine: the best way that works.
std::optional<QByteArrayList> unshareCommand()
{
    const QByteArrayList base{"unshare", "--net", "--mount", "--fork", "--pid", "--kill-child"};
    const QByteArrayList oneUser = base + QByteArrayList{"--user", "--map-root-user"};
    // Dovecot and Postfix need users of their own: subordinate ids and the package uidmap.
    const QByteArrayList manyUsers = oneUser + QByteArrayList{"--map-auto"};
    const QList<QByteArrayList> ways
        = geteuid() == 0 ? QList<QByteArrayList>{base} : QList<QByteArrayList>{manyUsers, oneUser};
    for (const QByteArrayList &way : ways) {
        // LeakSanitizer looks its process up in /proc, but a container may forbid to mount one.
        for (const QByteArrayList &command : {way + QByteArrayList{"--mount-proc"}, way}) {
            if (runsWell(command + QByteArrayList{"true"}))
                return command;
        }
    }
    return std::nullopt;
}

bool bringLoopbackUp()
{
    const int handle = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto cleanUp = qScopeGuard([handle] { close(handle); });
    ifreq request = {};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP;
    return ioctl(handle, SIOCSIFFLAGS, &request) == 0;
}

/// Machines differ in whether a new network has IPv6. A kernel without it has no switch.
void turnIpv6On()
{
    for (const QString &name : {u"all"_s, u"lo"_s}) {
        QFile setting(u"/proc/sys/net/ipv6/conf/%1/disable_ipv6"_s.arg(name));
        if (setting.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            setting.write("0\n");
    }
}

/// The new content is seen by this network's processes only, and needs no file that stays.
bool coverFile(const char *path, const QByteArray &content)
{
    char source[] = "/tmp/postern-XXXXXX";
    const int handle = mkstemp(source);
    if (handle < 0)
        return false;
    const auto cleanUp = qScopeGuard([&] {
        close(handle);
        unlink(source);
    });
    return fchmod(handle, 0644) == 0
        && write(handle, content.constData(), size_t(content.size())) == content.size()
        && mount(source, path, nullptr, MS_BIND, nullptr) == 0;
}

/// The sockets of caching daemons are files: a network namespace does not keep anyone from asking
/// them.
bool coverCachingDaemon()
{
    constexpr const char *folder = "/run/nscd";
    return !QFile::exists(QString::fromLatin1(folder))
        || mount("none", folder, "tmpfs", 0, nullptr) == 0;
}

int prepare()
{
    turnIpv6On();
    const bool isPrepared = bringLoopbackUp()
        && coverFile("/etc/resolv.conf", "nameserver 127.0.0.53\noptions timeout:2 attempts:1\n")
        && coverFile("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n")
        && coverCachingDaemon();
    if (isPrepared)
        return 0;
    return TestNetwork::unavailable(u"the network namespace could not be set up: "_s
        + QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

int TestNetwork::enter(int argc, char **argv)
{
    if (isInside())
        return prepare();

    const auto command = unshareCommand();
    if (!command)
        return unavailable(u"unshare cannot make a network namespace here"_s);
    // Not /proc/self/exe: it is unshare that would open it.
    QByteArrayList arguments = *command + QByteArrayList{"--", linkTarget("/proc/self/exe")};
    for (int i = 1; i < argc; ++i)
        arguments << argv[i];
    qputenv(outerNetworkVariable, namespaceIds());
    execvp("unshare", ArgumentVector(arguments).data());
    return unavailable(u"unshare could not be started"_s);
}

bool TestNetwork::coverFolder(const char *path)
{
    return isInside() && mount("none", path, "tmpfs", 0, "mode=0755") == 0;
}

bool TestNetwork::trustInSystem(const QByteArray &pem)
{
    // The file that most programs read, and the folder in which OpenSSL looks a root up by its hash.
    constexpr const char *folder = "/etc/ssl/certs";
    QFile file(u"/etc/ssl/certs/ca-certificates.crt"_s);
    return coverFolder(folder) && file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size()
        && file.flush() && runsWell({"openssl", "rehash", folder});
}

bool TestNetwork::hasServiceUsers()
{
    QFile map(u"/proc/self/uid_map"_s);
    if (!map.open(QIODevice::ReadOnly))
        return false;
    const QByteArrayList lines = map.readAll().trimmed().split('\n');
    return lines.size() > 1 || !lines.first().endsWith(" 1");
}

bool TestNetwork::hasIpv6()
{
    sockaddr_in6 address = {};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    const int handle = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool isThere
        = bind(handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    close(handle);
    return isThere;
}

int TestNetwork::unavailable(const QString &reason)
{
    std::fprintf(stderr, "%s: %s\n", mustNotSkip() ? "FAIL" : "SKIP", qUtf8Printable(reason));
    return mustNotSkip() ? EXIT_FAILURE : SkippedExitCode;
}

bool TestNetwork::mustNotSkip()
{
    return qgetenv("CI") == "true";
}

} // namespace postern
