// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace postern {

/// A network of its own for a test program: nothing but 127.0.0.0/8 and ::1, every port free, and
/// names that only the name server at 127.0.0.53 can resolve. No packet leaves it, no file of the
/// system is changed, and whatever the program leaves running ends with it.
class TestNetwork
{
public:
    static constexpr int SkippedExitCode = 77; ///< CTest's SKIP_RETURN_CODE.

    /// Starts the program again inside such a network, before any QCoreApplication. Returns 0
    /// there; anything else is what main() has to return, the reason having been told.
    static int enter(int argc, char **argv);

    /// An empty folder in place of one of the system's, for the programs of this network alone.
    static bool coverFolder(const char *path);

    /// Lets every program of this network take @p pem for the only roots that the system trusts.
    static bool trustInSystem(const QByteArray &pem);

    /// Whether services can change to users of their own; not so with one mapped user id.
    static bool hasServiceUsers();

    /// Whether there is ::1; a kernel may do without IPv6.
    static bool hasIpv6();

    /// Tells why the tests cannot run, and gives main()'s exit code: a failure under CI=true.
    static int unavailable(const QString &reason);

    /// CI=true: what a test needs has to be there.
    static bool mustNotSkip();
};

} // namespace postern
