// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace postern {

/// What is written in one certificate, ready to show: every text is inert.
struct CertificateFacts
{
    int version = 0; ///< 1 to 3
    QString subject; ///< RFC 4514's order and form, `CN=…, O=…`.
    QString issuer;
    QString subjectName; ///< The short name of the subject: its common name, else a SAN.
    QString issuerName;
    QStringList dnsNames; ///< subjectAltName, dNSName; as they stand there
    QStringList ipAddresses; ///< subjectAltName, iPAddress
    QString serialNumber; ///< lower-case hex, pairs separated by colons
    QDateTime notBefore; ///< UTC
    QDateTime notAfter; ///< UTC
    QString keyAlgorithm; ///< `RSA`, `EC`, `Ed25519` …
    QString keyDetail; ///< A curve's name; empty where there is none.
    int keyBits = 0;
    QString signatureAlgorithm; ///< `sha256WithRSAEncryption`, `ecdsa-with-SHA256` …
    bool isSelfSigned = false;
    bool isCa = false;
    QByteArray sha1; ///< Of the whole certificate; lower-case hex. For comparing with old notes.
    QByteArray sha256; ///< Of the whole certificate; lower-case hex.
    QByteArray spkiSha256; ///< Of the SubjectPublicKeyInfo; lower-case hex.
    QString pem;

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

/// `F1:17:…`: the form in which people compare fingerprints.
[[nodiscard]] QString fingerprintForPeople(const QByteArray &hex);

/// The digits of a fingerprint as people paste it, in lower case: colons, blanks, dashes and the
/// name of the algorithm in front do not matter. Anything else that is no digit stays in.
[[nodiscard]] QByteArray fingerprintFromPeople(const QString &typed);

} // namespace postern
