// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/errortexts.h"

#include "diagnosis/diagnose.h"
#include "tls/handshakefailure.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxCharacters = 16384;

struct ErrorText
{
    QLatin1StringView words; ///< As comparable() leaves them.
    QLatin1StringView program;
    std::initializer_list<Problem> problems; ///< The likeliest first.
    bool isVague = false; ///< Says little, and nothing where other words say more.
};

const ErrorText errorTexts[] = {
    {"the token supplied to the function is invalid"_L1, ".NET"_L1,
        {Problem::ProtocolPlaintextOnTlsPort, Problem::TlsHandshakeFailed}},
    {"do not possess a common algorithm"_L1, ".NET"_L1,
        {Problem::TlsVersionTooOld, Problem::TlsNoCommonCipher}},
    {"message received was unexpected or badly formatted"_L1, ".NET"_L1,
        {Problem::ProtocolPlaintextOnTlsPort, Problem::TlsVersionTooOld}},
    {"handshake failed due to an unexpected packet format"_L1, ".NET"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"cannot determine the frame size or a corrupted frame was received"_L1, ".NET"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"connected party did not properly respond"_L1, ".NET"_L1, {Problem::ConnectTimeout}},
    {"target machine actively refused it"_L1, ".NET"_L1, {Problem::ConnectRefused}},
    {"forcibly closed by the remote host"_L1, ".NET"_L1,
        {Problem::ConnectReset, Problem::TlsVersionTooOld}},
    {"remote certificate is invalid according to the validation procedure"_L1, ".NET"_L1,
        {Problem::CertificateSelfSigned, Problem::CertificateNameMismatch,
            Problem::CertificateUnknownIssuer, Problem::CertificateExpired},
        true},
    {"remotecertificatenamemismatch"_L1, ".NET"_L1, {Problem::CertificateNameMismatch}},
    {"remotecertificatechainerrors"_L1, ".NET"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateIncompleteChain,
            Problem::CertificateSelfSigned}},
    {"remotecertificatenotavailable"_L1, ".NET"_L1, {Problem::CertificateInvalid}},
    {"could not establish trust relationship for the ssl/tls secure channel"_L1, ".NET"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateNameMismatch,
            Problem::CertificateSelfSigned},
        true},
    {"the certificate chain was issued by an authority that is not trusted"_L1, ".NET"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateSelfSigned}},
    {"the target principal name is incorrect"_L1, ".NET"_L1, {Problem::CertificateNameMismatch}},
    {"could not create ssl/tls secure channel"_L1, ".NET"_L1,
        {Problem::TlsVersionTooOld, Problem::TlsNoCommonCipher}},
    {"no such host is known"_L1, ".NET"_L1, {Problem::DnsNoSuchName}},
    {"remote name could not be resolved"_L1, ".NET"_L1, {Problem::DnsNoSuchName}},
    {"received an unexpected eof or 0 bytes from the transport stream"_L1, ".NET"_L1,
        {Problem::TlsVersionTooOld, Problem::ProtocolClosed}},
    {"remote party has closed the transport stream"_L1, ".NET"_L1,
        {Problem::TlsVersionTooOld, Problem::ProtocolClosed}},
    {"smtp server requires a secure connection or the client was not authenticated"_L1, ".NET"_L1,
        {Problem::SecurityLoginBeforeTlsDisabled}},
    {"server does not support secure connections"_L1, ".NET"_L1, {Problem::StartTlsNotOffered}},
    {"wrong version number"_L1, "OpenSSL"_L1, {Problem::ProtocolPlaintextOnTlsPort}},
    {"packet length too long"_L1, "OpenSSL"_L1, {Problem::ProtocolPlaintextOnTlsPort}},
    {"ssl routines::http request"_L1, "OpenSSL"_L1,
        {Problem::ProtocolPlaintextOnTlsPort, Problem::ProtocolWrongService}},
    {"ssl23_get_server_hello:unknown protocol"_L1, "OpenSSL"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"unknown protocol"_L1, "OpenSSL"_L1, {Problem::ProtocolPlaintextOnTlsPort}},
    {"record layer failure"_L1, "OpenSSL"_L1, {Problem::ProtocolPlaintextOnTlsPort}},
    {"no protocols available"_L1, "OpenSSL"_L1, {Problem::TlsVersionTooOld}},
    {"unsupported protocol"_L1, "OpenSSL"_L1, {Problem::TlsVersionTooOld}},
    {"version too low"_L1, "OpenSSL"_L1, {Problem::TlsVersionTooOld}},
    {"alert protocol version"_L1, "OpenSSL"_L1, {Problem::TlsVersionTooOld}},
    {"legacy sigalg disallowed or unsupported"_L1, "OpenSSL"_L1, {Problem::TlsVersionTooOld}},
    {"unsafe legacy renegotiation disabled"_L1, "OpenSSL"_L1, {Problem::TlsHandshakeFailed}},
    {"alert handshake failure"_L1, "OpenSSL"_L1,
        {Problem::TlsNoCommonCipher, Problem::TlsClientCertificateRequired}},
    {"no shared cipher"_L1, "OpenSSL"_L1, {Problem::TlsNoCommonCipher}},
    {"alert insufficient security"_L1, "OpenSSL"_L1, {Problem::TlsNoCommonCipher}},
    {"dh key too small"_L1, "OpenSSL"_L1, {Problem::TlsWeakParameters}},
    {"ca md too weak"_L1, "OpenSSL"_L1, {Problem::TlsWeakSignature}},
    {"ee key too small"_L1, "OpenSSL"_L1, {Problem::TlsWeakKey}},
    {"ca key too small"_L1, "OpenSSL"_L1, {Problem::TlsWeakKey}},
    {"alert certificate required"_L1, "OpenSSL"_L1, {Problem::TlsClientCertificateRequired}},
    {"peer did not return a certificate"_L1, "OpenSSL"_L1, {Problem::TlsClientCertificateRequired}},
    {"alert unrecognized name"_L1, "OpenSSL"_L1, {Problem::TlsHandshakeFailed}},
    {"unexpected eof while reading"_L1, "OpenSSL"_L1,
        {Problem::ProtocolClosed, Problem::TlsVersionTooOld}},
    {"self signed certificate in certificate chain"_L1, "OpenSSL"_L1,
        {Problem::CertificateUnknownIssuer}},
    {"self signed certificate"_L1, "OpenSSL"_L1, {Problem::CertificateSelfSigned}},
    {"unable to get local issuer certificate"_L1, "OpenSSL"_L1,
        {Problem::CertificateIncompleteChain, Problem::CertificateUnknownIssuer}},
    {"unable to verify the first certificate"_L1, "OpenSSL"_L1,
        {Problem::CertificateIncompleteChain}},
    {"unable to verify leaf signature"_L1, "Node.js"_L1, {Problem::CertificateIncompleteChain}},
    {"certificate has expired"_L1, "OpenSSL"_L1, {Problem::CertificateExpired}},
    {"certificate is not yet valid"_L1, "OpenSSL"_L1, {Problem::CertificateNotYetValid}},
    {"certificate revoked"_L1, "OpenSSL"_L1, {Problem::CertificateRevoked}},
    {"hostname mismatch"_L1, "OpenSSL"_L1, {Problem::CertificateNameMismatch}},
    {"ip address mismatch"_L1, "OpenSSL"_L1, {Problem::CertificateNameMismatch}},
    {"err tls cert altname invalid"_L1, "Node.js"_L1, {Problem::CertificateNameMismatch}},
    {"certificate verify failed"_L1, "OpenSSL"_L1,
        {Problem::CertificateSelfSigned, Problem::CertificateUnknownIssuer,
            Problem::CertificateExpired, Problem::CertificateNameMismatch},
        true},
    {"pkix path building failed"_L1, "Java"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateIncompleteChain,
            Problem::CertificateSelfSigned}},
    {"unable to find valid certification path to requested target"_L1, "Java"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateIncompleteChain,
            Problem::CertificateSelfSigned}},
    {"pkix path validation failed"_L1, "Java"_L1,
        {Problem::CertificateExpired, Problem::CertificateInvalid}},
    {"unrecognized ssl message, plaintext connection"_L1, "Java"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"unsupported or unrecognized ssl message"_L1, "Java"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"received fatal alert: protocol version"_L1, "Java"_L1, {Problem::TlsVersionTooOld}},
    {"received fatal alert: handshake failure"_L1, "Java"_L1,
        {Problem::TlsNoCommonCipher, Problem::TlsClientCertificateRequired}},
    {"no appropriate protocol"_L1, "Java"_L1,
        {Problem::TlsVersionTooOld, Problem::TlsNoCommonCipher}},
    {"no subject alternative"_L1, "Java"_L1, {Problem::CertificateNameMismatch}},
    {"no name matching"_L1, "Java"_L1, {Problem::CertificateNameMismatch}},
    {"certificates do not conform to algorithm constraints"_L1, "Java"_L1,
        {Problem::TlsWeakSignature, Problem::TlsWeakKey}},
    {"certificates does not conform to algorithm constraints"_L1, "Java"_L1,
        {Problem::TlsWeakSignature, Problem::TlsWeakKey}},
    {"remote host terminated the handshake"_L1, "Java"_L1,
        {Problem::ProtocolClosed, Problem::TlsVersionTooOld}},
    {"remote host closed connection during handshake"_L1, "Java"_L1,
        {Problem::ProtocolClosed, Problem::TlsVersionTooOld}},
    {"could not convert socket to tls"_L1, "Java"_L1,
        {Problem::CertificateUnknownIssuer, Problem::TlsVersionTooOld}},
    {"starttls is required but host does not support starttls"_L1, "Java"_L1,
        {Problem::StartTlsNotOffered}},
    {"must issue a starttls command first"_L1, "SMTP"_L1,
        {Problem::SecurityLoginBeforeTlsDisabled}},
    {"unknownhostexception"_L1, "Java"_L1, {Problem::DnsNoSuchName}},
    {"first record does not look like a tls handshake"_L1, "Go"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"server gave http response to https client"_L1, "Go"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"certificate signed by unknown authority"_L1, "Go"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateIncompleteChain}},
    {"certificate is valid for"_L1, "Go"_L1, {Problem::CertificateNameMismatch}},
    {"certificate is not valid for any names"_L1, "Go"_L1, {Problem::CertificateNameMismatch}},
    {"certificate relies on legacy common name field"_L1, "Go"_L1,
        {Problem::CertificateNameMismatch}},
    {"server selected unsupported protocol version"_L1, "Go"_L1, {Problem::TlsVersionTooOld}},
    {"an unexpected tls packet was received"_L1, "GnuTLS"_L1,
        {Problem::ProtocolPlaintextOnTlsPort}},
    {"packet with illegal or unsupported version"_L1, "GnuTLS"_L1,
        {Problem::ProtocolPlaintextOnTlsPort, Problem::TlsVersionTooOld}},
    {"the tls connection was non properly terminated"_L1, "GnuTLS"_L1, {Problem::ProtocolClosed}},
    {"diffie hellman prime sent by the server is not acceptable"_L1, "GnuTLS"_L1,
        {Problem::TlsWeakParameters}},
    {"the certificate issuer is unknown"_L1, "GnuTLS"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateSelfSigned}},
    {"the certificate is not trusted"_L1, "GnuTLS"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateSelfSigned}},
    {"the name in the certificate does not match the expected"_L1, "GnuTLS"_L1,
        {Problem::CertificateNameMismatch}},
    {"insecure algorithm"_L1, "GnuTLS"_L1, {Problem::TlsWeakSignature}},
    {"ssl error rx record too long"_L1, "Thunderbird"_L1, {Problem::ProtocolPlaintextOnTlsPort}},
    {"ssl error unsupported version"_L1, "Thunderbird"_L1, {Problem::TlsVersionTooOld}},
    {"ssl error no cypher overlap"_L1, "Thunderbird"_L1, {Problem::TlsNoCommonCipher}},
    {"ssl error bad cert domain"_L1, "Thunderbird"_L1, {Problem::CertificateNameMismatch}},
    {"sec error unknown issuer"_L1, "Thunderbird"_L1,
        {Problem::CertificateUnknownIssuer, Problem::CertificateIncompleteChain}},
    {"sec error expired certificate"_L1, "Thunderbird"_L1, {Problem::CertificateExpired}},
    {"sec error revoked certificate"_L1, "Thunderbird"_L1, {Problem::CertificateRevoked}},
    {"mozilla pkix error self signed cert"_L1, "Thunderbird"_L1, {Problem::CertificateSelfSigned}},
    {"connection refused"_L1, ""_L1, {Problem::ConnectRefused}},
    {"econnrefused"_L1, ""_L1, {Problem::ConnectRefused}},
    {"connection reset by peer"_L1, ""_L1, {Problem::ConnectReset}},
    {"econnreset"_L1, ""_L1, {Problem::ConnectReset}},
    {"connection timed out"_L1, ""_L1, {Problem::ConnectTimeout}},
    {"connect timed out"_L1, ""_L1, {Problem::ConnectTimeout}},
    {"etimedout"_L1, ""_L1, {Problem::ConnectTimeout}},
    {"operation timed out"_L1, ""_L1, {Problem::ConnectTimeout}},
    {"network is unreachable"_L1, ""_L1, {Problem::NetworkUnreachable}},
    {"no route to host"_L1, ""_L1, {Problem::NetworkUnreachable}},
    {"name or service not known"_L1, ""_L1, {Problem::DnsNoSuchName}},
    {"nodename nor servname provided"_L1, ""_L1, {Problem::DnsNoSuchName}},
    {"getaddrinfo failed"_L1, ""_L1, {Problem::DnsNoSuchName, Problem::DnsFailure}},
    {"enotfound"_L1, ""_L1, {Problem::DnsNoSuchName}},
    {"temporary failure in name resolution"_L1, ""_L1, {Problem::DnsTimeout}},
    {"privacyrequired"_L1, "IMAP"_L1, {Problem::SecurityLoginBeforeTlsDisabled}},
    {"logindisabled"_L1, "IMAP"_L1, {Problem::SecurityLoginBeforeTlsDisabled}},
    {"plaintext authentication disallowed"_L1, "IMAP"_L1,
        {Problem::SecurityLoginBeforeTlsDisabled}},
    {"plaintext authentication not allowed without ssl/tls"_L1, "IMAP"_L1,
        {Problem::SecurityLoginBeforeTlsDisabled}},
    {"tls not available"_L1, "SMTP"_L1, {Problem::StartTlsRefused}},
    {"too many connections"_L1, ""_L1, {Problem::ProtocolRejected}},
    {"no supported authentication methods"_L1, ""_L1, {Problem::LoginNoCommonMechanism}},
    {"no supported authentication mechanism"_L1, ""_L1, {Problem::LoginNoCommonMechanism}},
};

