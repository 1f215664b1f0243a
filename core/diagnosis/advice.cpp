// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/advice.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString place(const Diagnosis &diagnosis)
{
    return hostAndPort(diagnosis.endpoint.host, diagnosis.endpoint.port);
}

QString protocolName(const Diagnosis &diagnosis)
{
    return toString(diagnosis.endpoint.protocol).toUpper();
}

} // namespace

AdviceText Advice::textFor(const Diagnosis &diagnosis)
{
    switch (diagnosis.problem) {
    case Problem::DnsNoSuchName:
    case Problem::DnsNoAddress:
    case Problem::DnsTimeout:
    case Problem::DnsFailure:
        return dns(diagnosis);
    case Problem::NetworkUnreachable:
    case Problem::ConnectRefused:
    case Problem::ConnectTimeout:
    case Problem::ConnectReset:
        return connection(diagnosis);
    case Problem::ProtocolNoGreeting:
    case Problem::ProtocolClosed:
    case Problem::ProtocolPlaintextOnTlsPort:
    case Problem::ProtocolTlsOnPlaintextPort:
    case Problem::ProtocolWrongService:
        return protocol(diagnosis);
    case Problem::ProtocolRejected:
    case Problem::ProtocolMalformed:
    case Problem::ProtocolTooMuchData:
    case Problem::ProtocolPreauthenticated:
        return protocolFault(diagnosis);
    case Problem::StartTlsNotOffered:
    case Problem::StartTlsRefused:
    case Problem::StartTlsInjection:
        return startTls(diagnosis);
    case Problem::TlsVersionTooOld:
    case Problem::TlsVersionTooNew:
    case Problem::TlsNoCommonCipher:
    case Problem::TlsClientCertificateRequired:
    case Problem::TlsHandshakeFailed:
        return tls(diagnosis);
    case Problem::TlsWeakSignature:
    case Problem::TlsWeakKey:
    case Problem::TlsWeakParameters:
        return weakTls(diagnosis);
    case Problem::CertificateSelfSigned:
    case Problem::CertificateUnknownIssuer:
    case Problem::CertificateIncompleteChain:
    case Problem::CertificateNameMismatch:
    case Problem::CertificateChanged:
        return certificate(diagnosis);
    case Problem::CertificateExpired:
    case Problem::CertificateNotYetValid:
        return certificateDates(diagnosis);
    case Problem::CertificateRevoked:
    case Problem::CertificateNotForServers:
    case Problem::CertificateInvalid:
        return unacceptableCertificate(diagnosis);
    case Problem::SecurityPlaintext:
    case Problem::SecurityLoginBeforeTlsDisabled:
    case Problem::LoginNoCommonMechanism:
        break;
    }
    return security(diagnosis);
}

AdviceText Advice::dns(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    switch (diagnosis.problem) {
    case Problem::DnsNoSuchName:
        return {tr("There is no server called %1.").arg(host),
            tr("The name does not exist in the DNS. It may be misspelt, or it was only a "
               "guess."),
            tr("Check the spelling of the address or of the server name.")};
    case Problem::DnsNoAddress:
        return {tr("The name %1 has no address.").arg(host),
            tr("The name exists in the DNS, but no server is listed under it."),
            tr("Ask the provider for the right server name.")};
    case Problem::DnsTimeout:
        return {tr("The DNS did not answer when asked for %1.").arg(host),
            tr("This computer may be offline, or its name server does not answer."),
            tr("Check the connection to the Internet and try again.")};
    default:
        return {tr("The DNS could not answer for %1.").arg(host),
            tr("The name server reported a failure; the name itself may be fine."),
            tr("Try again later. If it lasts, tell the administrator of the domain.")};
    }
}

AdviceText Advice::connection(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    switch (diagnosis.problem) {
    case Problem::NetworkUnreachable:
        return {tr("There is no way from here to %1.").arg(where),
            tr("This computer is offline, or the network does not lead to that address."),
            tr("Check the connection to the Internet and try again.")};
    case Problem::ConnectRefused:
        return {tr("%1 refused the connection.").arg(where),
            tr("The computer answers, but nobody listens on this port."),
            tr("Use another port; the provider's documentation names the right one.")};
    case Problem::ConnectTimeout:
        return {tr("%1 does not answer.").arg(where),
            tr("A firewall on the way drops the connection, or the server is down. Port 25 "
               "is blocked by many Internet providers."),
            tr("Use another port, such as 465 or 587 for outgoing mail.")};
    default:
        return {tr("%1 cut the connection off before a word was said.").arg(where),
            tr("A firewall or the server itself turns connections away."),
            tr("Try again later or from another network.")};
    }
}

