// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/signinwords.h"

#include <QHash>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// What the words stand for; those that stand for no mechanism have none.
QStringList mechanismsOf(const QString &word)
{
    static const QStringList encrypted{u"CRAM-MD5"_s, u"DIGEST-MD5"_s, u"APOP"_s, u"SCRAM-SHA-1"_s,
        u"SCRAM-SHA-1-PLUS"_s, u"SCRAM-SHA-256"_s, u"SCRAM-SHA-256-PLUS"_s, u"SCRAM-SHA-512"_s,
        u"SCRAM-SHA-512-PLUS"_s};
    static const QHash<QString, QStringList> mechanisms{
        {u"password-cleartext"_s, {u"PLAIN"_s, u"LOGIN"_s, u"USER"_s}},
        {u"plain"_s, {u"PLAIN"_s, u"LOGIN"_s, u"USER"_s}},
        {u"password-encrypted"_s, encrypted},
        {u"secure"_s, encrypted},
        {u"NTLM"_s, {u"NTLM"_s}},
        {u"GSSAPI"_s, {u"GSSAPI"_s}},
        {u"OAuth2"_s, {u"XOAUTH2"_s, u"OAUTHBEARER"_s}},
        {u"TLS-client-cert"_s, {u"EXTERNAL"_s}},
    };
    return mechanisms.value(word);
}

} // namespace

bool isOtherSignIn(const QStringList &words, const QStringList &offered)
{
    return !words.isEmpty() && !offered.isEmpty()
        && std::all_of(words.begin(), words.end(), [&offered](const QString &word) {
               const QStringList meant = mechanismsOf(word);
               return !meant.isEmpty()
                   && std::none_of(meant.begin(), meant.end(),
                       [&offered](const QString &name) { return offered.contains(name); });
           });
}

} // namespace postern
