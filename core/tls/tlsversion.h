// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace postern {

/// The versions by their number on the wire (RFC 8446, 4.2.1; SSL 3.0: RFC 6101).
enum class TlsVersion : quint16 {
    Ssl3 = 0x0300,
    Tls1_0 = 0x0301,
    Tls1_1 = 0x0302,
    Tls1_2 = 0x0303,
    Tls1_3 = 0x0304,
};

constexpr TlsVersion allTlsVersions[] = {TlsVersion::Ssl3, TlsVersion::Tls1_0, TlsVersion::Tls1_1,
    TlsVersion::Tls1_2, TlsVersion::Tls1_3};

/// The contract's names: `SSLv3`, `TLSv1.0` … `TLSv1.3`.
[[nodiscard]] QString toString(TlsVersion version);
/// Empty where it is absent.
[[nodiscard]] QString toString(std::optional<TlsVersion> version);
[[nodiscard]] std::optional<TlsVersion> tlsVersionFromString(const QString &name);
[[nodiscard]] std::optional<TlsVersion> tlsVersionFromWire(quint16 number);

} // namespace postern
