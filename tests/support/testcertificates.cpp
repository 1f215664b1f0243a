// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testcertificates.h"

#include <QtEndian>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/conf.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

template <auto function>
struct FreeWith
{
    template <typename T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using AccessPtr = std::unique_ptr<AUTHORITY_INFO_ACCESS, FreeWith<AUTHORITY_INFO_ACCESS_free>>;
using BioPtr = std::unique_ptr<BIO, FreeWith<BIO_free>>;
using BignumPtr = std::unique_ptr<BIGNUM, FreeWith<BN_free>>;
using ConfigPtr = std::unique_ptr<CONF, FreeWith<NCONF_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, FreeWith<GENERAL_NAMES_free>>;
using X509Ptr = std::unique_ptr<X509, FreeWith<X509_free>>;

void require(bool isDone, const char *what)
{
    if (!isDone)
        qFatal("%s: %s", what, ERR_error_string(ERR_get_error(), nullptr));
}

KeyPtr generateKey(const CertificateSpec &spec)
{
    KeyPtr key;
    switch (spec.key) {
    case TestKey::EcP256:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
        break;
    case TestKey::Rsa:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t(spec.rsaBits)));
        break;
    case TestKey::Ed25519:
        key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
        break;
    }
    require(key != nullptr, "generate a key");
    return key;
}

BioPtr readingBio(const QByteArray &bytes)
{
    return BioPtr(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

QByteArray written(const BioPtr &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

X509Ptr certificateFromPem(const QByteArray &pem)
{
    X509Ptr certificate(PEM_read_bio_X509(readingBio(pem).get(), nullptr, nullptr, nullptr));
    require(certificate != nullptr, "read the issuer's certificate");
    return certificate;
}

KeyPtr keyFromPem(const QByteArray &pem)
{
    KeyPtr key(PEM_read_bio_PrivateKey(readingBio(pem).get(), nullptr, nullptr, nullptr));
    require(key != nullptr, "read the issuer's key");
    return key;
}

IssuedCertificate toPem(const X509Ptr &certificate, const KeyPtr &key)
{
    const BioPtr certificateBio(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_X509(certificateBio.get(), certificate.get()), "write a certificate");
    const BioPtr keyBio(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_PKCS8PrivateKey(
                keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr),
        "write a key");
    return {written(certificateBio), written(keyBio)};
}

void setSerialNumber(X509 *certificate)
{
    // Two certificates of one issuer must never share a number, in whatever run they were made.
    const BignumPtr number(BN_new());
    require(BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY), "draw a number");
    require(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)), "set the number");
}

void setSubject(X509 *certificate, const QString &commonName)
{
    if (commonName.isEmpty())
        return;
    const QByteArray name = commonName.toUtf8();
    require(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                reinterpret_cast<const unsigned char *>(name.constData()), int(name.size()), -1, 0),
        "set the common name");
}

void setValidity(X509 *certificate, const CertificateSpec &spec)
{
    require(ASN1_TIME_set(X509_getm_notBefore(certificate), spec.notBefore.toSecsSinceEpoch())
            && ASN1_TIME_set(X509_getm_notAfter(certificate), spec.notAfter.toSecsSinceEpoch()),
        "set the validity");
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QString &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ConfigPtr sections(NCONF_new(nullptr)); // some extensions insist on having one
    X509V3_set_nconf(&context, sections.get());
    const ExtensionPtr extension(
        X509V3_EXT_nconf_nid(nullptr, &context, nid, value.toUtf8().constData()));
    require(extension != nullptr, OBJ_nid2ln(nid));
    require(X509_add_ext(certificate, extension.get(), -1), OBJ_nid2ln(nid));
}

// Names are built by hand: the configuration syntax can carry neither a NUL nor a comma.
void setName(GENERAL_NAME *name, int type, const QByteArray &value)
{
    ASN1_STRING *string
        = ASN1_STRING_type_new(type == GEN_IPADD ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
    require(ASN1_STRING_set(string, value.constData(), int(value.size())), "set a name");
    GENERAL_NAME_set0_value(name, type, string);
}

void addName(GENERAL_NAMES *names, int type, const QByteArray &value)
{
    GENERAL_NAME *name = GENERAL_NAME_new();
    setName(name, type, value);
    require(sk_GENERAL_NAME_push(names, name) > 0, "add a name");
}

QByteArray networkBytes(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        return QByteArray(reinterpret_cast<const char *>(bytes.c), sizeof bytes.c);
    }
    const quint32 number = qToBigEndian(address.toIPv4Address());
    return QByteArray(reinterpret_cast<const char *>(&number), sizeof number);
}

void addSubjectAltNames(X509 *certificate, const CertificateSpec &spec)
{
    const NamesPtr names(GENERAL_NAMES_new());
    for (const QString &name : spec.dnsNames)
        addName(names.get(), GEN_DNS, name.toUtf8());
    if (!spec.rawDnsName.isEmpty())
        addName(names.get(), GEN_DNS, spec.rawDnsName);
    for (const QHostAddress &address : spec.ipNames)
        addName(names.get(), GEN_IPADD, networkBytes(address));
    if (spec.withoutSubjectAltName || sk_GENERAL_NAME_num(names.get()) == 0)
        return;
    require(X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, 0) > 0,
        "add the names");
}

