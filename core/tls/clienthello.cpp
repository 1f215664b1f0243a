// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/clienthello.h"

#include "tls/ciphersuite.h"

#include <QtEndian>

namespace postern {

namespace {

// RFC 8446, 4.2
constexpr quint16 extensionServerName = 0;
constexpr quint16 extensionSupportedGroups = 10;
constexpr quint16 extensionPointFormats = 11;
constexpr quint16 extensionSignatureAlgorithms = 13;
constexpr quint16 extensionExtendedMasterSecret = 23; // RFC 7627
constexpr quint16 extensionSupportedVersions = 43;
constexpr quint16 extensionKeyShare = 51;

constexpr quint16 groups[] = {29, 23, 24, 25, 30}; // x25519 …; no ffdhe: a server shall use its own
/// Down to RSA with MD5: what the certificate was signed with shall be no reason to hang up.
constexpr quint16 signatureAlgorithms[]
    = {0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b,
        0x0401, 0x0501, 0x0601, 0x0303, 0x0301, 0x0203, 0x0201, 0x0202, 0x0101};
constexpr quint16 renegotiationInfo = 0x00ff; // RFC 5746, 3.3

QByteArray number(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// A length in @p bytes bytes, and what is that long.
QByteArray vector(const QByteArray &content, int bytes)
{
    QByteArray length;
    for (int i = bytes - 1; i >= 0; --i)
        length += static_cast<char>((content.size() >> (8 * i)) & 0xff);
    return length + content;
}

template <typename Numbers>
QByteArray numbers(const Numbers &values)
{
    QByteArray bytes;
    for (const quint16 value : values)
        bytes += number(value);
    return bytes;
}

QByteArray extension(quint16 type, const QByteArray &content)
{
    return number(type) + vector(content, 2);
}

QByteArray serverNameExtension(const QString &name)
{
    const char hostName = 0; // RFC 6066, 3
    const QByteArray entry = QByteArray(1, hostName) + vector(name.toLatin1(), 2);
    return extension(extensionServerName, vector(entry, 2));
}

QByteArray extensionsFor(TlsVersion version, const QString &serverName)
{
    QByteArray all;
    if (!serverName.isEmpty())
        all += serverNameExtension(serverName);
    all += extension(extensionSupportedGroups, vector(numbers(groups), 2));
    all += extension(extensionPointFormats, vector(QByteArray(1, '\0'), 1)); // uncompressed
    if (version >= TlsVersion::Tls1_2)
        all += extension(extensionSignatureAlgorithms, vector(numbers(signatureAlgorithms), 2));
    if (version < TlsVersion::Tls1_3)
        all += extension(extensionExtendedMasterSecret, {});
    if (version == TlsVersion::Tls1_3) {
        all += extension(
            extensionSupportedVersions, vector(number(static_cast<quint16>(version)), 1));
        all += extension(extensionKeyShare, vector({}, 2));
    }
    return all;
}

} // namespace

QByteArray clientHello(TlsVersion version, const QString &serverName, const QByteArray &random)
{
    const bool isTls13 = version == TlsVersion::Tls1_3;
    const quint16 legacyVersion = static_cast<quint16>(qMin(version, TlsVersion::Tls1_2));
    QByteArray suites = isTls13 ? numbers(cipherSuitesOfTls13())
                                : numbers(cipherSuitesUpToTls12()) + number(renegotiationInfo);
    QByteArray body = number(legacyVersion) + random + vector({}, 1) + vector(suites, 2)
        + vector(QByteArray(1, '\0'), 1); // no compression
    if (version != TlsVersion::Ssl3)
        body += vector(extensionsFor(version, serverName), 2);
    const QByteArray message = QByteArray(1, '\x01') + vector(body, 3);
    const quint16 recordVersion
        = static_cast<quint16>(qMin(version, TlsVersion::Tls1_0)); // RFC 8446, 5.1
    return QByteArray(1, '\x16') + number(recordVersion) + vector(message, 2);
}

} // namespace postern
