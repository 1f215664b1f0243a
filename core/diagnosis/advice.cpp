// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/advice.h"

#include "diagnosis/protocoladvice.h"
#include "diagnosis/tlsadvice.h"

#include <QLocale>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxPlaces = 12; // what a person still reads

QString place(const Diagnosis &diagnosis)
{
    return hostAndPort(diagnosis.endpoint.host, diagnosis.endpoint.port);
}

/// The texts of all endpoints that the diagnosis is about, each once: “a, b and c”.
template <typename TextOf>
QString placesOf(const Diagnosis &diagnosis, TextOf textOf)
{
    QStringList places;
    for (const Endpoint &endpoint : QList{diagnosis.endpoint} + diagnosis.alsoAt) {
        const QString text = textOf(endpoint);
        if (!places.contains(text))
            places.append(text);
    }
    if (places.size() > maxPlaces)
        places = places.first(maxPlaces) + QStringList{u"…"_s};
    return QLocale().createSeparatedList(places);
}

QString hosts(const Diagnosis &diagnosis)
{
    return placesOf(diagnosis, [](const Endpoint &endpoint) { return endpoint.host; });
}

QString places(const Diagnosis &diagnosis)
{
    return placesOf(diagnosis,
        [](const Endpoint &endpoint) { return hostAndPort(endpoint.host, endpoint.port); });
}

/// Whether a port for implicit TLS is among what was tried in vain.
bool isTlsPortMeant(const Diagnosis &diagnosis)
{
    const QList<Endpoint> all = QList{diagnosis.endpoint} + diagnosis.alsoAt;
    return std::any_of(all.begin(), all.end(),
        [](const Endpoint &endpoint) { return endpoint.security == Security::ImplicitTls; });
}

bool isOnlyAboutPort(const Diagnosis &diagnosis, quint16 port)
{
    const QList<Endpoint> all = QList{diagnosis.endpoint} + diagnosis.alsoAt;
    return std::all_of(
        all.begin(), all.end(), [port](const Endpoint &endpoint) { return endpoint.port == port; });
}

/// The port on which the service of this endpoint speaks TLS from the first byte.
quint16 tlsPort(const Diagnosis &diagnosis)
{
    return standardPorts(diagnosis.endpoint.protocol, Security::ImplicitTls).constFirst();
}

/// Whether somebody may wonder what became of the password. Of another program nobody knows.
bool isAtRisk(const Diagnosis &diagnosis)
{
    if (diagnosis.isExample)
        return false;
    switch (topicOf(diagnosis.problem)) {
    case Topic::Discovery:
        return true;
    case Topic::Protocol:
    case Topic::StartTls:
    case Topic::Tls:
    case Topic::Certificate:
        return diagnosis.severity == Severity::Error;
    case Topic::Dns:
    case Topic::Connection:
    case Topic::SignIn:
        break;
    }
    return false;
}

} // namespace

AdviceText Advice::textFor(const Diagnosis &diagnosis)
{
    AdviceText words = wordsFor(diagnosis);
    if (isAtRisk(diagnosis))
        words.cause += u' ' + tr("Your password was not sent.");
    return words;
}

AdviceText Advice::wordsFor(const Diagnosis &diagnosis)
{
    switch (topicOf(diagnosis.problem)) {
    case Topic::Dns:
        return dns(diagnosis);
    case Topic::Connection:
        return connection(diagnosis);
    case Topic::Protocol:
        return ProtocolAdvice::textFor(diagnosis);
    case Topic::StartTls:
        return startTls(diagnosis);
    case Topic::Tls:
    case Topic::Certificate:
        return TlsAdvice::textFor(diagnosis);
    case Topic::SignIn:
        return signIn(diagnosis);
    case Topic::Discovery:
        break;
    }
    return discovery(diagnosis);
}

AdviceText Advice::dns(const Diagnosis &diagnosis)
{
    const QString host = hosts(diagnosis);
    switch (diagnosis.problem) {
    case Problem::DnsNoSuchName:
        return {tr("There is no server called %1.").arg(host),
            tr("The DNS does not know the name. It may be misspelt, or it was only a guess."),
            tr("Check the spelling of the address or of the server name.")};
    case Problem::DnsNoAddress:
        return {tr("There is no address for %1.").arg(host),
            tr("The DNS knows the name, but lists no server under it."),
            tr("Ask the provider for the right server name.")};
    case Problem::DnsTimeout:
        return {tr("The DNS did not answer when asked for %1.").arg(host),
            tr("This computer may be offline, or its name server does not answer."),
            tr("Check the connection to the Internet and try again.")};
    default:
        return {tr("The DNS could not answer for %1.").arg(host),
            tr("The name server cannot be reached or reports a failure; the name itself may be "
               "fine."),
            tr("Check the connection to the Internet and try again later.")};
    }
}

