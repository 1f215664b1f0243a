// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostname.h"
#include "base/result.h"

#include <QString>

namespace postern {

enum class AddressError { Empty, NoAtSign, NoLocalPart, NoDomain, InvalidLocalPart, InvalidDomain };

/// An address as RFC 5321, 4.1.2 has it (with RFC 6531's UTF-8), parsed once: local part and
/// domain are valid wherever an EmailAddress exists.
class EmailAddress
{
public:
    EmailAddress() = default;

    [[nodiscard]] static Result<EmailAddress, AddressError> parse(const QString &typed);

    /// As typed, without surrounding blanks.
    const QString &localPart() const { return m_localPart; }
    /// A-labels, lower case (RFC 5890).
    const HostName &domain() const { return m_domain; }
    /// localPart@domain
    [[nodiscard]] QString toString() const;
    bool isEmpty() const { return m_domain.isEmpty(); }

    friend bool operator==(const EmailAddress &, const EmailAddress &) = default;

private:
    QString m_localPart;
    HostName m_domain;
};

} // namespace postern
