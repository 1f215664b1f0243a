// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlsversion.h"

namespace postern {

using namespace Qt::StringLiterals;

QString toString(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Ssl3:
        return u"SSLv3"_s;
    case TlsVersion::Tls1_0:
        return u"TLSv1.0"_s;
    case TlsVersion::Tls1_1:
        return u"TLSv1.1"_s;
    case TlsVersion::Tls1_2:
        return u"TLSv1.2"_s;
    case TlsVersion::Tls1_3:
        break;
    }
    return u"TLSv1.3"_s;
}

QString toString(std::optional<TlsVersion> version)
{
    return version ? toString(*version) : QString();
}

std::optional<TlsVersion> tlsVersionFromString(const QString &name)
{
    for (const TlsVersion version : allTlsVersions) {
        if (toString(version) == name)
            return version;
    }
    return std::nullopt;
}

std::optional<TlsVersion> tlsVersionFromWire(quint16 number)
{
    for (const TlsVersion version : allTlsVersions) {
        if (static_cast<quint16>(version) == number)
            return version;
    }
    return std::nullopt;
}

} // namespace postern
