// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/tlsadvice.h"

#include "diagnosis/dateadvice.h"

#include <QLocale>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString nameForPeople(TlsVersion version)
{
    QString name = toString(version);
    return name.startsWith("TLSv"_L1) ? name.replace("TLSv"_L1, "TLS "_L1) : u"SSL 3.0"_s;
}

} // namespace

AdviceText TlsAdvice::textFor(const Diagnosis &diagnosis)
{
    switch (diagnosis.problem) {
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
    case Problem::CertificateExpiresSoon:
    case Problem::CertificateWrongOrder:
    case Problem::CertificateSuperfluous:
    case Problem::CertificateIntercepted:
        return chainRemark(diagnosis);
    default: // revoked, not for servers, invalid
        return unacceptableCertificate(diagnosis);
    }
}

QString TlsAdvice::textFor(const TrustStoreProblem &problem)
{
    switch (problem.kind) {
    case TrustStoreProblem::Kind::Malformed:
        if (problem.keptAs.isEmpty())
            return tr("The accepted certificates in %1 could not be read. The file was left where "
                      "it is; nothing is accepted until you accept it again.")
                .arg(problem.path);
        return tr("The accepted certificates in %1 could not be read. The file was "
                  "kept as %2; nothing is accepted until you accept it again.")
            .arg(problem.path, problem.keptAs);
    case TrustStoreProblem::Kind::NewerVersion:
        return tr("%1 was written by a newer Postern and is left alone.").arg(problem.path);
    case TrustStoreProblem::Kind::NotWritten:
        return tr("%1 could not be written: %2.").arg(problem.path, problem.detail);
    case TrustStoreProblem::Kind::Unreadable:
        break;
    }
    return tr("%1 could not be read: %2.").arg(problem.path, problem.detail);
}

