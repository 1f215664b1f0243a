// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/signedcontent.h"

#include "certificate/x509handle.h"

#include <openssl/cms.h>

namespace postern {

QByteArray contentOfSigned(const QByteArray &der)
{
    const ErrorQueueGuard guard;
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<CMS_ContentInfo, OpenSslDeleter<&CMS_ContentInfo_free>> message(
        d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(der.size())));
    if (!message || OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed)
        return {};
    ASN1_OCTET_STRING **content = CMS_get0_content(message.get());
    if (!content || !*content)
        return {};
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(*content)),
        ASN1_STRING_length(*content)};
}

} // namespace postern
