// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sslobject.h"

#include "certificate/x509handle.h"

#include <openssl/ssl.h>

#include <utility>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int placesOfQt = 4; // with room to spare

/// Who waits for an object to be made on this thread.
thread_local SslObject *catching = nullptr;

QString groupOf(SSL *ssl)
{
    EVP_PKEY *key = nullptr;
    if (SSL_get_peer_tmp_key(ssl, &key) != 1)
        return {};
    const EvpKeyHandle owned(key);
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_DH)
        return u"DH %1"_s.arg(EVP_PKEY_get_bits(key));
    return QString::fromLatin1(SSL_group_to_name(ssl, SSL_get_negotiated_group(ssl)));
}

QString signatureName(int type)
{
    switch (type) {
    case EVP_PKEY_RSA:
        return u"RSA"_s;
    case EVP_PKEY_RSA_PSS:
        return u"RSA-PSS"_s;
    case EVP_PKEY_EC:
        return u"ECDSA"_s;
    case EVP_PKEY_ED25519:
        return u"Ed25519"_s;
    case EVP_PKEY_ED448:
        return u"Ed448"_s;
    default:
        return QString::fromLatin1(OBJ_nid2sn(type));
    }
}

QString signatureOf(SSL *ssl)
{
    int type = NID_undef;
    if (SSL_get_peer_signature_type_nid(ssl, &type) != 1 || type == NID_undef)
        return {};
    int digest = NID_undef;
    if (SSL_get_peer_signature_nid(ssl, &digest) != 1 || digest == NID_undef)
        return signatureName(type); // it is part of Ed25519 and Ed448
    return u"%1 with %2"_s.arg(signatureName(type), QString::fromLatin1(OBJ_nid2sn(digest)));
}

QByteArray stapleOf(SSL *ssl)
{
    unsigned char *response = nullptr;
    const long size = SSL_get_tlsext_status_ocsp_resp(ssl, &response);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(response), size) : QByteArray();
}

} // namespace

/// What libssl calls, on whatever thread: only those that wait take notice.
struct SslObject::Hooks
{
    static int index()
    {
        static const int reserved = [] {
            // Qt writes to the place behind its own as well, without having reserved it.
            for (int i = 0; i < placesOfQt; ++i)
                CRYPTO_get_ex_new_index(CRYPTO_EX_INDEX_SSL, 0, nullptr, nullptr, nullptr, nullptr);
            return CRYPTO_get_ex_new_index(
                CRYPTO_EX_INDEX_SSL, 0, nullptr, onMade, onCopied, onFreed);
        }();
        return reserved;
    }

    static void onMade(void *object, void *, CRYPTO_EX_DATA *data, int place, long, void *)
    {
        if (!catching || catching->m_ssl)
            return;
        if (CRYPTO_set_ex_data(data, place, catching) == 1)
            catching->m_ssl = static_cast<SSL *>(object);
    }

    /// A copy of the object is nobody's.
    static int onCopied(CRYPTO_EX_DATA *, const CRYPTO_EX_DATA *, void **holder, int, long, void *)
    {
        *holder = nullptr;
        return 1;
    }

    static void onFreed(void *, void *holder, CRYPTO_EX_DATA *, int, long, void *)
    {
        if (holder)
            static_cast<SslObject *>(holder)->m_ssl = nullptr;
    }
};

SslObject::~SslObject()
{
    if (m_ssl)
        SSL_set_ex_data(m_ssl, Hooks::index(), nullptr);
}

void SslObject::catchFrom(const std::function<void()> &start)
{
    if (m_ssl)
        SSL_set_ex_data(std::exchange(m_ssl, nullptr), Hooks::index(), nullptr);
    if (Hooks::index() < 0) {
        start();
        return;
    }
    SslObject *const outer = std::exchange(catching, this);
    start();
    catching = outer;
}

std::optional<HandshakeDetails> SslObject::details() const
{
    if (!m_ssl)
        return std::nullopt;
    return HandshakeDetails{
        groupOf(m_ssl), signatureOf(m_ssl), SSL_session_reused(m_ssl) == 1, stapleOf(m_ssl)};
}

} // namespace postern
