// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/namematch.h"

#include "account/hostname.h"
#include "account/registereddomain.h"

#include <algorithm>

namespace postern {

namespace {

bool isLdhName(const QByteArray &name)
{
    return !name.isEmpty() && !name.startsWith('.') && !name.endsWith('.')
        && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
}

} // namespace

bool matchesDnsName(const QByteArray &presented, const QString &host)
{
    const QByteArray wanted = host.toLatin1();
    const QByteArray name = presented.toLower();
    if (!name.startsWith("*."))
        return isLdhName(name) && name == wanted;

    const QByteArray parent = name.sliced(2);
    const qsizetype dot = wanted.indexOf('.');
    return isLdhName(parent) && dot > 0 && wanted.sliced(dot + 1) == parent
        && !isPublicSuffix(QString::fromLatin1(parent));
}

QStringList serverNamesIn(const QStringList &names)
{
    QStringList servers;
    for (const QString &name : names) {
        const qsizetype labelStart = name.startsWith(QLatin1StringView("*.")) ? 2 : 0;
        if (HostName::parse(name.sliced(labelStart)))
            servers.append(name);
    }
    return servers;
}

} // namespace postern
