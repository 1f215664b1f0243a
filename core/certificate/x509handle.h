// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace postern {

/// Frees what libcrypto made, by the function that the type needs.
template <auto freeFunction>
struct OpenSslDeleter
{
    template <typename T>
    void operator()(T *pointer) const
    {
        freeFunction(pointer);
    }
};

using X509Handle = std::unique_ptr<X509, OpenSslDeleter<&X509_free>>;

struct FreeX509Stack
{
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
/// Holds its certificates too.
using X509StackHandle = std::unique_ptr<STACK_OF(X509), FreeX509Stack>;

/// Leaves libcrypto's error queue as it was. Qt looks at it after each read of a connection, and would
/// take an error that was left there for one of the connection's own.
class ErrorQueueGuard
{
public:
    ErrorQueueGuard() { ERR_set_mark(); }
    ~ErrorQueueGuard() { ERR_pop_to_mark(); }
    ErrorQueueGuard(const ErrorQueueGuard &) = delete;
    ErrorQueueGuard &operator=(const ErrorQueueGuard &) = delete;
};

using BioHandle = std::unique_ptr<BIO, OpenSslDeleter<&BIO_free_all>>;
using EvpKeyHandle = std::unique_ptr<EVP_PKEY, OpenSslDeleter<&EVP_PKEY_free>>;
using GeneralNamesHandle = std::unique_ptr<GENERAL_NAMES, OpenSslDeleter<&GENERAL_NAMES_free>>;

/// libcrypto's form of a certificate; null where it cannot be read. With OpenSSL behind Qt the
/// certificate holds just that, and to take its DER apart once more would be the costliest part of
/// a verification.
[[nodiscard]] inline X509Handle toX509(const QSslCertificate &certificate)
{
    if (auto *held = reinterpret_cast<X509 *>(certificate.handle())) {
        X509_up_ref(held);
        return X509Handle(held);
    }
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return X509Handle(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

} // namespace postern