AdviceText Advice::protocol(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    const QString name = protocolName(diagnosis);
    switch (diagnosis.problem) {
    case Problem::ProtocolNoGreeting:
        return {tr("%1 accepts the connection and stays silent.").arg(where),
            tr("The port may expect TLS from the first byte, or the server is overloaded."),
            tr("Try implicit TLS on this port, or try again later.")};
    case Problem::ProtocolClosed:
        return {tr("%1 hung up in the middle of the conversation.").arg(where),
            tr("The server or something on the way ended the connection."),
            tr("Try again later. If it lasts, send the evidence to the administrator.")};
    case Problem::ProtocolPlaintextOnTlsPort:
        return {tr("%1 answered in plaintext where TLS was expected.").arg(where),
            tr("The port is not meant for implicit TLS; it may offer STARTTLS instead."),
            tr("Choose STARTTLS for this port, or use the standard port for TLS.")};
    case Problem::ProtocolTlsOnPlaintextPort:
        return {tr("%1 speaks TLS from the first byte.").arg(where),
            tr("The port is meant for implicit TLS, not for STARTTLS or plaintext."),
            tr("Choose TLS for this port.")};
    default:
        return {tr("%1 is not a server for %2.").arg(where, name),
            tr("Another service answers on this port; the evidence shows what it said."),
            tr("Check the port number; every service has its own.")};
    }
}

AdviceText Advice::protocolFault(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    const QString name = protocolName(diagnosis);
    switch (diagnosis.problem) {
    case Problem::ProtocolRejected:
        return {tr("%1 was reached but turned this computer away.").arg(where),
            tr("The server is busy, switched off for you, or refuses the network you are "
               "in; the evidence shows its words."),
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
            tr("This is what somebody on the way does who wants to prevent encryption. No "
               "password was sent."),
            tr("Use implicit TLS on port 993. Tell the administrator.")};
    }
}

AdviceText Advice::startTls(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    switch (diagnosis.problem) {
    case Problem::StartTlsNotOffered:
        return {tr("%1 does not offer encryption.").arg(where),
            tr("STARTTLS is switched off at the server, or something on the way removes the "
               "offer. No password was sent."),
            tr("Use the port for implicit TLS: 993, 995 or 465.")};
    case Problem::StartTlsRefused:
        return {tr("%1 offers STARTTLS and then refuses it.").arg(where),
            tr("The server is set up wrongly, or something on the way prevents encryption. "
               "Nothing was sent unencrypted."),
            tr("Use the port for implicit TLS: 993, 995 or 465.")};
    default:
        return {tr("Somebody slipped data into the start of encryption at %1.").arg(where),
            tr("Plaintext followed the answer to STARTTLS. That is an attack, or a faulty "
               "server that makes one possible. The connection was closed; no password was "
               "sent."),
            tr("Use implicit TLS instead, and tell the administrator.")};
    }
}

AdviceText Advice::tls(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    switch (diagnosis.problem) {
    case Problem::TlsVersionTooOld:
        return {tr("%1 does not speak a current version of TLS.").arg(where),
            tr("It refused TLS 1.2 and 1.3; older versions were withdrawn in 2021 because "
               "they can be broken."),
            tr("Ask the provider to enable TLS 1.2 or 1.3. Do not switch encryption off: "
               "your password would be readable.")};
    case Problem::TlsVersionTooNew:
        return {tr("%1 insists on a newer version of TLS than was allowed.").arg(where),
            tr("The search was limited to older versions."),
            tr("Allow the newer version; it is the better one.")};
    case Problem::TlsNoCommonCipher:
        return {tr("%1 and this computer have no way of encryption in common.").arg(where),
            tr("The server accepts only cipher suites that are outdated, or it asks for a "
               "certificate of yours."),
            tr("Ask the provider to enable current cipher suites.")};
    case Problem::TlsClientCertificateRequired:
        return {tr("%1 demands a certificate of yours.").arg(where),
            tr("The server lets in only those who show a client certificate."),
            tr("Ask the administrator how to get one, or for another way in.")};
    default:
        return {tr("The TLS handshake with %1 failed.").arg(where),
            tr("The server or something on the way ended it; the evidence shows how."),
            tr("Try another port. If it lasts, send the evidence to the administrator.")};
    }
}