/// Programs differ in case, in `WRONG_VERSION_NUMBER` and `wrong version number`, and in where they
/// break lines.
QString comparable(const QString &text)
{
    QString plain = text.first(qMin(text.size(), maxCharacters)).toLower();
    plain.replace(u'_', u' ').replace(u'-', u' ').replace(u'’', u'\'');
    return plain.simplified();
}

void add(QList<ErrorMeaning> &meanings, const ErrorMeaning &meaning)
{
    const bool isKnown = std::any_of(meanings.begin(), meanings.end(),
        [&meaning](const ErrorMeaning &known) { return known.problem == meaning.problem; });
    if (!isKnown)
        meanings.append(meaning);
}

/// OpenSSL's own number says more than any words: `error:0A00010B:SSL routines::…`.
void addByNumber(QList<ErrorMeaning> &meanings, const QString &text)
{
    if (!text.contains("error:0A"_L1, Qt::CaseInsensitive))
        return;
    const FaultReport fault = explainHandshakeFailure({text, {}, false, false});
    if (fault.fault != Fault::HandshakeFailed)
        add(meanings, {problemOf(fault.fault), {}, u"OpenSSL"_s});
}

} // namespace

QList<ErrorMeaning> meaningsOf(const QString &text)
{
    if (const auto problem = problemFromString(text.trimmed().toLower()))
        return {{*problem, {}, {}}};
    QList<ErrorMeaning> meanings;
    addByNumber(meanings, text.first(qMin(text.size(), maxCharacters)));
    const QString plain = comparable(text);
    std::vector<const ErrorText *> found;
    for (const ErrorText &each : errorTexts) {
        if (plain.contains(each.words))
            found.push_back(&each);
    }
    const auto isVague = [](const ErrorText *each) { return each->isVague; };
    if (!std::all_of(found.begin(), found.end(), isVague))
        std::erase_if(found, isVague);
    // Of two that are in it, the longer one is meant: “self signed certificate in certificate chain”.
    std::stable_sort(found.begin(), found.end(),
        [](const ErrorText *a, const ErrorText *b) { return a->words.size() > b->words.size(); });
    for (const ErrorText *each : found) {
        const bool isPartOfLonger
            = std::any_of(found.begin(), found.end(), [each](const ErrorText *other) {
                  return other != each && QString(other->words).contains(each->words);
              });
        if (isPartOfLonger)
            continue;
        for (const Problem problem : each->problems)
            add(meanings, {problem, each->words, each->program});
    }
    return meanings;
}

Diagnosis exampleOf(Problem problem)
{
    Diagnosis diagnosis;
    diagnosis.problem = problem;
    const bool isAboutStartTls = topicOf(problem) == Topic::StartTls
        || problem == Problem::SecurityLoginBeforeTlsDisabled
        || problem == Problem::ProtocolTlsOnPlaintextPort
        || problem == Problem::ProtocolPreauthenticated;
    const Security security = isAboutStartTls ? Security::StartTls : Security::ImplicitTls;
    diagnosis.endpoint = {Protocol::Imap, u"mail.example.org"_s,
        standardPorts(Protocol::Imap, security).constFirst(), security};
    if (problem == Problem::CertificateNameMismatch)
        diagnosis.names = QStringList{u"server7.provider.example"_s};
    return diagnosis;
}

} // namespace postern
