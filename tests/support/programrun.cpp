// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "programrun.h"

#include "serverprocess.h"

#include <QElapsedTimer>
#include <QProcess>

#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

constexpr int maxMs = 45'000;
constexpr int stepMs = 100;

QByteArray errorsOf(QProcess &process, bool isDone)
{
    return process.readAllStandardError() + (isDone ? "" : qPrintable(process.errorString()));
}

} // namespace

QProcessEnvironment cleanEnvironment(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        const bool isForbidden = name.endsWith(u"_proxy"_s, Qt::CaseInsensitive)
            || name.startsWith(u"XDG_"_s) || name.startsWith(u"SSL_CERT_"_s)
            || name.startsWith(u"OPENSSL_"_s);
        if (isForbidden)
            environment.remove(name);
    }
    // Qt's HTTP thread may still hold a few of libcrypto's objects when the program ends. Leaks of
    // our own show in the other suites, which run the same code in one process.
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

ProgramRun runProgram(const QString &program, const QStringList &arguments,
    const QProcessEnvironment &environment, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool isDone
        = process.waitForFinished(maxMs) && process.exitStatus() == QProcess::NormalExit;
    return {isDone ? process.exitCode() : -1, process.readAllStandardOutput(),
        errorsOf(process, isDone)};
}

ProgramRun runOnTerminal(const QString &command, const QProcessEnvironment &environment,
    const QByteArray &password, const std::function<bool(const QByteArray &)> &isDone)
{
    QProcess process;
    QProcessEnvironment terminal = environment;
    terminal.insert(u"TERM"_s, u"xterm"_s);
    terminal.insert(u"SHELL"_s, u"/bin/sh"_s);
    process.setProcessEnvironment(terminal);
    process.setChildProcessModifier([] { setsid(); });
    process.start(ServerProcess::findProgram(u"script"_s), {u"-qec"_s, command, u"/dev/null"_s});
    QByteArray output;
    qsizetype answered = 0;
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < maxMs && !(isDone && isDone(output)) && !process.waitForFinished(stepMs)
        && process.state() != QProcess::NotRunning) {
        output += process.readAllStandardOutput();
        const QByteArray asked = output.mid(answered).toLower();
        const bool isPassword = asked.contains("assword");
        if (!isPassword && !asked.contains("(r)eject"))
            continue;
        answered = output.size();
        process.write(isPassword ? password + '\r' : QByteArray("r")); // what the key says
    }
    const bool hasEnded = process.state() == QProcess::NotRunning;
    if (!hasEnded) {
        kill(-pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
    }
    return {hasEnded ? process.exitCode() : -1, output + process.readAllStandardOutput(),
        process.readAllStandardError()};
}

} // namespace postern