AdviceText Advice::connection(const Diagnosis &diagnosis)
{
    const QString where = places(diagnosis);
    switch (diagnosis.problem) {
    case Problem::NetworkUnreachable:
        return {tr("There is no way from here to %1.").arg(where),
            tr("This computer is offline, or the network does not lead to that address."),
            tr("Check the connection to the Internet and try again.")};
    case Problem::ConnectRefused:
        return {tr("%1 refused the connection.").arg(where),
            tr("The computer answers, but no mail server listens there."),
            tr("Use another port; the provider's documentation names the right one.")};
    case Problem::ConnectTimeout:
        return {tr("There is no answer from %1.").arg(where),
            isOnlyAboutPort(diagnosis, 25)
                ? tr("Port 25 is blocked by many Internet providers, or the server is down.")
                : tr("A firewall on the way drops the connection, or the server is down."),
            isTlsPortMeant(diagnosis)
                ? tr("Try from another network, or ask the provider whether the server is up.")
                : tr("Use port %1, or try from another network.").arg(tlsPort(diagnosis))};
    default:
        return {tr("%1 cut the connection off before a word was said.").arg(where),
            tr("A firewall or the server itself turns connections away."),
            tr("Try again later or from another network.")};
    }
}

AdviceText Advice::startTls(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    switch (diagnosis.problem) {
    case Problem::StartTlsNotOffered:
        if (diagnosis.isOverwritten)
            return {tr("Something on the way to %1 probably removes encryption.").arg(where),
                tr("The server's offer was written over: the evidence shows the X's. Firewalls "
                   "with an inspection of mail do that."),
                tr("Use implicit TLS on port %1, or ask whoever runs the network to let STARTTLS "
                   "through.")
                    .arg(tlsPort(diagnosis))};
        return {tr("%1 does not offer encryption.").arg(where),
            tr("STARTTLS is switched off at the server, or something on the way removes the "
               "offer."),
            tr("Use implicit TLS on port %1.").arg(tlsPort(diagnosis))};
    case Problem::StartTlsRefused:
        return {tr("%1 offers STARTTLS and then refuses it.").arg(where),
            tr("The server is set up wrongly, or something on the way prevents encryption."),
            tr("Use implicit TLS on port %1.").arg(tlsPort(diagnosis))};
    default:
        return {tr("Somebody slipped data into the start of encryption at %1.").arg(where),
            tr("Plaintext followed the answer to STARTTLS. That is an attack, or a faulty server "
               "that makes one possible."),
            tr("Use implicit TLS instead, and tell the administrator.")};
    }
}

AdviceText Advice::signIn(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    switch (diagnosis.problem) {
    case Problem::SecurityPlaintext:
        return {tr("%1 works, but without any encryption.").arg(where),
            tr("Everybody on the way could read your password and your mail."),
            tr("Ask the provider for a server with TLS.")};
    case Problem::SecurityLoginBeforeTlsDisabled:
        return {tr("%1 accepts no password before encryption.").arg(where),
            tr("That is a protection: the server wants STARTTLS first."),
            tr("Nothing has to be done where STARTTLS is used. A program that complains about it "
               "has to be "
               "switched to STARTTLS or TLS.")};
    default:
        return {tr("%1 offers no way of signing in.").arg(where),
            tr("The server works, but it named no method of authentication."),
            tr("Ask the provider whether this is the server for customers.")};
    }
}

AdviceText Advice::discovery(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    if (diagnosis.problem == Problem::DiscoveryForeignHost) {
        return {tr("The settings lead to %1, outside the domain of the address.").arg(host),
            tr("Many domains let a provider run their mail, and then that is right. Somebody who "
               "tampered with the way could also lead you to a server of theirs."),
            tr("Use it only if you know that %1 is your provider; otherwise ask.").arg(host)};
    }
    return {tr("Where the settings of %1 come from could have been tampered with.").arg(host),
        tr("They came over a connection without protection, or followed a record of the DNS that "
           "nobody signed."),
        tr("Compare them with what your provider says before you use them.")};
}

} // namespace postern
