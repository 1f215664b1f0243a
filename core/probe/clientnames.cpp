// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/clientnames.h"

#include <QRandomGenerator>

namespace postern {

namespace {

QByteArray randomTagPrefix()
{
    QByteArray prefix;
    for (int i = 0; i < 6; ++i)
        prefix += static_cast<char>('a' + QRandomGenerator::system()->bounded(26));
    return prefix;
}

QByteArray addressLiteral(const QHostAddress &address)
{
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    QHostAddress bare = address;
    bare.setScopeId({});
    return (isV6 ? "[IPv6:" : "[") + bare.toString().toLatin1() + ']';
}

} // namespace

DialogueNames clientNames(const QHostAddress &localAddress)
{
    return {randomTagPrefix(), addressLiteral(localAddress)};
}

} // namespace postern
