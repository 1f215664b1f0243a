// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delayedlink.h"

#include <QProcess>
#include <QThread>

namespace postern {

/// What a program in the client's network printed, and how it ended.
struct ClientRun
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/// Two hosts on a line of their own: servers live in the network namespace of this process, at
/// 10.77.0.x; clients are started in another one, at 10.77.1.2.
class BenchNetwork
{
public:
    static constexpr const char *nameServer = "10.77.0.53";

    explicit BenchNetwork(std::chrono::microseconds roundTrip);
    ~BenchNetwork();

    /// Empty where all is well, else what is not.
    QString start();
    DelayedLink &link() { return m_link; }
    /// Adds an address that servers may listen on.
    QString addAddress();

    ClientRun run(const QString &program, const QStringList &arguments,
        const QProcessEnvironment &environment);

private:
    DelayedLink m_link;
    QThread m_client;
    QObject m_inClient; ///< Lives in the client's thread, and so in its namespace.
    int m_lastHost = 100;
};

} // namespace postern
