// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ocspresponse.h"

#include "certificate/x509handle.h"

#include <openssl/ocsp.h>
#include <openssl/pem.h>

namespace postern {

namespace {

X509Handle certificateOf(const IssuedCertificate &issued)
{
    return toX509(QSslCertificate(issued.certificatePem));
}

EvpKeyHandle keyOf(const IssuedCertificate &issued)
{
    const BioHandle bio(
        BIO_new_mem_buf(issued.keyPem.constData(), static_cast<int>(issued.keyPem.size())));
    return EvpKeyHandle(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

ASN1_GENERALIZEDTIME *timeOf(const QDateTime &time)
{
    return time.isValid()
        ? ASN1_GENERALIZEDTIME_set(nullptr, static_cast<time_t>(time.toSecsSinceEpoch()))
        : nullptr;
}

int statusOf(OcspAnswer::Status status)
{
    switch (status) {
    case OcspAnswer::Status::Good:
        return V_OCSP_CERTSTATUS_GOOD;
    case OcspAnswer::Status::Revoked:
        return V_OCSP_CERTSTATUS_REVOKED;
    case OcspAnswer::Status::Unknown:
        break;
    }
    return V_OCSP_CERTSTATUS_UNKNOWN;
}

} // namespace

QByteArray ocspResponse(const IssuedCertificate &certificate, const IssuedCertificate &issuer,
    const IssuedCertificate &signer, const OcspAnswer &answer)
{
    const X509Handle subject = certificateOf(certificate);
    const X509Handle authority = certificateOf(issuer);
    const X509Handle signing = certificateOf(signer);
    const EvpKeyHandle key = keyOf(signer);
    OCSP_CERTID *id = OCSP_cert_to_id(
        EVP_get_digestbyname(answer.digest.constData()), subject.get(), authority.get());
    OCSP_BASICRESP *basic = OCSP_BASICRESP_new();
    ASN1_GENERALIZEDTIME *produced = timeOf(answer.producedAt);
    ASN1_GENERALIZEDTIME *next = timeOf(answer.nextUpdate);
    OCSP_basic_add1_status(basic, id, statusOf(answer.status),
        answer.isOnHold ? OCSP_REVOKED_STATUS_CERTIFICATEHOLD : OCSP_REVOKED_STATUS_KEYCOMPROMISE,
        produced, produced, next);
    const bool isOwnDigest = EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_ED25519;
    OCSP_basic_sign(
        basic, signing.get(), key.get(), isOwnDigest ? nullptr : EVP_sha256(), nullptr, 0);
    OCSP_RESPONSE *response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    unsigned char *der = nullptr;
    const int size = i2d_OCSP_RESPONSE(response, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    OCSP_RESPONSE_free(response);
    ASN1_GENERALIZEDTIME_free(produced);
    ASN1_GENERALIZEDTIME_free(next);
    OCSP_BASICRESP_free(basic);
    OCSP_CERTID_free(id);
    return bytes;
}

} // namespace postern
