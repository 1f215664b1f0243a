// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/aressockets.h"
#include "net/dnsresolver.h"

#include <memory>

struct ares_channeldata;

#include <deque>

namespace postern {

/// The DNS through c-ares: hosts file and resolv.conf as the system has them, or one given
/// name server on any port; NXDOMAIN, no data, time-out and failure told apart.
class AresResolver final : public QObject, public DnsResolver
{
    Q_OBJECT
public:
    /// @p nameServer as `ADDRESS` or `ADDRESS:PORT` (IPv6 in brackets); empty: the system's, read
    /// anew when they change.
    explicit AresResolver(Clock &clock, const QString &nameServer = {}, QObject *parent = nullptr);
    ~AresResolver() override;

    /// Whether @p nameServer was understood; nothing can be looked up otherwise.
    bool isUsable() const { return m_channel != nullptr; }

    void lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer) override;
    void lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer) override;
    void lookUpMx(const QString &domain, QObject *context, Answer<MxRecords> answer) override;

    /// For c-ares' callbacks: one question is answered, so that another may be asked.
    void onAnswered();

private:
    using AresCallback = void (*)(void *, int, int, unsigned char *, int);

    template <typename Records>
    void ask(
        const QString &name, int type, AresCallback take, QObject *context, Answer<Records> answer);

    void openChannel();
    void followSystem();
    void askSoon(std::function<void()> question);
    void askNext();

    Clock &m_clock;
    QString m_nameServer; ///< Empty: the system's.
    QDateTime m_systemServersAt;
    AresSockets m_sockets;
    ares_channeldata *m_channel = nullptr;
    std::deque<std::function<void()>> m_waiting; ///< Questions that are not asked yet.
    int m_outstanding = 0;
};

} // namespace postern
