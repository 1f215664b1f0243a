// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/catalogue.h"
#include "diagnosis/places.h"

#include <QCoreApplication>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class NetworkWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::Advice)
};

AdviceText noSuchName(const Diagnosis &diagnosis)
{
    return {NetworkWords::tr("There is no server called %1.").arg(hostsOf(diagnosis)),
        NetworkWords::tr(
            "The DNS does not know the name. It may be misspelt, or it was only a guess."),
        NetworkWords::tr("Check the spelling of the address or of the server name.")};
}

AdviceText noAddress(const Diagnosis &diagnosis)
{
    return {NetworkWords::tr("There is no address for %1.").arg(hostsOf(diagnosis)),
        NetworkWords::tr("The DNS knows the name, but lists no server under it."),
        NetworkWords::tr("Ask the provider for the right server name.")};
}

AdviceText dnsTimeout(const Diagnosis &diagnosis)
{
    return {NetworkWords::tr("The DNS did not answer when asked for %1.").arg(hostsOf(diagnosis)),
        NetworkWords::tr("This computer may be offline, or its name server does not answer."),
        NetworkWords::tr("Check the connection to the Internet and try again.")};
}

AdviceText dnsFailure(const Diagnosis &diagnosis)
{
    return {NetworkWords::tr("The DNS could not answer for %1.").arg(hostsOf(diagnosis)),
        NetworkWords::tr(
            "The name server cannot be reached or reports a failure; the name itself may be "
            "fine."),
        NetworkWords::tr("Check the connection to the Internet and try again later.")};
}

AdviceText unreachable(const Diagnosis &diagnosis)
{
    return {NetworkWords::tr("There is no way from here to %1.").arg(placesOf(diagnosis)),
        NetworkWords::tr("This computer is offline, or the network does not lead to that address."),
        NetworkWords::tr("Check the connection to the Internet and try again.")};
}

AdviceText refused(const Diagnosis &diagnosis)
{
    return {NetworkWords::tr("%1 refused the connection.").arg(placesOf(diagnosis)),
        NetworkWords::tr("The computer answers, but no mail server listens there."),
        NetworkWords::tr("Use another port; the provider's documentation names the right one.")};
}

/// Port 25 alone is mostly blocked on this side; on another port a port for TLS may be open.
AdviceText connectTimeout(const Diagnosis &diagnosis)
{
    const QList<Endpoint> all = endpointsOf(diagnosis);
    const bool isOnlyAboutRelays = std::all_of(
        all.begin(), all.end(), [](const Endpoint &endpoint) { return endpoint.port == 25; });
    const bool isTlsPortMeant = std::any_of(all.begin(), all.end(),
        [](const Endpoint &endpoint) { return endpoint.security == Security::ImplicitTls; });
    return {NetworkWords::tr("There is no answer from %1.").arg(placesOf(diagnosis)),
        isOnlyAboutRelays ? NetworkWords::tr(
            "Port 25 is blocked by many Internet providers, or the server is down.")
                          : NetworkWords::tr(
                              "A firewall on the way drops the connection, or the server is down."),
        isTlsPortMeant ? NetworkWords::tr(
            "Try from another network, or ask the provider whether the server is up.")
                       : NetworkWords::tr("Use port %1, or try from another network.")
                             .arg(tlsPortOf(diagnosis))};
}

AdviceText connectReset(const Diagnosis &diagnosis)
{
    return {NetworkWords::tr("%1 cut the connection off before a word was said.")
                .arg(placesOf(diagnosis)),
        NetworkWords::tr("A firewall or the server itself turns connections away."),
        NetworkWords::tr("Try again later or from another network.")};
}

constexpr ProblemRow networkRows[] = {
    {Problem::DnsNoSuchName, "dns.no-such-name"_L1, Topic::Dns, Severity::Error, std::nullopt,
        noSuchName},
    {Problem::DnsNoAddress, "dns.no-address"_L1, Topic::Dns, Severity::Error, std::nullopt,
        noAddress},
    {Problem::DnsTimeout, "dns.timeout"_L1, Topic::Dns, Severity::Error, std::nullopt, dnsTimeout},
    {Problem::DnsFailure, "dns.failure"_L1, Topic::Dns, Severity::Error, std::nullopt, dnsFailure},
    {Problem::NetworkUnreachable, "network.unreachable"_L1, Topic::Connection, Severity::Error,
        std::nullopt, unreachable},
    {Problem::ConnectRefused, "connect.refused"_L1, Topic::Connection, Severity::Error,
        std::nullopt, refused, nullptr, NextStep::TlsPort},
    {Problem::ConnectTimeout, "connect.timeout"_L1, Topic::Connection, Severity::Error,
        std::nullopt, connectTimeout, nullptr, NextStep::TlsPort},
    {Problem::ConnectReset, "connect.reset"_L1, Topic::Connection, Severity::Error, std::nullopt,
        connectReset},
};

} // namespace

std::span<const ProblemRow> networkProblems()
{
    return networkRows;
}

} // namespace postern
