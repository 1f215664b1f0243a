// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/endpoint.h"

namespace postern {

using namespace Qt::StringLiterals;

Direction directionOf(Protocol protocol)
{
    return protocol == Protocol::Smtp ? Direction::Outgoing : Direction::Incoming;
}

QList<quint16> standardPorts(Protocol protocol, Security security)
{
    const bool isImplicit = security == Security::ImplicitTls;
    switch (protocol) {
    case Protocol::Imap:
        return {static_cast<quint16>(isImplicit ? 993 : 143)};
    case Protocol::Pop3:
        return {static_cast<quint16>(isImplicit ? 995 : 110)};
    case Protocol::Smtp:
        break;
    }
    return isImplicit ? QList<quint16>{465} : QList<quint16>{587, 25};
}

std::optional<Security> usualSecurity(Protocol protocol, quint16 port)
{
    for (const Security security : {Security::ImplicitTls, Security::StartTls}) {
        if (standardPorts(protocol, security).contains(port))
            return security;
    }
    return std::nullopt;
}

std::optional<Protocol> usualProtocol(quint16 port)
{
    for (const Protocol protocol : {Protocol::Imap, Protocol::Pop3, Protocol::Smtp}) {
        if (usualSecurity(protocol, port))
            return protocol;
    }
    return std::nullopt;
}

QString toString(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Imap:
        return u"imap"_s;
    case Protocol::Pop3:
        return u"pop3"_s;
    case Protocol::Smtp:
        break;
    }
    return u"smtp"_s;
}

QString toString(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return u"tls"_s;
    case Security::StartTls:
        return u"starttls"_s;
    case Security::Plaintext:
        break;
    }
    return u"none"_s;
}

std::optional<Protocol> protocolFromString(const QString &name)
{
    for (const Protocol protocol : {Protocol::Imap, Protocol::Pop3, Protocol::Smtp}) {
        if (toString(protocol) == name)
            return protocol;
    }
    return std::nullopt;
}

std::optional<Security> securityFromString(const QString &name)
{
    for (const Security security :
        {Security::ImplicitTls, Security::StartTls, Security::Plaintext}) {
        if (toString(security) == name)
            return security;
    }
    return std::nullopt;
}

QString hostAndPort(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

} // namespace postern
