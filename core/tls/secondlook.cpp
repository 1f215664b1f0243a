// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/secondlook.h"

namespace postern {

std::optional<bool> SecondLook::accepts(TlsVersion version) const
{
    std::optional<bool> isAccepted;
    for (const Answer &each : answers) {
        const bool isHello = each.answer.kind == ServerHelloAnswer::Kind::ServerHello;
        if (isHello && each.answer.version == version)
            return true; // whatever was offered
        const bool isRefusal = isHello || each.answer.kind == ServerHelloAnswer::Kind::Alert;
        if (each.offered == version && isRefusal)
            isAccepted = false;
    }
    return isAccepted;
}

QList<TlsVersion> SecondLook::accepted() const
{
    QList<TlsVersion> versions;
    for (const TlsVersion version : allTlsVersions) {
        if (accepts(version) == true)
            versions.append(version);
    }
    return versions;
}

const ServerHelloAnswer *SecondLook::mostTelling() const
{
    const ServerHelloAnswer *best = nullptr;
    const auto worth = [](const ServerHelloAnswer &answer) {
        const bool isOpen = answer.version < TlsVersion::Tls1_3;
        return std::pair(isOpen, answer.version);
    };
    for (const Answer &each : answers) {
        const bool isHello = each.answer.kind == ServerHelloAnswer::Kind::ServerHello;
        if (isHello && (!best || worth(each.answer) > worth(*best)))
            best = &each.answer;
    }
    return best;
}

} // namespace postern
