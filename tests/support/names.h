// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/identity.h"

namespace postern {

/// What a test writes down is a host; the test ends where it is none.
inline HostName hostName(const QString &text)
{
    const auto host = HostName::parse(text);
    if (!host)
        qFatal("no host name: %s", qPrintable(text));
    return *host;
}

inline EmailAddress emailAddress(const QString &text)
{
    const auto address = EmailAddress::parse(text);
    if (!address)
        qFatal("no e-mail address: %s", qPrintable(text));
    return *address;
}

/// Of an address or a domain.
inline Identity identity(const QString &text, const QString &displayName = {})
{
    return text.contains(u'@') ? Identity(emailAddress(text), displayName)
                               : Identity(hostName(text), displayName);
}

} // namespace postern
