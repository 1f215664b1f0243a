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

} // namespace

QSslConfiguration tlsConfiguration()
{
    static const QList<QSslCipher> ciphers = usableCiphers();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCiphers(ciphers);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    // What the library thinks of the chain is not asked for: CertificateVerifier knows the roots. With
    // no list at all it would look for them in the system's folder at each handshake.
    configuration.setCaCertificates({});
    // A resumed session shows no certificate chain; every probe does a full handshake.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return configuration;
}

} // namespace postern
