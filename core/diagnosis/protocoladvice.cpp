// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/catalogue.h"
#include "diagnosis/places.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class ProtocolWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::ProtocolAdvice)
};

QString nameOf(const Diagnosis &diagnosis)
{
    return toString(diagnosis.endpoint.protocol).toUpper();
}

AdviceText noGreeting(const Diagnosis &diagnosis)
{
    const QString where = placeOf(diagnosis);
    if (diagnosis.endpoint.security == Security::ImplicitTls)
        return {ProtocolWords::tr("%1 speaks TLS, and then stays silent.").arg(where),
            ProtocolWords::tr(
                "Perhaps another service listens there, such as a web server, or the server is "
                "overloaded."),
            ProtocolWords::tr("Check the port number, or try again later.")};
    return {ProtocolWords::tr("%1 accepts the connection and stays silent.").arg(where),
        ProtocolWords::tr(
            "The port may expect TLS from the first byte, or the server is overloaded."),
        ProtocolWords::tr("Try implicit TLS on this port, or try again later.")};
}

AdviceText closed(const Diagnosis &diagnosis)
{
    return {ProtocolWords::tr("%1 broke the conversation off.").arg(placeOf(diagnosis)),
        ProtocolWords::tr(
            "The server or something on the way ended the connection, or went silent."),
        ProtocolWords::tr("Try again later. If it lasts, send the evidence to the administrator.")};
}

AdviceText plaintextOnTlsPort(const Diagnosis &diagnosis)
{
    return {ProtocolWords::tr("%1 answered in plaintext where TLS was expected.")
                .arg(placeOf(diagnosis)),
        ProtocolWords::tr("The port is not meant for implicit TLS; it may offer STARTTLS instead."),
        ProtocolWords::tr("Choose STARTTLS for this port, or use the standard port for TLS.")};
}

AdviceText tlsOnPlaintextPort(const Diagnosis &diagnosis)
{
    return {ProtocolWords::tr("%1 speaks TLS from the first byte.").arg(placeOf(diagnosis)),
        ProtocolWords::tr("The port is meant for implicit TLS, not for STARTTLS or plaintext."),
        ProtocolWords::tr("Choose TLS for this port.")};
}

AdviceText wrongService(const Diagnosis &diagnosis)
{
    return {
        ProtocolWords::tr("%1 is not a server for %2.").arg(placeOf(diagnosis), nameOf(diagnosis)),
        ProtocolWords::tr("Another service answers on this port; the evidence shows what it said."),
        ProtocolWords::tr("Check the port number; every service has its own.")};
}

AdviceText blockListed(const Diagnosis &diagnosis)
{
    const bool isRelay
        = diagnosis.endpoint.protocol == Protocol::Smtp && diagnosis.endpoint.port == 25;
    return {ProtocolWords::tr(
                "%1 turned this computer away because of the address it has on the Internet.")
                .arg(placeOf(diagnosis)),
        ProtocolWords::tr(
            "By the server's own words the address is on a block list, or of a kind that it "
            "does not serve, as those of home connections often are. That says nothing "
            "about "
            "your account."),
        isRelay
            ? ProtocolWords::tr("Send mail through port 465 or 587 of your provider.")
            : ProtocolWords::tr("Try from another network, or show the evidence to the provider.")};
}

/// By what the server's own words say of the reason, the most telling first.
AdviceText rejected(const Diagnosis &diagnosis)
{
    const QString where = placeOf(diagnosis);
    const QString name = nameOf(diagnosis);
    const auto details = detailsOf<RejectionDetails>(diagnosis);
    if (details.isSwitchedOff)
        return {ProtocolWords::tr("%1 says that %2 is switched off.").arg(where, name),
            ProtocolWords::tr(
                "Many providers let every customer switch it on; some do not offer it."),
            ProtocolWords::tr(
                "Look for %1 in the provider's web settings, or choose another way of reading "
                "mail.")
                .arg(name)};
    if (details.isBlockListed)
        return blockListed(diagnosis);
    if (details.isTemporary)
        return {
            ProtocolWords::tr("%1 was reached but takes no connection at the moment.").arg(where),
            ProtocolWords::tr(
                "The server is busy, or there were many connections from here in a short time."),
            ProtocolWords::tr("Wait some minutes and try again.")};
    return {ProtocolWords::tr("%1 was reached but turned this computer away.").arg(where),
        ProtocolWords::tr(
            "The server is busy, has blocked you, or refuses the network you are in; the "
            "evidence shows its words."),
        ProtocolWords::tr("Read what the server says, and ask the provider if it is not clear.")};
}

AdviceText malformed(const Diagnosis &diagnosis)
{
    return {ProtocolWords::tr("%1 does not answer as a server for %2 must.")
                .arg(placeOf(diagnosis), nameOf(diagnosis)),
        ProtocolWords::tr("The answer does not follow the protocol. It may be another service, or "
                          "something on the way that changes what is said."),
        ProtocolWords::tr("Check the port number, or try from another network.")};
}

AdviceText tooMuchData(const Diagnosis &diagnosis)
{
    return {ProtocolWords::tr("%1 sent more than any mail server needs to say.")
                .arg(placeOf(diagnosis)),
        ProtocolWords::tr("This is not a mail server, or it is faulty."),
        ProtocolWords::tr("Check the server name and the port.")};
}

AdviceText preauthenticated(const Diagnosis &diagnosis)
{
    return {ProtocolWords::tr("%1 claims that you are signed in already, before any encryption.")
                .arg(placeOf(diagnosis)),
        ProtocolWords::tr("This is what somebody on the way does who wants to prevent encryption."),
        ProtocolWords::tr("Use implicit TLS on port %1, and tell the administrator.")
            .arg(tlsPortOf(diagnosis))};
}

constexpr ProblemRow protocolRows[] = {
    {Problem::ProtocolNoGreeting, "protocol.no-greeting"_L1, Topic::Protocol, Severity::Error,
        std::nullopt, noGreeting},
    {Problem::ProtocolClosed, "protocol.closed"_L1, Topic::Protocol, Severity::Error, std::nullopt,
        closed},
    {Problem::ProtocolPlaintextOnTlsPort, "protocol.plaintext-on-tls-port"_L1, Topic::Protocol,
        Severity::Error, std::nullopt, plaintextOnTlsPort, nullptr, NextStep::StartTls},
    {Problem::ProtocolTlsOnPlaintextPort, "protocol.tls-on-plaintext-port"_L1, Topic::Protocol,
        Severity::Error, std::nullopt, tlsOnPlaintextPort, nullptr, NextStep::ImplicitTls},
    {Problem::ProtocolWrongService, "protocol.wrong-service"_L1, Topic::Protocol, Severity::Error,
        std::nullopt, wrongService, nullptr, NextStep::TlsPort},
    {Problem::ProtocolRejected, "protocol.rejected"_L1, Topic::Protocol, Severity::Error,
        std::nullopt, rejected},
    {Problem::ProtocolMalformed, "protocol.malformed"_L1, Topic::Protocol, Severity::Error,
        std::nullopt, malformed},
    {Problem::ProtocolTooMuchData, "protocol.too-much-data"_L1, Topic::Protocol, Severity::Error,
        std::nullopt, tooMuchData},
    {Problem::ProtocolPreauthenticated, "protocol.preauthenticated"_L1, Topic::Protocol,
        Severity::Error, std::nullopt, preauthenticated, nullptr, NextStep::TlsPort},
};

} // namespace

std::span<const ProblemRow> protocolProblems()
{
    return protocolRows;
}

} // namespace postern
