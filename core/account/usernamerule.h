// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

class EmailAddress;

/// The name that somebody signs in with, as a published rule says it: a text in which
/// `%EMAILADDRESS%`, `%EMAILLOCALPART%` and `%EMAILDOMAIN%` stand for parts of the address
/// (draft-ietf-mailmaint-autoconfig, 3.8).
class UsernameRule
{
public:
    /// RFC 6186, 4: the whole address, where nothing says otherwise.
    UsernameRule();
    explicit UsernameRule(const QString &pattern) : m_pattern(pattern) { }

    const QString &pattern() const { return m_pattern; }
    /// The name for @p address; empty where there is no address to make it from.
    [[nodiscard]] QString nameFor(const EmailAddress &address) const;

    friend bool operator==(const UsernameRule &, const UsernameRule &) = default;

private:
    QString m_pattern;
};

/// Replaces the placeholders, from left to right and once; with an empty @p localPart only
/// `%EMAILDOMAIN%`.
[[nodiscard]] QString fillPlaceholders(
    const QString &pattern, const QString &localPart, const QString &domain);

/// Whether @p pattern needs more of the address than its domain.
[[nodiscard]] bool needsLocalPart(const QString &pattern);

} // namespace postern
