// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/registereddomain.h"

#include <libpsl.h>

namespace postern {

bool isPublicSuffix(const QString &domain)
{
    if (!domain.contains(u'.'))
        return true;
    return psl_is_public_suffix(psl_builtin(), domain.toLatin1().constData()) != 0;
}

QString registeredDomain(const QString &host)
{
    if (isIpLiteral(host))
        return {};
    const QByteArray name = host.toLatin1();
    const char *registered = psl_registrable_domain(psl_builtin(), name.constData());
    return registered ? QString::fromLatin1(registered) : QString();
}

bool isOfSameOwner(const HostName &host, const HostName &domain)
{
    if (host.isIpLiteral())
        return false;
    // Below a public suffix everybody has a domain of his own.
    if (isPublicSuffix(domain) && domain.text().contains(u'.'))
        return host == domain;
    const QString registered = registeredDomain(domain);
    return isWithinDomain(host, registered.isEmpty() ? domain.text() : registered);
}

} // namespace postern
