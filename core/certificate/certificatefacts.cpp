// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificatefacts.h"

#include "base/inerttext.h"
#include "certificate/asn1time.h"
#include "certificate/x509facts.h"

#include <QCryptographicHash>
#include <QHostAddress>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxNamesShown = 100; // certificates with thousands of names exist

QString nameToText(const X509_NAME *name)
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    // RFC 4514's escapes, but UTF-8 as it is; the order of the certificate, not reversed.
    const unsigned long flags = (XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB) & ~XN_FLAG_SPC_EQ;
    if (X509_NAME_print_ex(bio.get(), name, 0, flags) < 0)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return inertText(QByteArray(data, static_cast<qsizetype>(size)));
}

QString entryOf(const X509_NAME *name, int nid)
{
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size
        = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    const QByteArray text(reinterpret_cast<const char *>(utf8), size);
    OPENSSL_free(utf8);
    return inertText(text, 120);
}

QString shortName(const X509_NAME *name)
{
    for (const int nid : {NID_commonName, NID_organizationalUnitName, NID_organizationName}) {
        if (QString entry = entryOf(name, nid); !entry.isEmpty())
            return entry;
    }
    return nameToText(name);
}

QString ipToText(const ASN1_OCTET_STRING *octets)
{
    const auto *data = ASN1_STRING_get0_data(octets);
    const int size = ASN1_STRING_length(octets);
    if (size == 4)
        return QHostAddress(
            (quint32(data[0]) << 24) | (quint32(data[1]) << 16) | (quint32(data[2]) << 8) | data[3])
            .toString();
    return size == 16 ? QHostAddress(data).toString() : QString();
}

void readAlternativeNames(X509 *certificate, CertificateFacts &facts)
{
    const GeneralNamesHandle names(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    const int count = qMin(names ? sk_GENERAL_NAME_num(names.get()) : 0, maxNamesShown);
    for (int i = 0; i < count; ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) {
            const auto *text = name->d.dNSName;
            facts.dnsNames.append(
                inertText(QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)),
                    ASN1_STRING_length(text))));
        } else if (name->type == GEN_IPADD) {
            if (const QString ip = ipToText(name->d.iPAddress); !ip.isEmpty())
                facts.ipAddresses.append(ip);
        }
    }
}

void readKey(X509 *certificate, CertificateFacts &facts)
{
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (!key)
        return;
    const char *type = EVP_PKEY_get0_type_name(key);
    facts.keyAlgorithm = type ? QString::fromLatin1(type) : QString();
    if (facts.keyAlgorithm == "ED25519"_L1)
        facts.keyAlgorithm = u"Ed25519"_s;
    facts.keyBits = EVP_PKEY_get_bits(key);
    char group[80] = {};
    size_t length = 0;
    if (EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 && length < sizeof group)
        facts.keyDetail = QString::fromLatin1(group, static_cast<qsizetype>(length));
}

QByteArray hexDigest(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(bytes, algorithm).toHex();
}

QByteArray bytesOf(unsigned char *der, int size)
{
    QByteArray bytes(reinterpret_cast<const char *>(der), qMax(size, 0));
    OPENSSL_free(der);
    return bytes;
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    return bytesOf(der, size);
}

QByteArray publicKeyOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    return bytesOf(der, size);
}

QString pemOf(const QByteArray &der)
{
    constexpr qsizetype lineLength = 64; // RFC 7468, 2
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    const QByteArray base64 = der.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        pem += base64.mid(at, lineLength) + '\n';
    return QString::fromLatin1(pem + "-----END CERTIFICATE-----\n");
}

/// Pairs of digits; the sign of a negative number, which no authority may give, is not shown.
QByteArray serialOf(const X509 *certificate)
{
    const ASN1_INTEGER *serial = X509_get0_serialNumber(certificate);
    const QByteArray octets(
        reinterpret_cast<const char *>(ASN1_STRING_get0_data(serial)), ASN1_STRING_length(serial));
    return octets.toHex(':');
}

} // namespace

CertificateFacts factsOf(X509 *certificate)
{
    const ErrorQueueGuard guard;
    CertificateFacts facts;
    if (!certificate)
        return facts;
    facts.version = static_cast<int>(X509_get_version(certificate)) + 1;
    facts.subject = nameToText(X509_get_subject_name(certificate));
    facts.issuer = nameToText(X509_get_issuer_name(certificate));
    facts.subjectName = shortName(X509_get_subject_name(certificate));
    facts.issuerName = shortName(X509_get_issuer_name(certificate));
    readAlternativeNames(certificate, facts);
    if (facts.subjectName.isEmpty() && !facts.dnsNames.isEmpty())
        facts.subjectName = facts.dnsNames.constFirst();
    facts.serialNumber = inertText(serialOf(certificate), 80);
    facts.notBefore = toDateTime(X509_get0_notBefore(certificate));
    facts.notAfter = toDateTime(X509_get0_notAfter(certificate));
    readKey(certificate, facts);
    facts.signatureAlgorithm = QString::fromLatin1(OBJ_nid2ln(X509_get_signature_nid(certificate)));
    facts.isSelfSigned = X509_self_signed(certificate, 0) == 1;
    facts.isCa = X509_check_ca(certificate) != 0;
    const QByteArray der = derOf(certificate);
    facts.sha1 = hexDigest(der, QCryptographicHash::Sha1);
    facts.sha256 = hexDigest(der, QCryptographicHash::Sha256);
    facts.spkiSha256 = hexDigest(publicKeyOf(certificate), QCryptographicHash::Sha256);
    facts.pem = pemOf(der);
    return facts;
}

QString fingerprintForPeople(const QByteArray &hex)
{
    return QString::fromLatin1(QByteArray::fromHex(hex).toHex(':').toUpper());
}

QByteArray fingerprintFromPeople(const QString &typed)
{
    QByteArray hex;
    const QByteArray utf8 = typed.toLower().toUtf8();
    for (const char c : utf8) {
        if (c != ':' && c != '-' && c != ' ' && c != '\t' && c != '\r' && c != '\n')
            hex += c;
    }
    for (const char *algorithm : {"sha256fingerprint=", "sha1fingerprint=", "sha256", "sha1"}) {
        if (hex.startsWith(algorithm))
            return hex.sliced(static_cast<qsizetype>(qstrlen(algorithm)));
    }
    return hex;
}

} // namespace postern
