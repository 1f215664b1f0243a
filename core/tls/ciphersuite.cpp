// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/ciphersuite.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct Suite
{
    quint16 number;
    QLatin1StringView name;
};

constexpr Suite suites[] = {
    {0x1301, "TLS_AES_128_GCM_SHA256"_L1},
    {0x1302, "TLS_AES_256_GCM_SHA384"_L1},
    {0x1303, "TLS_CHACHA20_POLY1305_SHA256"_L1},
    {0xC02B, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"_L1},
    {0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"_L1},
    {0xC02C, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"_L1},
    {0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"_L1},
    {0xCCA9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"_L1},
    {0xCCA8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"_L1},
    {0xCCAA, "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"_L1},
    {0x009E, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"_L1},
    {0x009F, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"_L1},
    {0xC0AC, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM"_L1},
    {0xC0AD, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM"_L1},
    {0xC09E, "TLS_DHE_RSA_WITH_AES_128_CCM"_L1},
    {0xC09F, "TLS_DHE_RSA_WITH_AES_256_CCM"_L1},
    {0xC023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"_L1},
    {0xC027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"_L1},
    {0xC024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"_L1},
    {0xC028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"_L1},
    {0xC009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"_L1},
    {0xC013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"_L1},
    {0xC00A, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"_L1},
    {0xC014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"_L1},
    {0x0067, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256"_L1},
    {0x006B, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256"_L1},
    {0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"_L1},
    {0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"_L1},
    {0x0045, "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA"_L1},
    {0x0088, "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA"_L1},
    {0x009C, "TLS_RSA_WITH_AES_128_GCM_SHA256"_L1},
    {0x009D, "TLS_RSA_WITH_AES_256_GCM_SHA384"_L1},
    {0xC09C, "TLS_RSA_WITH_AES_128_CCM"_L1},
    {0xC09D, "TLS_RSA_WITH_AES_256_CCM"_L1},
    {0x003C, "TLS_RSA_WITH_AES_128_CBC_SHA256"_L1},
    {0x003D, "TLS_RSA_WITH_AES_256_CBC_SHA256"_L1},
    {0x002F, "TLS_RSA_WITH_AES_128_CBC_SHA"_L1},
    {0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"_L1},
    {0x0041, "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA"_L1},
    {0x0084, "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA"_L1},
    {0x0096, "TLS_RSA_WITH_SEED_CBC_SHA"_L1},
    {0x0007, "TLS_RSA_WITH_IDEA_CBC_SHA"_L1},
    {0xC008, "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA"_L1},
    {0xC012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"_L1},
    {0x0016, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA"_L1},
    {0x000A, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"_L1},
    {0xC007, "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA"_L1},
    {0xC011, "TLS_ECDHE_RSA_WITH_RC4_128_SHA"_L1},
    {0x0005, "TLS_RSA_WITH_RC4_128_SHA"_L1},
    {0x0004, "TLS_RSA_WITH_RC4_128_MD5"_L1},
    {0x0032, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA"_L1},
    {0x0038, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA"_L1},
    {0x0013, "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA"_L1},
    {0x0015, "TLS_DHE_RSA_WITH_DES_CBC_SHA"_L1},
    {0x0009, "TLS_RSA_WITH_DES_CBC_SHA"_L1},
    {0x0014, "TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA"_L1},
    {0x0008, "TLS_RSA_EXPORT_WITH_DES40_CBC_SHA"_L1},
    {0x0006, "TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5"_L1},
    {0x0003, "TLS_RSA_EXPORT_WITH_RC4_40_MD5"_L1},
    {0x0018, "TLS_DH_anon_WITH_RC4_128_MD5"_L1},
    {0x0034, "TLS_DH_anon_WITH_AES_128_CBC_SHA"_L1},
    {0xC018, "TLS_ECDH_anon_WITH_AES_128_CBC_SHA"_L1},
    {0x003B, "TLS_RSA_WITH_NULL_SHA256"_L1},
    {0x0002, "TLS_RSA_WITH_NULL_SHA"_L1},
    {0x0001, "TLS_RSA_WITH_NULL_MD5"_L1},
};

bool isOfTls13(quint16 number)
{
    return number >> 8 == 0x13; // RFC 8446, B.4
}

QList<quint16> suitesWhere(bool areOfTls13)
{
    QList<quint16> numbers;
    for (const Suite &suite : suites) {
        if (isOfTls13(suite.number) == areOfTls13)
            numbers.append(suite.number);
    }
    return numbers;
}

} // namespace

QList<quint16> cipherSuitesUpToTls12()
{
    return suitesWhere(false);
}

QList<quint16> cipherSuitesOfTls13()
{
    return suitesWhere(true);
}

QString cipherSuiteName(quint16 number)
{
    for (const Suite &suite : suites) {
        if (suite.number == number)
            return suite.name;
    }
    return u"0x%1"_s.arg(uint(number), 4, 16, QChar(u'0'));
}

quint16 cipherSuiteFromName(const QString &name)
{
    for (const quint16 number : cipherSuitesOfTls13() + cipherSuitesUpToTls12()) {
        if (cipherSuiteName(number) == name)
            return number;
    }
    return name.startsWith("0x"_L1) ? name.sliced(2).toUShort(nullptr, 16) : quint16(0);
}

} // namespace postern
