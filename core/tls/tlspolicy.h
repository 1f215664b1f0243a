// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/finding.h"
#include "tls/tlsversion.h"

#include <QSslConfiguration>

namespace postern {

/// Which versions of TLS a probe may use. RFC 8996 withdrew those before 1.2: whoever allows them
/// does so knowingly, for one search.
struct TlsPolicy
{
    TlsVersion oldest = TlsVersion::Tls1_2; ///< 1.0, 1.1 or 1.2.
    TlsVersion newest = TlsVersion::Tls1_3; ///< 1.2 or 1.3.

    bool allows(TlsVersion version) const { return version >= oldest && version <= newest; }
    /// Whoever allows old versions allows the certificates of their time.
    LegacyConsent consent() const
    {
        return oldest < TlsVersion::Tls1_2 ? LegacyConsent::Given : LegacyConsent::None;
    }

    friend bool operator==(const TlsPolicy &, const TlsPolicy &) = default;
};

/// Which version Qt's name means; absent for a range.
[[nodiscard]] std::optional<TlsVersion> tlsVersionOf(QSsl::SslProtocol protocol);

/// How every probe speaks TLS: the versions of @p policy, what the server shows is looked at and
/// judged by our own verifier, nothing is resumed. Never enough to send a credential by itself.
[[nodiscard]] QSslConfiguration tlsConfiguration(const TlsPolicy &policy = {});

} // namespace postern
