// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/chaincomplaints.h"

#include <algorithm>

namespace postern {

namespace {

using ContextHandle = std::unique_ptr<X509_STORE_CTX, OpenSslDeleter<&X509_STORE_CTX_free>>;

/// OpenSSL's level 2, Debian's default for TLS: RSA 2048, SHA-224.
constexpr int securityLevel = 2;
/// No honest chain is longer; what a server sends beyond is not looked at.
constexpr qsizetype maxChainLength = 20;

/// Not only by its name: whoever sends a chain can put a namesake into it.
bool hasSigned(X509 *issuer, X509 *certificate)
{
    return X509_check_issued(issuer, certificate) == X509_V_OK
        && X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
}

/// Notes the complaint and goes on, so that everything wrong is named at once.
int noteAndGoOn(int isFine, X509_STORE_CTX *context)
{
    if (isFine != 1) {
        X509 *certificate = X509_STORE_CTX_get_current_cert(context);
        if (certificate)
            X509_up_ref(certificate);
        static_cast<std::vector<Complaint> *>(X509_STORE_CTX_get_app_data(context))
            ->push_back({X509_STORE_CTX_get_error(context), X509_STORE_CTX_get_error_depth(context),
                X509Handle(certificate)});
    }
    return 1;
}

std::vector<Complaint> complaintsAt(
    int level, X509_STORE *roots, STACK_OF(X509) * chain, const QDateTime &now)
{
    std::vector<Complaint> complaints;
    const ContextHandle context(X509_STORE_CTX_new());
    if (!context
        || X509_STORE_CTX_init(context.get(), roots, sk_X509_value(chain, 0), chain) != 1) {
        complaints.push_back({X509_V_ERR_UNSPECIFIED, 0, nullptr});
        return complaints;
    }
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_SERVER);
    X509_VERIFY_PARAM_set_trust(parameters, X509_TRUST_SSL_SERVER);
    X509_VERIFY_PARAM_set_auth_level(parameters, level);
    X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(now.toSecsSinceEpoch()));
    X509_STORE_CTX_set_app_data(context.get(), &complaints);
    X509_STORE_CTX_set_verify_cb(context.get(), noteAndGoOn);
    // Every complaint is answered with "go on": anything but success is an aborted verification.
    if (X509_verify_cert(context.get()) != 1)
        complaints.push_back({X509_STORE_CTX_get_error(context.get()), 0, nullptr});
    return complaints;
}

bool isAboutStrength(const Complaint &complaint)
{
    return complaint.error == X509_V_ERR_EE_KEY_TOO_SMALL
        || complaint.error == X509_V_ERR_CA_KEY_TOO_SMALL
        || complaint.error == X509_V_ERR_CA_MD_TOO_WEAK;
}

} // namespace

X509StackHandle toStack(const QList<Certificate> &chain)
{
    X509StackHandle stack(sk_X509_new_null());
    for (const Certificate &certificate : chain.first(qMin(chain.size(), maxChainLength))) {
        if (X509Handle x509 = toX509(certificate.toQt()))
            sk_X509_push(stack.get(), x509.release());
    }
    return stack;
}

std::vector<Complaint> complaintsAbout(
    X509_STORE *roots, STACK_OF(X509) * chain, const QDateTime &now)
{
    // libcrypto stops looking for the issuer of a key that is too weak; a second pass without that
    // demand finds what else is wrong.
    std::vector<Complaint> complaints = complaintsAt(securityLevel, roots, chain, now);
    if (std::any_of(complaints.begin(), complaints.end(), isAboutStrength)) {
        for (Complaint &complaint : complaintsAt(0, roots, chain, now))
            complaints.push_back(std::move(complaint));
    }
    return complaints;
}

X509Handle issuerOfFirst(X509_STORE *roots, STACK_OF(X509) * chain)
{
    X509 *first = sk_X509_value(chain, 0);
    if (!first)
        return nullptr;
    for (int i = 1; i < sk_X509_num(chain); ++i) {
        X509 *candidate = sk_X509_value(chain, i);
        if (hasSigned(candidate, first)) {
            X509_up_ref(candidate);
            return X509Handle(candidate);
        }
    }
    const ContextHandle context(X509_STORE_CTX_new());
    X509 *found = nullptr;
    if (context && X509_STORE_CTX_init(context.get(), roots, first, chain) == 1)
        X509_STORE_CTX_get1_issuer(&found, context.get(), first);
    X509Handle issuer(found);
    return issuer && hasSigned(issuer.get(), first) ? std::move(issuer) : nullptr;
}

} // namespace postern
