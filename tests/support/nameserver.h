// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "serverprocess.h"

namespace postern {

struct AddressRecord
{
    QString name;
    QString address; ///< IPv4 or IPv6.
};

struct ServiceRecord
{
    QString name; ///< `_imaps._tcp.example.test`
    QString target; ///< "." says that the service is not offered (RFC 6186, 3.4).
    quint16 port = 0;
    int priority = 0;
    int weight = 1;
};

struct MailExchangeRecord
{
    QString domain;
    QString target;
    int preference = 10;
};

struct NameServerSetup
{
    QString address = QStringLiteral("127.0.0.53");
    QList<AddressRecord> addresses;
    QList<ServiceRecord> services;
    QList<MailExchangeRecord> mailExchanges;
};

/// dnsmasq: says NXDOMAIN to whatever it was not told, and never asks anyone.
class NameServer
{
public:
    explicit NameServer(const NameServerSetup &setup);

    bool waitUntilReady();
    QString log() const; ///< Names every query.

private:
    QString m_address;
    ServerProcess m_process;
};

} // namespace postern
