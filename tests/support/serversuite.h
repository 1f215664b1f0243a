// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "serverprocess.h"
#include "testnetwork.h"

#include <QCoreApplication>
#include <QTest>

namespace postern {

/// main() of a suite with real servers: in a network of its own, and only where its programs are.
template <typename Suite>
int runServerSuite(int argc, char **argv, const QStringList &programs)
{
    if (const int code = TestNetwork::enter(argc, argv))
        return code;
    if (!TestNetwork::hasServiceUsers())
        return TestNetwork::unavailable(
            QStringLiteral("the servers need user ids of their own: run as root, or install uidmap "
                           "and have a line in /etc/subuid"));
    for (const QString &program : programs) {
        if (ServerProcess::findProgram(program).isEmpty())
            return TestNetwork::unavailable(program + QStringLiteral(" is not installed"));
    }
    QCoreApplication application(argc, argv);
    Suite suite;
    return QTest::qExec(&suite, argc, argv);
}

} // namespace postern
