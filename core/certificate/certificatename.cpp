// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificatename.h"

#include "account/hostname.h"
#include "certificate/namematch.h"

#include <QHostAddress>

namespace postern {

namespace {

QByteArray ipBytes(const QString &host)
{
    const QHostAddress address(host);
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = address.toIPv4Address();
        const char bytes[] = {static_cast<char>(v4 >> 24), static_cast<char>(v4 >> 16),
            static_cast<char>(v4 >> 8), static_cast<char>(v4)};
        return QByteArray(bytes, sizeof bytes);
    }
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(v6.c), sizeof v6.c);
}

QByteArray contentOf(const ASN1_STRING *text)
{
    return QByteArray(
        reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
}

} // namespace

bool isNamedBy(X509 *leaf, const QString &host)
{
    const GeneralNamesHandle names(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(leaf, NID_subject_alt_name, nullptr, nullptr)));
    const QByteArray address = isIpLiteral(host) ? ipBytes(host) : QByteArray();
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS && address.isEmpty()
            && matchesDnsName(contentOf(name->d.dNSName), host))
            return true;
        if (name->type == GEN_IPADD && !address.isEmpty()
            && contentOf(name->d.iPAddress) == address)
            return true;
    }
    return false;
}

} // namespace postern
