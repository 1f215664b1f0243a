// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlspolicy.h"

#include <QSslCipher>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Qt's list without the suites that need a key agreed beforehand: nobody has one for a server that
/// is only being found, and each handshake would read through them.
QList<QSslCipher> usableCiphers()
{
    QList<QSslCipher> ciphers = QSslConfiguration::defaultConfiguration().ciphers();
    ciphers.removeIf([](const QSslCipher &cipher) {
        return cipher.name().contains("PSK"_L1) || cipher.name().contains("SRP"_L1);
    });
    return ciphers;
}

// Qt marks the old versions as what should not be used; here the user has said that they may be.
QT_WARNING_PUSH
QT_WARNING_DISABLE_DEPRECATED

QSsl::SslProtocol protocolFor(const TlsPolicy &policy)
{
    if (policy.oldest == TlsVersion::Tls1_0)
        return QSsl::TlsV1_0OrLater;
    if (policy.oldest == TlsVersion::Tls1_1)
        return QSsl::TlsV1_1OrLater;
    return policy.newest == TlsVersion::Tls1_2 ? QSsl::TlsV1_2 : QSsl::TlsV1_2OrLater;
}

} // namespace

std::optional<TlsVersion> tlsVersionOf(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_0:
        return TlsVersion::Tls1_0;
    case QSsl::TlsV1_1:
        return TlsVersion::Tls1_1;
    case QSsl::TlsV1_2:
        return TlsVersion::Tls1_2;
    case QSsl::TlsV1_3:
        return TlsVersion::Tls1_3;
    default:
        return std::nullopt;
    }
}

QT_WARNING_POP

QSslConfiguration tlsConfiguration(const TlsPolicy &policy)
{
    static const QList<QSslCipher> ciphers = usableCiphers();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCiphers(ciphers);
    configuration.setProtocol(protocolFor(policy));
    if (policy.oldest < TlsVersion::Tls1_2) {
        // OpenSSL refuses their signatures at any higher level. What the certificates are worth is
        // judged by CertificateVerifier at the usual one.
        configuration.setBackendConfigurationOption(
            "CipherString", QByteArray("DEFAULT:!PSK:!SRP:@SECLEVEL=0"));
    }
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    // What the library thinks of the chain is not asked for: CertificateVerifier knows the roots. With
    // no list at all it would look for them in the system's folder at each handshake.
    configuration.setCaCertificates({});
    // Asks the server to staple; Qt would read the answer only if it verified the chain itself.
    configuration.setOcspStaplingEnabled(true);
    // A resumed session shows no certificate chain; every probe does a full handshake.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return configuration;
}

} // namespace postern