AdviceText TlsAdvice::tls(const Diagnosis &diagnosis)
{
    const QString where = hostAndPort(diagnosis.endpoint.host, diagnosis.endpoint.port);
    switch (diagnosis.problem) {
    case Problem::TlsVersionTooOld:
        if (diagnosis.severity == Severity::Warning) // it is used all the same
            return {tr("%1 speaks an old version of TLS, which can be broken.").arg(where),
                tr("You allowed it for this search. RFC 8996 withdrew TLS 1.0 and 1.1 in 2021."),
                tr("Ask the provider to enable TLS 1.2 or 1.3.")};
        return {diagnosis.versions.isEmpty()
                ? tr("%1 does not speak a current version of TLS.").arg(where)
                : tr("%1 speaks nothing newer than %2.")
                      .arg(where, nameForPeople(diagnosis.versions.constLast())),
            tr("The server refused TLS 1.2 and 1.3; older versions were withdrawn in 2021 because "
               "they can be broken."),
            tr("Ask the provider to enable TLS 1.2 or 1.3. Do not switch encryption off: "
               "your password would be readable.")};
    case Problem::TlsVersionTooNew:
        return {tr("%1 insists on a newer version of TLS than was allowed.").arg(where),
            tr("Only older versions were allowed on this side."),
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
        if (diagnosis.isSilent)
            return {tr("%1 accepts the connection and does not answer.").arg(where),
                tr("The server is overloaded, or another service listens there that waits for "
                   "something else."),
                tr("Check the port number, or try again later.")};
        return {tr("The TLS handshake with %1 failed.").arg(where),
            tr("The server or something on the way ended it or fell silent; the evidence shows "
               "how."),
            tr("Try another port. If it lasts, send the evidence to the administrator.")};
    }
}

AdviceText TlsAdvice::weakTls(const Diagnosis &diagnosis)
{
    const QString where = hostAndPort(diagnosis.endpoint.host, diagnosis.endpoint.port);
    switch (diagnosis.problem) {
    case Problem::TlsWeakSignature:
        return {tr("The certificate of %1 is signed in a way that can be forged.").arg(where),
            tr("Its signature uses MD5 or SHA-1. Anybody with enough effort could make another "
               "certificate that looks the same."),
            tr("Ask the provider for a certificate signed with SHA-256.")};
    case Problem::TlsWeakKey:
        return {tr("The key in the certificate of %1 is too short.").arg(where),
            tr("RSA keys below 2048 bits can be broken."),
            tr("Ask the provider for a certificate with a longer key.")};
    default:
        return {tr("%1 uses parameters for encryption that are too small.").arg(where),
            tr("Its Diffie-Hellman group can be broken with enough effort."),
            tr("Ask the provider for a group of at least 2048 bits, or for elliptic curves.")};
    }
}

AdviceText TlsAdvice::certificate(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    switch (diagnosis.problem) {
    case Problem::CertificateSelfSigned:
        return {tr("%1 signed its own certificate, so nobody vouches for it.").arg(host),
            tr("That is normal for a server at home or in a company, and it is also what an "
               "eavesdropper would show."),
            tr("Compare the fingerprint with the one that the administrator gives you.")};
    case Problem::CertificateUnknownIssuer:
        return {diagnosis.about.isEmpty()
                ? tr("The certificate of %1 comes from an issuer that is not known here.").arg(host)
                : tr("The certificate of %1 comes from an issuer that is not known here: %2.")
                      .arg(host, diagnosis.about),
            tr("This is normal where a company or provider has an authority of its own; an "
               "eavesdropper would look the same."),
            tr("Ask the administrator for the issuer's certificate, or compare the "
               "fingerprint.")};
    case Problem::CertificateIncompleteChain:
        return {diagnosis.about.isEmpty()
                ? tr("%1 did not send the certificate of its issuer.").arg(host)
                : tr("%1 did not send the certificate of its issuer, %2.")
                      .arg(host, diagnosis.about),
            tr("The server is probably set up incompletely: it must send the certificates between "
               "its own and a known authority. An eavesdropper could look the same."),
            tr("The administrator should install the full chain. Until then, compare the "
               "fingerprint.")};
    case Problem::CertificateNameMismatch:
        return otherName(diagnosis);
    default:
        return {tr("%1 shows another certificate than the one you accepted.").arg(host),
            tr("The provider may have renewed it, or it may be somebody else's server."),
            tr("Ask the administrator whether the certificate was replaced, and compare the "
               "new fingerprint.")};
    }
}

AdviceText TlsAdvice::otherName(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    if (diagnosis.names.isEmpty() && !diagnosis.isExample)
        return {tr("The certificate of %1 names no server.").arg(host),
            tr("It has at most the old common name, at which programs no longer look."),
            tr("The administrator needs a certificate with a subject alternative name.")};
    const QStringList names = diagnosis.names.first(qMin<qsizetype>(diagnosis.names.size(), 5));
    return {tr("The certificate of %1 is made out to another name.").arg(host),
        diagnosis.isExample ? tr("With shared hosting that is common.")
                            : tr("It is good for: %1. With shared hosting that is common.")
                                  .arg(names.join(u", "_s)),
        tr("Use a server name that is in the certificate, if it is your provider's.")};
}

AdviceText TlsAdvice::certificateDates(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    const bool isDated = diagnosis.date.isValid() && diagnosis.now.isValid();
    const QString distance = DateAdvice::distance(diagnosis.date, diagnosis.now);
    const QString day = DateAdvice::day(diagnosis.date);
    const QString clock = DateAdvice::moment(diagnosis.now);
    if (diagnosis.problem == Problem::CertificateNotYetValid) {
        return {isDated
                ? tr("The certificate of %1 becomes valid in %2, on %3.").arg(host, distance, day)
                : tr("The certificate of %1 is not valid yet.").arg(host),
            isDated ? tr("This computer's clock says %1, which may be wrong.").arg(clock)
                    : tr("The clock of this computer may be wrong."),
            tr("Check the date of this computer. If it is right, ask the provider.")};
    }
    QString title = tr("The certificate of %1 has expired.").arg(host);
    if (isDated && diagnosis.about.isEmpty())
        title = tr("The certificate of %1 expired %2 ago, on %3.").arg(host, distance, day);
    else if (isDated)
        title = tr("The certificate of %1, which vouches for %2, expired %3 ago, on %4.")
                    .arg(diagnosis.about, host, distance, day);
    if (!diagnosis.about.isEmpty())
        return {title, tr("The server sends an old certificate of its authority."),
            tr("The administrator should install the current certificate of %1.")
                .arg(diagnosis.about)};
    return {title,
        isDated
            ? tr("This computer's clock says %1. If that is right, the provider has not renewed "
                 "the certificate.")
                  .arg(clock)
            : tr("The provider has not renewed it, or the clock of this computer is wrong."),
        tr("Check the date of this computer. If it is right, ask the provider to renew "
           "the certificate.")};
}

AdviceText TlsAdvice::chainRemark(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    switch (diagnosis.problem) {
    case Problem::CertificateExpiresSoon:
        return {diagnosis.date.isValid() && diagnosis.now.isValid()
                ? tr("The certificate of %1 expires in %2, on %3.")
                      .arg(host, DateAdvice::distance(diagnosis.now, diagnosis.date),
                          DateAdvice::day(diagnosis.date))
                : tr("The certificate of %1 expires soon.").arg(host),
            tr("It should have been renewed by now; perhaps the renewal has failed unnoticed."),
            tr("Nothing has to be done yet. The administrator should renew the certificate.")};
    case Problem::CertificateWrongOrder:
        return {tr("%1 sends its certificates in the wrong order.").arg(host),
            tr("Each certificate should stand behind the one that it vouches for. Most programs "
               "put "
               "them in order themselves; old ones fail."),
            tr("Nothing has to be done here. The administrator should put the chain in order.")};
    case Problem::CertificateSuperfluous:
        return {tr("%1 sends certificates that nobody needs.").arg(host),
            tr("They do not belong to the chain of its own certificate, and each connection "
               "carries them along."),
            tr("Nothing has to be done here. The administrator can leave them out.")};
    default:
        return {diagnosis.about.isEmpty()
                ? tr("Something between you and %1 may be opening encrypted connections.")
                      .arg(diagnosis.names.isEmpty()
                              ? host
                              : QLocale().createSeparatedList(diagnosis.names))
                : tr("%1 opens encrypted connections between you and %2.")
                      .arg(diagnosis.about, host),
            tr("The certificate does not come from the provider but from an authority of its own. "
               "Antivirus programs and company networks do that, and so do attackers."),
            tr("Ask whoever looks after this computer or network. An antivirus program can be told "
               "to leave mail connections alone.")};
    }
}

AdviceText TlsAdvice::unacceptableCertificate(const Diagnosis &diagnosis)
{
    const QString &host = diagnosis.endpoint.host;
    switch (diagnosis.problem) {
    case Problem::CertificateRevoked:
        return {tr("The certificate of %1 was revoked.").arg(host),
            tr("Its issuer declared it invalid, perhaps because the key was stolen."),
            tr("Do not use this server until the provider has replaced the certificate.")};
    case Problem::CertificateNotForServers:
        return {tr("The certificate of %1 is not meant for servers.").arg(host),
            tr("It was issued for another purpose."),
            tr("The administrator has to install a certificate for servers.")};
    default:
        return {tr("The certificate of %1 is not valid.").arg(host),
            tr("It breaks the rules for certificates; the evidence names which."),
            tr("Send the evidence to the administrator of the server.")};
    }
}

} // namespace postern
