// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedvalues.h"

#include "certificate/certificatefacts.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

bool setSubject(DetectionRequest &request, const QString &typed)
{
    if (const auto address = EmailAddress::parse(typed)) {
        request.identity = Identity(*address);
        return true;
    }
    const auto domain = HostName::parse(typed);
    // A word without a dot is half an address; whoever it is, no name server should learn of it.
    if (!domain || domain->isIpLiteral() || !domain->text().contains(u'.'))
        return false;
    request.identity = Identity(*domain);
    return true;
}

std::optional<QByteArray> parseSha256(const QString &typed)
{
    const QByteArray hex = fingerprintFromPeople(typed);
    const bool isHex = hex.size() == 64 && std::all_of(hex.begin(), hex.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
    return isHex ? std::optional(hex) : std::nullopt;
}

} // namespace postern
