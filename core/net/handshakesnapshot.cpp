// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/handshakesnapshot.h"

#include "tls/tlspolicy.h"

#include <QSslCipher>
#include <QSslConfiguration>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Where the library answers "any" it does not know (TLS 1.3 negotiates them separately).
QString knownOrEmpty(const QString &text)
{
    return text == "any"_L1 ? QString() : text;
}

std::optional<bool> forwardSecrecyOf(const QSslCipher &cipher, std::optional<TlsVersion> version)
{
    if (cipher.isNull())
        return std::nullopt;
    // RFC 8446, 1.2: all of TLS 1.3's key exchanges with certificates are ephemeral.
    if (version == TlsVersion::Tls1_3)
        return true;
    return cipher.name().startsWith("ECDHE"_L1) || cipher.name().startsWith("DHE"_L1);
}

} // namespace

Handshake handshakeOf(const QSslSocket &socket, const SslObject &object, const QString &serverName)
{
    const QSslCipher cipher = socket.sessionCipher();
    Handshake handshake;
    // Not cipher.protocolString(): that is the oldest version the suite exists in.
    handshake.version = tlsVersionOf(socket.sessionProtocol()); // "or later" is no version
    handshake.cipher = cipher.name();
    handshake.keyExchange = knownOrEmpty(cipher.keyExchangeMethod());
    handshake.authentication = knownOrEmpty(cipher.authenticationMethod());
    handshake.usedBits = cipher.usedBits();
    handshake.hasForwardSecrecy = forwardSecrecyOf(cipher, handshake.version);
    handshake.serverName = serverName;
    handshake.alpn = QString::fromLatin1(socket.sslConfiguration().nextNegotiatedProtocol());
    handshake.chain = Certificate::listOf(socket.peerCertificateChain());
    if (const auto details = object.details()) {
        handshake.keyExchangeGroup = details->keyExchangeGroup;
        handshake.peerSignature = details->peerSignature;
        handshake.isResumed = details->isResumed;
        handshake.ocspResponse = details->ocspStaple;
    }
    return handshake;
}

} // namespace postern
