// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/catalogue.h"
#include "diagnosis/places.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class TlsWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::TlsAdvice)
};

QString nameForPeople(TlsVersion version)
{
    QString name = toString(version);
    return name.startsWith("TLSv"_L1) ? name.replace("TLSv"_L1, "TLS "_L1) : u"SSL 3.0"_s;
}

AdviceText versionTooOld(const Diagnosis &diagnosis)
{
    const QString where = placeOf(diagnosis);
    if (diagnosis.severity == Severity::Warning) // it is used all the same
        return {TlsWords::tr("%1 speaks an old version of TLS, which can be broken.").arg(where),
            TlsWords::tr(
                "You allowed it for this search. RFC 8996 withdrew TLS 1.0 and 1.1 in 2021."),
            TlsWords::tr("Ask the provider to enable TLS 1.2 or 1.3.")};
    const QList<TlsVersion> accepted = detailsOf<VersionDetails>(diagnosis).accepted;
    return {accepted.isEmpty()
            ? TlsWords::tr("%1 does not speak a current version of TLS.").arg(where)
            : TlsWords::tr("%1 speaks nothing newer than %2.")
                  .arg(where, nameForPeople(accepted.constLast())),
        TlsWords::tr(
            "The server refused TLS 1.2 and 1.3; older versions were withdrawn in 2021 because "
            "they can be broken."),
        TlsWords::tr("Ask the provider to enable TLS 1.2 or 1.3. Do not switch encryption off: "
                     "your password would be readable.")};
}

AdviceText versionTooNew(const Diagnosis &diagnosis)
{
    return {TlsWords::tr("%1 insists on a newer version of TLS than was allowed.")
                .arg(placeOf(diagnosis)),
        TlsWords::tr("Only older versions were allowed on this side."),
        TlsWords::tr("Allow the newer version; it is the better one.")};
}

AdviceText noCommonCipher(const Diagnosis &diagnosis)
{
    return {TlsWords::tr("%1 and this computer have no way of encryption in common.")
                .arg(placeOf(diagnosis)),
        TlsWords::tr("The server accepts only cipher suites that are outdated, or it asks for a "
                     "certificate of yours."),
        TlsWords::tr("Ask the provider to enable current cipher suites.")};
}

AdviceText weakSignature(const Diagnosis &diagnosis)
{
    return {TlsWords::tr("The certificate of %1 is signed in a way that can be forged.")
                .arg(placeOf(diagnosis)),
        TlsWords::tr(
            "Its signature uses MD5 or SHA-1. Anybody with enough effort could make another "
            "certificate that looks the same."),
        TlsWords::tr("Ask the provider for a certificate signed with SHA-256.")};
}

AdviceText weakKey(const Diagnosis &diagnosis)
{
    return {TlsWords::tr("The key in the certificate of %1 is too short.").arg(placeOf(diagnosis)),
        TlsWords::tr("RSA keys below 2048 bits can be broken."),
        TlsWords::tr("Ask the provider for a certificate with a longer key.")};
}

AdviceText weakParameters(const Diagnosis &diagnosis)
{
    return {TlsWords::tr("%1 uses parameters for encryption that are too small.")
                .arg(placeOf(diagnosis)),
        TlsWords::tr("Its Diffie-Hellman group can be broken with enough effort."),
        TlsWords::tr(
            "Ask the provider for a group of at least 2048 bits, or for elliptic curves.")};
}

AdviceText clientCertificateRequired(const Diagnosis &diagnosis)
{
    return {TlsWords::tr("%1 demands a certificate of yours.").arg(placeOf(diagnosis)),
        TlsWords::tr("The server lets in only those who show a client certificate."),
        TlsWords::tr("Ask the administrator how to get one, or for another way in.")};
}

AdviceText handshakeFailed(const Diagnosis &diagnosis)
{
    const QString where = placeOf(diagnosis);
    if (detailsOf<FailureDetails>(diagnosis).isSilent)
        return {TlsWords::tr("%1 accepts the connection and does not answer.").arg(where),
            TlsWords::tr(
                "The server is overloaded, or another service listens there that waits for "
                "something else."),
            TlsWords::tr("Check the port number, or try again later.")};
    return {TlsWords::tr("The TLS handshake with %1 failed.").arg(where),
        TlsWords::tr(
            "The server or something on the way ended it or fell silent; the evidence shows "
            "how."),
        TlsWords::tr("Try another port. If it lasts, send the evidence to the administrator.")};
}

constexpr ProblemRow tlsRows[] = {
    {Problem::TlsVersionTooOld, "tls.version-too-old"_L1, Topic::Tls, Severity::Error,
        Stage::Handshake, versionTooOld,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice", "switch TLS 1.2 and 1.3 on."),
        NextStep::LegacyTls},
    {Problem::TlsVersionTooNew, "tls.version-too-new"_L1, Topic::Tls, Severity::Error,
        Stage::Handshake, versionTooNew},
    {Problem::TlsNoCommonCipher, "tls.no-common-cipher"_L1, Topic::Tls, Severity::Error,
        Stage::Handshake, noCommonCipher,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "allow today’s cipher suites (ECDHE with AES-GCM or ChaCha20).")},
    {Problem::TlsWeakSignature, "tls.weak-signature"_L1, Topic::Tls, Severity::Error,
        Stage::Handshake, weakSignature,
        QT_TRANSLATE_NOOP(
            "postern::ChangeAdvice", "get a certificate that is signed with SHA-256 or better."),
        NextStep::LegacyTls},
    {Problem::TlsWeakKey, "tls.weak-key"_L1, Topic::Tls, Severity::Error, Stage::Handshake, weakKey,
        QT_TRANSLATE_NOOP(
            "postern::ChangeAdvice", "make a new key: RSA with 2048 bits or more, or ECDSA."),
        NextStep::LegacyTls},
    {Problem::TlsWeakParameters, "tls.weak-parameters"_L1, Topic::Tls, Severity::Error,
        Stage::Handshake, weakParameters,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "use Diffie-Hellman groups of 2048 bits or more, or elliptic curves.")},
    {Problem::TlsClientCertificateRequired, "tls.client-certificate-required"_L1, Topic::Tls,
        Severity::Error, Stage::Handshake, clientCertificateRequired},
    {Problem::TlsHandshakeFailed, "tls.handshake-failed"_L1, Topic::Tls, Severity::Error,
        Stage::Handshake, handshakeFailed},
};

} // namespace

std::span<const ProblemRow> tlsProblems()
{
    return tlsRows;
}

} // namespace postern
