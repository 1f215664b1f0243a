// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificateextensions.h"

#include "base/inerttext.h"
#include "certificate/x509facts.h"

#include <openssl/ct.h>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxEntries = 100;
constexpr int mustStapleFeature = 5; // RFC 7633, 4: status_request

using BitStringHandle = std::unique_ptr<ASN1_BIT_STRING, OpenSslDeleter<&ASN1_BIT_STRING_free>>;
using UsageHandle = std::unique_ptr<EXTENDED_KEY_USAGE, OpenSslDeleter<&EXTENDED_KEY_USAGE_free>>;
using ConstraintsHandle
    = std::unique_ptr<BASIC_CONSTRAINTS, OpenSslDeleter<&BASIC_CONSTRAINTS_free>>;
using PoliciesHandle
    = std::unique_ptr<CERTIFICATEPOLICIES, OpenSslDeleter<&CERTIFICATEPOLICIES_free>>;
using AccessHandle
    = std::unique_ptr<AUTHORITY_INFO_ACCESS, OpenSslDeleter<&AUTHORITY_INFO_ACCESS_free>>;
using PointsHandle = std::unique_ptr<CRL_DIST_POINTS, OpenSslDeleter<&CRL_DIST_POINTS_free>>;
using FeatureHandle = std::unique_ptr<TLS_FEATURE, OpenSslDeleter<&TLS_FEATURE_free>>;
using TimestampsHandle = std::unique_ptr<STACK_OF(SCT), OpenSslDeleter<&SCT_LIST_free>>;

/// The extension, decoded; null where it is absent, stands twice or cannot be read.
template <typename Handle>
Handle decoded(X509 *certificate, int nid)
{
    return Handle(static_cast<typename Handle::pointer>(
        X509_get_ext_d2i(certificate, nid, nullptr, nullptr)));
}

QString nameOf(const ASN1_OBJECT *object)
{
    if (const int nid = OBJ_obj2nid(object); nid != NID_undef)
        return QString::fromLatin1(OBJ_nid2sn(nid));
    char digits[128] = {};
    OBJ_obj2txt(digits, sizeof digits, object, 1);
    return QString::fromLatin1(digits);
}

QString textOf(const ASN1_STRING *string)
{
    return inertText(QByteArray(
        reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string)));
}

void appendUrl(const GENERAL_NAME *name, QStringList &urls)
{
    if (name->type == GEN_URI && urls.size() < maxEntries)
        urls.append(textOf(name->d.uniformResourceIdentifier));
}

void readKeyUsage(X509 *certificate, CertificateExtensions &extensions)
{
    // RFC 5280, 4.2.1.3, in the order of its bits
    constexpr QLatin1StringView names[] = {"digitalSignature"_L1, "nonRepudiation"_L1,
        "keyEncipherment"_L1, "dataEncipherment"_L1, "keyAgreement"_L1, "keyCertSign"_L1,
        "cRLSign"_L1, "encipherOnly"_L1, "decipherOnly"_L1};
    const auto bits = decoded<BitStringHandle>(certificate, NID_key_usage);
    if (!bits)
        return;
    QStringList usage;
    for (int bit = 0; bit < static_cast<int>(std::size(names)); ++bit) {
        if (ASN1_BIT_STRING_get_bit(bits.get(), bit) == 1)
            usage.append(names[bit]);
    }
    extensions.keyUsage = usage;
}

void readPurposes(X509 *certificate, CertificateExtensions &extensions)
{
    const auto purposes = decoded<UsageHandle>(certificate, NID_ext_key_usage);
    if (purposes) {
        QStringList names;
        const int count = qMin(sk_ASN1_OBJECT_num(purposes.get()), maxEntries);
        for (int i = 0; i < count; ++i)
            names.append(nameOf(sk_ASN1_OBJECT_value(purposes.get(), i)));
        extensions.extendedKeyUsage = names;
    }
    const auto constraints = decoded<ConstraintsHandle>(certificate, NID_basic_constraints);
    if (constraints) {
        extensions.isAuthority = constraints->ca != 0;
        int64_t length = -1; // and so it stays where it is larger than any number
        if (constraints->pathlen && ASN1_INTEGER_get_int64(&length, constraints->pathlen) == 1
            && length >= 0 && length <= std::numeric_limits<int>::max())
            extensions.pathLength = static_cast<int>(length);
    }
}