AdviceText Advice::weakTls(const Diagnosis &diagnosis)
{
    const QString where = place(diagnosis);
    switch (diagnosis.problem) {
    case Problem::TlsWeakSignature:
        return {tr("The certificate of %1 is signed in a way that can be forged.").arg(where),
            tr("Its signature uses MD5 or SHA-1. Anybody with enough effort could make "
               "another certificate that looks the same. Your password was not sent."),
            tr("Ask the provider for a certificate signed with SHA-256.")};
    case Problem::TlsWeakKey:
        return {tr("The key in the certificate of %1 is too short.").arg(where),
            tr("RSA keys below 2048 bits can be broken. Your password was not sent."),
            tr("Ask the provider for a certificate with a longer key.")};
    default:
        return {tr("%1 uses parameters for encryption that are too small.").arg(where),
            tr("Its Diffie-Hellman group can be broken with enough effort."),
            tr("Ask the provider for a group of at least 2048 bits, or for elliptic curves.")};
    }
}

AdviceText Advice::certificate(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    switch (diagnosis.problem) {
    case Problem::CertificateSelfSigned:
        return {tr("%1 signed its own certificate, so nobody vouches for it.").arg(host),
            tr("That is normal for a server at home or in a company, and it is also what an "
               "eavesdropper would show. Your password was not sent."),
            tr("Compare the fingerprint with the one that the administrator gives you.")};
    case Problem::CertificateUnknownIssuer:
        return {tr("The certificate of %1 comes from an issuer that is not known here.").arg(host),
            tr("A company's or provider's own authority is normal; an eavesdropper would "
               "look the same. Your password was not sent."),
            tr("Ask the administrator for the issuer's certificate, or compare the "
               "fingerprint.")};
    case Problem::CertificateIncompleteChain:
        return {tr("%1 did not send the certificate of its issuer.").arg(host),
            tr("The server is set up incompletely: it must send the certificates between "
               "its own and a known authority. Your password was not sent."),
            tr("The administrator should install the full chain. Until then, compare the "
               "fingerprint.")};
    case Problem::CertificateNameMismatch:
        return {tr("The certificate of %1 is made out to another name.").arg(host),
            diagnosis.names.isEmpty()
                ? tr("It names no server at all. Your password was not sent.")
                : tr("It is good for: %1. With shared hosting that is common. Your password "
                     "was not sent.")
                      .arg(diagnosis.names.first(qMin<qsizetype>(diagnosis.names.size(), 5))
                               .join(u", "_s)),
            tr("Use a server name that is in the certificate, if it is your provider's.")};
    default:
        return {tr("%1 shows another certificate than the one you accepted.").arg(host),
            tr("The server may have renewed it, and it may also be somebody else. Your "
               "password was not sent."),
            tr("Ask the administrator whether the certificate was replaced, and compare the "
               "new fingerprint.")};
    }
}

AdviceText Advice::certificateDates(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    if (diagnosis.problem == Problem::CertificateExpired) {
        return {tr("The certificate of %1 has expired.").arg(host),
            tr("The provider has not renewed it, or the clock of this computer is wrong. "
               "Your password was not sent."),
            tr("Check the date of this computer. If it is right, ask the provider to renew "
               "the certificate.")};
    }
    return {tr("The certificate of %1 is not valid yet.").arg(host),
        tr("The clock of this computer may be wrong. Your password was not sent."),
        tr("Check the date of this computer.")};
}

AdviceText Advice::unacceptableCertificate(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    switch (diagnosis.problem) {
    case Problem::CertificateRevoked:
        return {tr("The certificate of %1 was revoked.").arg(host),
            tr("Its issuer declared it invalid, perhaps because the key was stolen. Your "
               "password was not sent."),
            tr("Do not use this server until the provider has replaced the certificate.")};
    case Problem::CertificateNotForServers:
        return {tr("The certificate of %1 is not meant for servers.").arg(host),
            tr("It was issued for another purpose. Your password was not sent."),
            tr("The administrator has to install a certificate for servers.")};
    default:
        return {tr("The certificate of %1 is not valid.").arg(host),
            tr("It breaks the rules for certificates; the evidence names which. Your "
               "password was not sent."),
            tr("Send the evidence to the administrator of the server.")};
    }
}

AdviceText Advice::security(const Diagnosis &diagnosis)
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
            tr("Nothing has to be done.")};
    default:
        return {tr("%1 offers no way of signing in.").arg(where),
            tr("The server works, but it named no method of authentication."),
            tr("Ask the provider whether this is the server for customers.")};
    }
}

} // namespace postern
