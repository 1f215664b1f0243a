// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/secondlook.h"

#include "tls/tlsalert.h"

#include <algorithm>

namespace postern {

namespace {

/// Whether the answer says that the version that was offered is not spoken. Other alerts have other
/// reasons: a name that is not known, an error of the server's own.
bool isRefusal(const ServerHelloAnswer &answer)
{
    switch (answer.kind) {
    case ServerHelloAnswer::Kind::ServerHello: // of another version
    case ServerHelloAnswer::Kind::HungUp:
        return true;
    case ServerHelloAnswer::Kind::Alert:
        return answer.alert == tlsalert::protocolVersion
            || answer.alert == tlsalert::handshakeFailure
            || answer.alert == tlsalert::insufficientSecurity;
    case ServerHelloAnswer::Kind::Nothing:
    case ServerHelloAnswer::Kind::NotTls:
    case ServerHelloAnswer::Kind::Malformed:
        break;
    }
    return false;
}

} // namespace

bool SecondLook::hasSpokenTls() const
{
    return std::any_of(answers.begin(), answers.end(), [](const Answer &each) {
        return each.answer.kind == ServerHelloAnswer::Kind::ServerHello
            || each.answer.kind == ServerHelloAnswer::Kind::Alert;
    });
}

std::optional<bool> SecondLook::accepts(TlsVersion version) const
{
    if (!hasSpokenTls())
        return std::nullopt; // whoever hangs up on each of them may be no TLS server at all
    std::optional<bool> isAccepted;
    for (const Answer &each : answers) {
        const bool isHello = each.answer.kind == ServerHelloAnswer::Kind::ServerHello;
        if (isHello && each.answer.version == version)
            return true; // whatever was offered
        if (each.offered == version && isRefusal(each.answer))
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
        if (isHello && each.answer.version && (!best || worth(each.answer) > worth(*best)))
            best = &each.answer;
    }
    return best;
}

} // namespace postern
