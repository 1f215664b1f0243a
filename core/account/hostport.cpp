// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/hostport.h"

namespace postern {

std::optional<HostPort> parseHostPort(const QString &typed)
{
    QString host = typed;
    QString port;
    const qsizetype colon = typed.lastIndexOf(u':');
    // A bare IPv6 address has many colons and no port.
    if (colon >= 0 && (typed.count(u':') == 1 || typed.at(qMax<qsizetype>(colon - 1, 0)) == u']')) {
        host = typed.first(colon);
        port = typed.sliced(colon + 1);
    }
    const auto canonical = HostName::parse(host);
    bool isNumber = true;
    const uint number = colon >= 0 && host != typed ? port.toUInt(&isNumber) : 0;
    const bool isPortMissing = host != typed && (number < 1 || number > 65535);
    if (!canonical || !isNumber || isPortMissing)
        return std::nullopt;
    return HostPort{*canonical, static_cast<quint16>(number)};
}

} // namespace postern
