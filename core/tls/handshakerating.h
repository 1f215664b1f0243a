// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/handshake.h"

namespace postern {

/// How one fact of a handshake stands by RFC 9325 (BCP 195) and RFC 8996, and why.
struct Rating
{
    enum class Grade {
        Unknown, ///< What cannot be known is not judged.
        Good,
        Dated, ///< Works and is not broken, but there is better that everybody has.
        Weak, ///< Others can break it, or will.
    };

    enum class Reason {
        None,
        CurrentVersion, ///< TLS 1.3, or 1.2
        WithdrawnVersion, ///< TLS 1.0 and 1.1 (RFC 8996)
        AuthenticatedCipher, ///< AEAD (RFC 9325, 4.2)
        CbcCipher, ///< not an AEAD (RFC 9325, 4.2)
        BrokenCipher, ///< RC4, 3DES, DES, RC2, NULL, export (RFC 9325, 4.1)
        FreshKeys, ///< ephemeral Diffie-Hellman (RFC 9325, 4.1)
        NoFreshKeys, ///< static RSA: no forward secrecy
        SmallGroup, ///< Diffie-Hellman below 2048 bits (RFC 9325, 4.1)
        WeakHash, ///< MD5 or SHA-1 under the server's signature (RFC 9155)
        SoundHash,
    };

    Grade grade = Grade::Unknown;
    Reason reason = Reason::None;

    friend bool operator==(const Rating &, const Rating &) = default;
};

/// Pure; each of one handshake.
[[nodiscard]] Rating ratingOfVersion(const Handshake &handshake);
[[nodiscard]] Rating ratingOfCipher(const Handshake &handshake);
[[nodiscard]] Rating ratingOfKeyExchange(const Handshake &handshake);
[[nodiscard]] Rating ratingOfSignature(const Handshake &handshake);

} // namespace postern
