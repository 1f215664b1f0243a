// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlspolicy.h"

#include <QSsl>

namespace postern {

QSslConfiguration tlsConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
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
