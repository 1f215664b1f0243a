// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/fault.h"
#include "base/result.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <functional>

namespace postern {

/// One SRV record (RFC 2782). An empty target means: this service is not offered.
struct SrvRecord
{
    QString target; ///< As the DNS says it: not validated.
    quint16 port = 0;
    quint16 priority = 0;
    quint16 weight = 0;

    friend bool operator==(const SrvRecord &, const SrvRecord &) = default;
};

/// One MX record (RFC 5321, 5.1).
struct MxRecord
{
    QString host; ///< As the DNS says it: not validated. "." or empty: receives no mail.
    quint16 preference = 0; ///< Smaller is preferred.

    friend bool operator==(const MxRecord &, const MxRecord &) = default;
};

/// Asks the DNS. Every answer comes from the event loop, never from inside the call, and only
/// while @p context lives. Failures are NoSuchName, NoAddress, DnsTimeout or DnsFailure.
class DnsResolver
{
public:
    template <typename T>
    using Answer = std::function<void(const Result<T, SeenFault> &)>;
    using Addresses = QList<QHostAddress>;
    using SrvRecords = QList<SrvRecord>;
    using MxRecords = QList<MxRecord>;

    virtual ~DnsResolver() = default;

    /// IPv4 and IPv6 addresses in the order of preference (RFC 6724). An IP literal is its own
    /// answer. @p host is canonical.
    virtual void lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer) = 0;
    /// The SRV records of @p name, those of the smallest priority first.
    virtual void lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer) = 0;
    /// The MX records of @p domain, the most preferred first.
    virtual void lookUpMx(const QString &domain, QObject *context, Answer<MxRecords> answer) = 0;

protected:
    DnsResolver() = default;
    DnsResolver(const DnsResolver &) = delete;
    DnsResolver &operator=(const DnsResolver &) = delete;
};

} // namespace postern
