// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/authmechanism.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxMechanisms = 64; // there are not as many; a flood would cost quadratic time
constexpr int maxMechanismName = 20; // RFC 4422, 3.1

bool isMechanismName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maxMechanismName
        && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
                   || c == u'_';
           });
}

/// Mutual proof first, then tokens, then proofs that leak a hash, then the password itself.
int strength(const QString &name)
{
    static const QStringList order = {
        u"EXTERNAL"_s,
        u"SCRAM-SHA-512-PLUS"_s,
        u"SCRAM-SHA-256-PLUS"_s,
        u"SCRAM-SHA-1-PLUS"_s,
        u"SCRAM-SHA-512"_s,
        u"SCRAM-SHA-256"_s,
        u"SCRAM-SHA-1"_s,
        u"GSSAPI"_s,
        u"GS2-KRB5"_s,
        u"OAUTHBEARER"_s,
        u"XOAUTH2"_s,
        u"CRAM-MD5"_s,
        u"DIGEST-MD5"_s,
        u"APOP"_s,
        u"NTLM"_s,
        u"PLAIN"_s,
        u"LOGIN"_s,
        u"USER"_s,
        u"ANONYMOUS"_s,
    };
    const auto place = order.indexOf(name);
    return static_cast<int>(place < 0 ? order.size() : place);
}

} // namespace

QStringList strongestFirst(const QStringList &mechanisms)
{
    QStringList names;
    for (const QString &mechanism : mechanisms) {
        if (names.size() >= maxMechanisms)
            break;
        const QString name = mechanism.toUpper();
        if (isMechanismName(name) && !names.contains(name))
            names.append(name);
    }
    std::stable_sort(names.begin(), names.end(),
        [](const QString &a, const QString &b) { return strength(a) < strength(b); });
    return names;
}

} // namespace postern
