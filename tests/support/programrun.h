// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <functional>

namespace postern {

/// How a program ended; -1: not within its time, or by a signal.
struct ProgramRun
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/// The environment of somebody whose home is @p home, without proxies and settings of the tester's.
QProcessEnvironment cleanEnvironment(const QString &home);

/// Runs a program to its end, at most three quarters of a minute.
ProgramRun runProgram(const QString &program, const QStringList &arguments,
    const QProcessEnvironment &environment, const QByteArray &input = {});

/// Runs a command of the shell on a terminal of its own (util-linux's `script`), types @p password
/// when it is asked for one, and rejects a certificate when it is asked about one. Ends it as soon as
/// @p isDone, which is given what was printed.
ProgramRun runOnTerminal(const QString &command, const QProcessEnvironment &environment,
    const QByteArray &password, const std::function<bool(const QByteArray &)> &isDone = {});

} // namespace postern
