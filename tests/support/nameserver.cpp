// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nameserver.h"

using namespace Qt::StringLiterals;

namespace postern {

namespace {

QStringList recordLines(const NameServerSetup &setup)
{
    QStringList lines;
    for (const AddressRecord &record : setup.addresses)
        lines << u"host-record=%1,%2"_s.arg(record.name, record.address);
    for (const ServiceRecord &record : setup.services) {
        lines << u"srv-host=%1,%2,%3,%4,%5"_s.arg(record.name, record.target)
                     .arg(record.port)
                     .arg(record.priority)
                     .arg(record.weight);
    }
    for (const MailExchangeRecord &record : setup.mailExchanges)
        lines << u"mx-host=%1,%2,%3"_s.arg(record.domain, record.target).arg(record.preference);
    return lines;
}

} // namespace

NameServer::NameServer(const NameServerSetup &setup) : m_address(setup.address)
{
    const QStringList lines = QStringList{
        u"keep-in-foreground"_s,
        u"user=root"_s, // Changing the user is not to be had in every namespace.
        u"group="_s,
        u"pid-file="_s,
        u"no-resolv"_s,
        u"no-poll"_s,
        u"no-hosts"_s,
        u"address=/#/"_s,
        u"listen-address="_s + setup.address,
        u"bind-interfaces"_s,
        u"log-queries"_s,
        u"log-facility="_s + m_process.path(u"log"_s),
    } + recordLines(setup);
    m_process.writeFile(u"dnsmasq.conf"_s, lines.join(u'\n').toUtf8() + '\n');
    m_process.start(u"dnsmasq"_s, {u"-C"_s, m_process.path(u"dnsmasq.conf"_s)});
}

bool NameServer::waitUntilReady()
{
    // The UDP port is bound before the TCP port is.
    return m_process.waitUntilListening(QHostAddress(m_address), {53});
}

QString NameServer::log() const
{
    return m_process.log();
}

} // namespace postern