void readPolicies(X509 *certificate, CertificateExtensions &extensions)
{
    const auto policies = decoded<PoliciesHandle>(certificate, NID_certificate_policies);
    const int count = qMin(policies ? sk_POLICYINFO_num(policies.get()) : 0, maxEntries);
    for (int i = 0; i < count; ++i) {
        char digits[128] = {};
        OBJ_obj2txt(digits, sizeof digits, sk_POLICYINFO_value(policies.get(), i)->policyid, 1);
        extensions.policies.append(QString::fromLatin1(digits));
    }
}

void readPlaces(X509 *certificate, CertificateExtensions &extensions)
{
    const auto access = decoded<AccessHandle>(certificate, NID_info_access);
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const ACCESS_DESCRIPTION *place = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        const int method = OBJ_obj2nid(place->method);
        if (method == NID_ad_OCSP)
            appendUrl(place->location, extensions.ocspUrls);
        else if (method == NID_ad_ca_issuers)
            appendUrl(place->location, extensions.caIssuersUrls);
    }
    const auto points = decoded<PointsHandle>(certificate, NID_crl_distribution_points);
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT_NAME *place = sk_DIST_POINT_value(points.get(), i)->distpoint;
        const GENERAL_NAMES *names = place && place->type == 0 ? place->name.fullname : nullptr;
        for (int j = 0; names && j < sk_GENERAL_NAME_num(names); ++j)
            appendUrl(sk_GENERAL_NAME_value(names, j), extensions.crlUrls);
    }
}

void readTimestamps(X509 *certificate, CertificateExtensions &extensions)
{
    const auto timestamps = decoded<TimestampsHandle>(certificate, NID_ct_precert_scts);
    const int count = qMin(timestamps ? sk_SCT_num(timestamps.get()) : 0, maxEntries);
    for (int i = 0; i < count; ++i) {
        const SCT *timestamp = sk_SCT_value(timestamps.get(), i);
        unsigned char *id = nullptr;
        const size_t size = SCT_get0_log_id(timestamp, &id);
        extensions.timestamps.append(
            {QByteArray(reinterpret_cast<const char *>(id), static_cast<qsizetype>(size)).toHex(),
                QDateTime::fromMSecsSinceEpoch(
                    static_cast<qint64>(SCT_get_timestamp(timestamp)), Qt::UTC)});
    }
}

bool demandsStaple(X509 *certificate)
{
    const auto features = decoded<FeatureHandle>(certificate, NID_tlsfeature);
    for (int i = 0; features && i < sk_ASN1_INTEGER_num(features.get()); ++i) {
        if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features.get(), i)) == mustStapleFeature)
            return true;
    }
    return false;
}

QByteArray hexOf(const ASN1_OCTET_STRING *octets)
{
    return octets ? QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(octets)),
               ASN1_STRING_length(octets))
                        .toHex()
                  : QByteArray();
}

QStringList criticalOnes(X509 *certificate)
{
    QStringList names;
    const int count = qMin(X509_get_ext_count(certificate), maxEntries);
    for (int i = 0; i < count; ++i) {
        X509_EXTENSION *extension = X509_get_ext(certificate, i);
        if (X509_EXTENSION_get_critical(extension))
            names.append(nameOf(X509_EXTENSION_get_object(extension)));
    }
    return names;
}

} // namespace

CertificateExtensions extensionsOf(X509 *certificate)
{
    const ErrorQueueGuard guard;
    CertificateExtensions extensions;
    if (!certificate)
        return extensions;
    readKeyUsage(certificate, extensions);
    readPurposes(certificate, extensions);
    readPolicies(certificate, extensions);
    readPlaces(certificate, extensions);
    readTimestamps(certificate, extensions);
    extensions.mustStaple = demandsStaple(certificate);
    extensions.subjectKeyId = hexOf(X509_get0_subject_key_id(certificate));
    extensions.authorityKeyId = hexOf(X509_get0_authority_key_id(certificate));
    extensions.critical = criticalOnes(certificate);
    return extensions;
}

} // namespace postern
