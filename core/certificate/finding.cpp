// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/finding.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr Finding::Kind allKinds[] = {
    Finding::Kind::SelfSigned,
    Finding::Kind::UnknownIssuer,
    Finding::Kind::IncompleteChain,
    Finding::Kind::NameMismatch,
    Finding::Kind::Expired,
    Finding::Kind::NotYetValid,
    Finding::Kind::Revoked,
    Finding::Kind::NotForServers,
    Finding::Kind::WeakSignature,
    Finding::Kind::WeakKey,
    Finding::Kind::Invalid,
    Finding::Kind::Missing,
};

} // namespace

bool isAcceptable(Finding::Kind kind, LegacyConsent consent)
{
    switch (kind) {
    case Finding::Kind::SelfSigned:
    case Finding::Kind::UnknownIssuer:
    case Finding::Kind::IncompleteChain:
    case Finding::Kind::NameMismatch:
    case Finding::Kind::Expired:
    case Finding::Kind::NotYetValid:
        return true;
    case Finding::Kind::WeakSignature:
    case Finding::Kind::WeakKey:
        return consent == LegacyConsent::Given;
    case Finding::Kind::Revoked:
    case Finding::Kind::NotForServers:
    case Finding::Kind::Invalid:
    case Finding::Kind::Missing:
        break;
    }
    return false;
}

QList<Finding::Kind> kindsOf(const QList<Finding> &findings)
{
    QList<Finding::Kind> kinds;
    for (const Finding::Kind kind : allKinds) {
        if (std::any_of(findings.begin(), findings.end(),
                [kind](const Finding &finding) { return finding.kind == kind; }))
            kinds.append(kind);
    }
    return kinds;
}

QString toString(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::SelfSigned:
        return u"self-signed"_s;
    case Finding::Kind::UnknownIssuer:
        return u"unknown-issuer"_s;
    case Finding::Kind::IncompleteChain:
        return u"incomplete-chain"_s;
    case Finding::Kind::NameMismatch:
        return u"name-mismatch"_s;
    case Finding::Kind::Expired:
        return u"expired"_s;
    case Finding::Kind::NotYetValid:
        return u"not-yet-valid"_s;
    case Finding::Kind::Revoked:
        return u"revoked"_s;
    case Finding::Kind::NotForServers:
        return u"not-for-servers"_s;
    case Finding::Kind::WeakSignature:
        return u"weak-signature"_s;
    case Finding::Kind::WeakKey:
        return u"weak-key"_s;
    case Finding::Kind::Invalid:
        return u"invalid"_s;
    case Finding::Kind::Missing:
        break;
    }
    return u"missing"_s;
}

std::optional<Finding::Kind> findingFromString(const QString &name)
{
    for (const Finding::Kind kind : allKinds) {
        if (toString(kind) == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace postern
