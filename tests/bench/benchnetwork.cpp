// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchnetwork.h"

#include <sched.h>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

/// In the calling thread's namespace; empty where all is well.
QString configure(const QString &commands)
{
    for (const QString &line : commands.split(u'\n', Qt::SkipEmptyParts)) {
        QProcess ip;
        ip.start(u"ip"_s, line.split(u' ', Qt::SkipEmptyParts));
        if (!ip.waitForFinished(5000) || ip.exitCode() != 0)
            return u"ip %1: %2"_s.arg(line, QString::fromUtf8(ip.readAllStandardError()));
    }
    return {};
}

} // namespace

BenchNetwork::BenchNetwork(std::chrono::microseconds roundTrip) : m_link(roundTrip)
{
    m_inClient.moveToThread(&m_client);
    m_client.start();
}

BenchNetwork::~BenchNetwork()
{
    m_client.quit();
    m_client.wait();
}

QString BenchNetwork::start()
{
    if (!m_link.openServerEnd(u"srv0"_s))
        return u"there is no /dev/net/tun to be had"_s;
    QString fault
        = configure(u"addr add 10.77.0.1/24 dev srv0\nlink set srv0 up\n"
                    "addr add 10.77.0.53/32 dev srv0\nroute add 10.77.1.0/24 dev srv0\n"_s);
    if (!fault.isEmpty())
        return fault;
    QMetaObject::invokeMethod(
        &m_inClient,
        [this, &fault] {
            if (unshare(CLONE_NEWNET) != 0 || !m_link.openClientEnd(u"cli0"_s))
                fault = u"the client's network cannot be made"_s;
            else
                fault = configure(u"link set lo up\naddr add 10.77.1.2/24 dev cli0\n"
                                  "-6 addr add fd77:1::2/64 dev cli0 nodad\nlink set cli0 up\n"
                                  "route add 10.77.0.0/24 dev cli0\n"
                                  "-6 route add default dev cli0\n"_s);
        },
        Qt::BlockingQueuedConnection);
    m_link.start();
    return fault;
}

QString BenchNetwork::addAddress()
{
    const QString address = u"10.77.0.%1"_s.arg(++m_lastHost);
    const QString fault = configure(u"addr add %1/32 dev srv0"_s.arg(address));
    if (!fault.isEmpty())
        qFatal("%s", qPrintable(fault));
    return address;
}

ClientRun BenchNetwork::run(
    const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    ClientRun result;
    QMetaObject::invokeMethod(
        &m_inClient,
        [&] {
            QProcess process;
            process.setProcessEnvironment(environment);
            process.start(program, arguments);
            process.closeWriteChannel();
            if (process.waitForFinished(120'000))
                result.exitCode = process.exitCode();
            result.output = process.readAllStandardOutput();
            result.errors = process.readAllStandardError();
        },
        Qt::BlockingQueuedConnection);
    return result;
}

} // namespace postern
