// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

namespace postern {

enum class TestKey { EcP256, Rsa, Ed25519 };

/// What a test certificate shall say, right or wrong: nothing here is checked for sense.
struct CertificateSpec
{
    QString commonName;
    QStringList dnsNames; ///< Taken as they are: give A-labels, wildcards, or nonsense.
    QList<QHostAddress> ipNames;
    QByteArray rawDnsName; ///< One more dNSName, byte for byte (NUL allowed); empty: none.
    bool withoutSubjectAltName = false; ///< Leaves the extension out, whatever the names above.

    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(90);

    bool withoutKeyIds
        = false; ///< Then an issuer is told from its namesakes by the signature alone.

    bool isCa = false;
    int pathLength = -1; ///< Below zero: no limit.
    QStringList nameConstraintsPermitted; ///< DNS subtrees.

    TestKey key = TestKey::EcP256;
    int rsaBits = 2048;
    QByteArray digest = "SHA256"; ///< "SHA1", "MD5" …; without a meaning for an Ed25519 issuer.
    QStringList extendedKeyUsage = {QStringLiteral("serverAuth")}; ///< Empty: absent, as for a CA.
    QString caIssuersUrl; ///< Where a client could fetch the issuer; empty: absent.
    QList<std::pair<int, QString>>
        moreExtensions; ///< libcrypto's NID, and its configuration syntax.
};

struct IssuedCertificate
{
    QByteArray certificatePem;
    QByteArray keyPem; ///< PKCS #8, without a passphrase.

    friend bool operator==(const IssuedCertificate &, const IssuedCertificate &) = default;
};

/// Makes a key and a certificate signed with it. Ends the program when libcrypto will not.
IssuedCertificate selfSigned(const CertificateSpec &spec);

/// Makes a key and a certificate that `issuer` signed, though it may not be fit to be one.
IssuedCertificate issue(const CertificateSpec &spec, const IssuedCertificate &issuer);

/// The certificates in the order given, as a server sends them.
QByteArray chainPem(const QList<IssuedCertificate> &chain);

} // namespace postern