void addCaIssuers(X509 *certificate, const QString &url)
{
    const AccessPtr access(AUTHORITY_INFO_ACCESS_new());
    ACCESS_DESCRIPTION *description = ACCESS_DESCRIPTION_new();
    description->method = OBJ_nid2obj(NID_ad_ca_issuers);
    setName(description->location, GEN_URI, url.toUtf8());
    require(sk_ACCESS_DESCRIPTION_push(access.get(), description) > 0, "add the issuer's place");
    require(X509_add1_ext_i2d(certificate, NID_info_access, access.get(), 0, 0) > 0,
        "add the issuer's place");
}

QString basicConstraints(const CertificateSpec &spec)
{
    if (!spec.isCa)
        return u"critical,CA:FALSE"_s;
    if (spec.pathLength < 0)
        return u"critical,CA:TRUE"_s;
    return u"critical,CA:TRUE,pathlen:%1"_s.arg(spec.pathLength);
}

QString keyUsage(const CertificateSpec &spec)
{
    if (spec.isCa)
        return u"critical,keyCertSign,cRLSign"_s;
    if (spec.key == TestKey::Rsa)
        return u"critical,digitalSignature,keyEncipherment"_s;
    return u"critical,digitalSignature"_s;
}

void addExtensions(X509 *certificate, X509 *issuer, const CertificateSpec &spec)
{
    addExtension(certificate, issuer, NID_basic_constraints, basicConstraints(spec));
    addExtension(certificate, issuer, NID_key_usage, keyUsage(spec));
    // In this order: the key identifier of a self-signed issuer is read from what is there already.
    if (!spec.withoutKeyIds) {
        addExtension(certificate, issuer, NID_subject_key_identifier, u"hash"_s);
        addExtension(certificate, issuer, NID_authority_key_identifier, u"keyid:always"_s);
    }
    // A CA with serverAuth alone would constrain what it may issue.
    if (!spec.extendedKeyUsage.isEmpty() && !spec.isCa)
        addExtension(certificate, issuer, NID_ext_key_usage, spec.extendedKeyUsage.join(u','));
    if (!spec.caIssuersUrl.isEmpty())
        addCaIssuers(certificate, spec.caIssuersUrl);
    for (const auto &[nid, value] : spec.moreExtensions)
        addExtension(certificate, issuer, nid, value);
    QStringList subtrees;
    for (const QString &name : spec.nameConstraintsPermitted)
        subtrees << u"permitted;DNS:"_s + name;
    if (!subtrees.isEmpty())
        addExtension(
            certificate, issuer, NID_name_constraints, u"critical,"_s + subtrees.join(u','));
    addSubjectAltNames(certificate, spec);
}

X509Ptr unsignedCertificate(const CertificateSpec &spec, EVP_PKEY *key)
{
    X509Ptr certificate(X509_new());
    require(X509_set_version(certificate.get(), X509_VERSION_3), "set the version");
    require(X509_set_pubkey(certificate.get(), key), "set the public key");
    setSerialNumber(certificate.get());
    setSubject(certificate.get(), spec.commonName);
    setValidity(certificate.get(), spec);
    return certificate;
}

/// The issuer is the certificate itself where it is self-signed.
void sign(X509 *certificate, X509 *issuer, EVP_PKEY *issuerKey, const CertificateSpec &spec)
{
    require(X509_set_issuer_name(certificate, X509_get_subject_name(issuer)), "set the issuer");
    addExtensions(certificate, issuer, spec);
    const bool hasOwnDigest = EVP_PKEY_get_base_id(issuerKey) == EVP_PKEY_ED25519;
    const EVP_MD *digest = hasOwnDigest ? nullptr : EVP_get_digestbyname(spec.digest.constData());
    require(hasOwnDigest || digest != nullptr, "find the digest");
    require(X509_sign(certificate, issuerKey, digest) > 0, "sign the certificate");
}

} // namespace

IssuedCertificate selfSigned(const CertificateSpec &spec)
{
    const KeyPtr key = generateKey(spec);
    const X509Ptr certificate = unsignedCertificate(spec, key.get());
    sign(certificate.get(), certificate.get(), key.get(), spec);
    return toPem(certificate, key);
}

IssuedCertificate issue(const CertificateSpec &spec, const IssuedCertificate &issuer)
{
    const KeyPtr key = generateKey(spec);
    const X509Ptr certificate = unsignedCertificate(spec, key.get());
    const KeyPtr issuerKey = keyFromPem(issuer.keyPem);
    sign(certificate.get(), certificateFromPem(issuer.certificatePem).get(), issuerKey.get(), spec);
    return toPem(certificate, key);
}

QByteArray chainPem(const QList<IssuedCertificate> &chain)
{
    QByteArray pem;
    for (const IssuedCertificate &certificate : chain)
        pem += certificate.certificatePem;
    return pem;
}

} // namespace postern
