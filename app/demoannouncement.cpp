// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoannouncement.h"

#include "account/endpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

Protocol protocolOf(const DemoListener &listener)
{
    switch (listener.protocol) {
    case DemoProtocol::Imap:
        return Protocol::Imap;
    case DemoProtocol::Pop3:
        return Protocol::Pop3;
    case DemoProtocol::Smtp:
        break;
    }
    return Protocol::Smtp;
}

Security securityOf(const DemoListener &listener)
{
    return listener.security == DemoSecurity::ImplicitTls ? Security::ImplicitTls
                                                          : Security::StartTls;
}

} // namespace

QString DemoAnnouncement::text(const DemoServers &servers)
{
    QString lines;
    for (const DemoListener &listener : servers.listeners())
        lines += u"  %1 %2 %3\n"_s.arg(toString(protocolOf(listener)).toUpper().leftJustified(5),
            hostAndPort(listener.host, listener.port).leftJustified(28),
            toString(securityOf(listener)));
    return tr("The demonstration servers are running on 127.0.0.1:\n%1\nTry them from another "
              "terminal:\n  postern-cli detect --nameserver %2 %3\n\nCtrl+C ends them.\n")
        .arg(lines, hostAndPort(servers.nameServerHost(), servers.nameServerPort()),
            servers.address());
}

QByteArray DemoAnnouncement::json(const DemoServers &servers)
{
    QJsonArray listeners;
    for (const DemoListener &listener : servers.listeners())
        listeners.append(
            QJsonObject{{"service"_L1, toString(protocolOf(listener))}, {"host"_L1, listener.host},
                {"port"_L1, listener.port}, {"security"_L1, toString(securityOf(listener))}});
    const QString nameServer = hostAndPort(servers.nameServerHost(), servers.nameServerPort());
    return QJsonDocument(QJsonObject{{"address"_L1, servers.address()},
                             {"nameserver"_L1, nameServer}, {"listeners"_L1, listeners}})
        .toJson();
}

} // namespace postern
