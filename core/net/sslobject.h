// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

struct ssl_st;

namespace postern {

/// What libssl knows of a handshake that is complete, and QSslSocket does not tell.
struct HandshakeDetails
{
    /// The group of the ephemeral keys, `x25519`, `secp256r1` or `DH 2048`; empty where there are none.
    QString keyExchangeGroup;
    /// How the server proved that it has the key: `ECDSA with SHA256`; empty where it did so by
    /// decrypting (static RSA).
    QString peerSignature;
    bool isResumed = false;
    QByteArray ocspStaple; ///< OCSPResponse (RFC 6960) in DER, as it came; empty: none.
};

/// The SSL object behind a QSslSocket. Qt has no public way to it, but libssl has: whoever reserves
/// a place in its extra data is told of each object that is made and freed.
class SslObject
{
public:
    SslObject() = default;
    ~SslObject();
    SslObject(const SslObject &) = delete;
    SslObject &operator=(const SslObject &) = delete;

    /// Runs @p start, which begins a handshake on this thread, and keeps hold of the object that is
    /// made meanwhile, until that is freed.
    void catchFrom(const std::function<void()> &start);

    /// Absent where nothing was caught or it is gone, as where Qt does not use OpenSSL. To be called
    /// when the handshake is complete.
    [[nodiscard]] std::optional<HandshakeDetails> details() const;

private:
    struct Hooks;

    ssl_st *m_ssl = nullptr;
};

} // namespace postern
