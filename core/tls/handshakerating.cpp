// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/handshakerating.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int smallestGroupBits = 2048;

bool containsAny(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
        [&text](QLatin1StringView word) { return text.contains(word); });
}

/// `DH 1024`, as the handshake names it; 0: not such a group.
int finiteFieldBits(const QString &group)
{
    return group.startsWith("DH "_L1) ? group.sliced(3).toInt() : 0;
}

} // namespace

Rating ratingOfVersion(const Handshake &handshake)
{
    if (!handshake.version)
        return {};
    return *handshake.version < TlsVersion::Tls1_2
        ? Rating{Rating::Grade::Weak, Rating::Reason::WithdrawnVersion}
        : Rating{Rating::Grade::Good, Rating::Reason::CurrentVersion};
}

Rating ratingOfCipher(const Handshake &handshake)
{
    const QString &suite = handshake.cipher;
    if (suite.isEmpty())
        return {};
    if (containsAny(suite, {"RC4"_L1, "DES"_L1, "RC2"_L1, "NULL"_L1, "EXP"_L1}))
        return {Rating::Grade::Weak, Rating::Reason::BrokenCipher};
    return containsAny(suite, {"GCM"_L1, "CCM"_L1, "POLY1305"_L1, "CHACHA20"_L1})
        ? Rating{Rating::Grade::Good, Rating::Reason::AuthenticatedCipher}
        : Rating{Rating::Grade::Dated, Rating::Reason::CbcCipher};
}

Rating ratingOfKeyExchange(const Handshake &handshake)
{
    if (!handshake.hasForwardSecrecy)
        return {};
    if (!*handshake.hasForwardSecrecy)
        return {Rating::Grade::Weak, Rating::Reason::NoFreshKeys};
    const int bits = finiteFieldBits(handshake.keyExchangeGroup);
    return bits > 0 && bits < smallestGroupBits
        ? Rating{Rating::Grade::Weak, Rating::Reason::SmallGroup}
        : Rating{Rating::Grade::Good, Rating::Reason::FreshKeys};
}

Rating ratingOfSignature(const Handshake &handshake)
{
    if (handshake.peerSignature.isEmpty())
        return {};
    return containsAny(handshake.peerSignature, {"SHA1"_L1, "MD5"_L1})
        ? Rating{Rating::Grade::Weak, Rating::Reason::WeakHash}
        : Rating{Rating::Grade::Good, Rating::Reason::SoundHash};
}

} // namespace postern
