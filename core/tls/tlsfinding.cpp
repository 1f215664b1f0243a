// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlsfinding.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr TlsFinding::Kind allKinds[] = {
    TlsFinding::Kind::SelfSigned,
    TlsFinding::Kind::UnknownIssuer,
    TlsFinding::Kind::IncompleteChain,
    TlsFinding::Kind::NameMismatch,
    TlsFinding::Kind::Expired,
    TlsFinding::Kind::NotYetValid,
    TlsFinding::Kind::Revoked,
    TlsFinding::Kind::NotForServers,
    TlsFinding::Kind::WeakSignature,
    TlsFinding::Kind::WeakKey,
    TlsFinding::Kind::Invalid,
    TlsFinding::Kind::Missing,
};

} // namespace

bool isAcceptable(TlsFinding::Kind kind, LegacyConsent consent)
{
    switch (kind) {
    case TlsFinding::Kind::SelfSigned:
    case TlsFinding::Kind::UnknownIssuer:
    case TlsFinding::Kind::IncompleteChain:
    case TlsFinding::Kind::NameMismatch:
    case TlsFinding::Kind::Expired:
    case TlsFinding::Kind::NotYetValid:
        return true;
    case TlsFinding::Kind::WeakSignature:
    case TlsFinding::Kind::WeakKey:
        return consent == LegacyConsent::Given;
    case TlsFinding::Kind::Revoked:
    case TlsFinding::Kind::NotForServers:
    case TlsFinding::Kind::Invalid:
    case TlsFinding::Kind::Missing:
        break;
    }
    return false;
}

QList<TlsFinding::Kind> kindsOf(const QList<TlsFinding> &findings)
{
    QList<TlsFinding::Kind> kinds;
    for (const TlsFinding::Kind kind : allKinds) {
        if (std::any_of(findings.begin(), findings.end(),
                [kind](const TlsFinding &finding) { return finding.kind == kind; }))
            kinds.append(kind);
    }
    return kinds;
}

QString toString(TlsFinding::Kind kind)
{
    switch (kind) {
    case TlsFinding::Kind::SelfSigned:
        return u"self-signed"_s;
    case TlsFinding::Kind::UnknownIssuer:
        return u"unknown-issuer"_s;
    case TlsFinding::Kind::IncompleteChain:
        return u"incomplete-chain"_s;
    case TlsFinding::Kind::NameMismatch:
        return u"name-mismatch"_s;
    case TlsFinding::Kind::Expired:
        return u"expired"_s;
    case TlsFinding::Kind::NotYetValid:
        return u"not-yet-valid"_s;
    case TlsFinding::Kind::Revoked:
        return u"revoked"_s;
    case TlsFinding::Kind::NotForServers:
        return u"not-for-servers"_s;
    case TlsFinding::Kind::WeakSignature:
        return u"weak-signature"_s;
    case TlsFinding::Kind::WeakKey:
        return u"weak-key"_s;
    case TlsFinding::Kind::Invalid:
        return u"invalid"_s;
    case TlsFinding::Kind::Missing:
        break;
    }
    return u"missing"_s;
}

std::optional<TlsFinding::Kind> findingFromString(const QString &name)
{
    for (const TlsFinding::Kind kind : allKinds) {
        if (toString(kind) == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace postern
