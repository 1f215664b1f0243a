// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/serverhelloreader.h"

namespace postern {

/// What a server answered when it was asked once for each version of TLS, on a connection of its
/// own, without any credential and without a session.
struct SecondLook
{
    struct Answer
    {
        TlsVersion offered = TlsVersion::Tls1_2;
        ServerHelloAnswer answer;

        friend bool operator==(const Answer &, const Answer &) = default;
    };

    QList<Answer> answers; ///< In the order in which they were asked for; each version once.
    int connections = 0; ///< That were opened for it.

    /// Whether any answer was one of TLS.
    [[nodiscard]] bool hasSpokenTls() const;
    /// Whether the server speaks that version: it chose it, or it refused it, by an alert about versions
    /// or by hanging up. Absent where neither was seen, or no answer at all was one of TLS.
    [[nodiscard]] std::optional<bool> accepts(TlsVersion version) const;
    [[nodiscard]] QList<TlsVersion> accepted() const; ///< The oldest first.
    /// What the server chose of the newest version that it accepts, as long as it is none of those
    /// that show nothing (TLS 1.3), where an older one shows more. Null: no ServerHello was seen.
    [[nodiscard]] const ServerHelloAnswer *mostTelling() const;

    friend bool operator==(const SecondLook &, const SecondLook &) = default;
};

} // namespace postern
