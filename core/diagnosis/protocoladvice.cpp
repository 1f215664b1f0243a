// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/protocoladvice.h"

namespace postern {

AdviceText ProtocolAdvice::textFor(const Diagnosis &diagnosis)
{
    const QString where = hostAndPort(diagnosis.endpoint.host, diagnosis.endpoint.port);
    const QString name = toString(diagnosis.endpoint.protocol).toUpper();
    switch (diagnosis.problem) {
    case Problem::ProtocolNoGreeting:
        if (diagnosis.endpoint.security == Security::ImplicitTls)
            return {tr("%1 speaks TLS, and then stays silent.").arg(where),
                tr("Perhaps another service listens there, such as a web server, or the server is "
                   "overloaded."),
                tr("Check the port number, or try again later.")};
        return {tr("%1 accepts the connection and stays silent.").arg(where),
            tr("The port may expect TLS from the first byte, or the server is overloaded."),
            tr("Try implicit TLS on this port, or try again later.")};
    case Problem::ProtocolClosed:
        return {tr("%1 broke the conversation off.").arg(where),
            tr("The server or something on the way ended the connection, or went silent."),
            tr("Try again later. If it lasts, send the evidence to the administrator.")};
    case Problem::ProtocolPlaintextOnTlsPort:
        return {tr("%1 answered in plaintext where TLS was expected.").arg(where),
            tr("The port is not meant for implicit TLS; it may offer STARTTLS instead."),
            tr("Choose STARTTLS for this port, or use the standard port for TLS.")};
    case Problem::ProtocolTlsOnPlaintextPort:
        return {tr("%1 speaks TLS from the first byte.").arg(where),
            tr("The port is meant for implicit TLS, not for STARTTLS or plaintext."),
            tr("Choose TLS for this port.")};
    case Problem::ProtocolWrongService:
        return {tr("%1 is not a server for %2.").arg(where, name),
            tr("Another service answers on this port; the evidence shows what it said."),
            tr("Check the port number; every service has its own.")};
    default:
        return fault(diagnosis);
    }
}

AdviceText ProtocolAdvice::fault(const Diagnosis &diagnosis)
{
    const QString where = hostAndPort(diagnosis.endpoint.host, diagnosis.endpoint.port);
    const QString name = toString(diagnosis.endpoint.protocol).toUpper();
    switch (diagnosis.problem) {
    case Problem::ProtocolRejected:
        if (diagnosis.isSwitchedOff)
            return {tr("%1 says that %2 is switched off.").arg(where, name),
                tr("Many providers let every customer switch it on; some do not offer it."),
                tr("Look for %1 in the provider's web settings, or choose another way of reading "
                   "mail.")
                    .arg(name)};
        if (diagnosis.isBlockListed)
            return {
                tr("%1 turned this computer away because of the address it has on the Internet.")
                    .arg(where),
                tr("By the server's own words the address is on a block list, or of a kind that it "
                   "does not serve, as those of home connections often are. That says nothing "
                   "about "
                   "your account."),
                diagnosis.endpoint.protocol == Protocol::Smtp && diagnosis.endpoint.port == 25
                    ? tr("Send mail through port 465 or 587 of your provider.")
                    : tr("Try from another network, or show the evidence to the provider.")};
        if (diagnosis.isTemporary)
            return {tr("%1 was reached but takes no connection at the moment.").arg(where),
                tr("The server is busy, or there were many connections from here in a short time."),
                tr("Wait some minutes and try again.")};
        return {tr("%1 was reached but turned this computer away.").arg(where),
            tr("The server is busy, has blocked you, or refuses the network you are in; the "
               "evidence shows its words."),
            tr("Read what the server says, and ask the provider if it is not clear.")};
    case Problem::ProtocolMalformed:
        return {tr("%1 does not answer as a server for %2 must.").arg(where, name),
            tr("The answer does not follow the protocol. It may be another service, or "
               "something on the way that changes what is said."),
            tr("Check the port number, or try from another network.")};
    case Problem::ProtocolTooMuchData:
        return {tr("%1 sent more than any mail server needs to say.").arg(where),
            tr("This is not a mail server, or it is faulty."),
            tr("Check the server name and the port.")};
    default:
        return {tr("%1 claims that you are signed in already, before any encryption.").arg(where),
            tr("This is what somebody on the way does who wants to prevent encryption."),
            tr("Use implicit TLS on port %1, and tell the administrator.")
                .arg(standardPorts(diagnosis.endpoint.protocol, Security::ImplicitTls)
                         .constFirst())};
    }
}

} // namespace postern
