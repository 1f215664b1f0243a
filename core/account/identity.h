// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/emailaddress.h"

namespace postern {

/// Who settings are for: somebody with an address, a whole domain, or nobody.
class Identity
{
public:
    /// Nobody: just servers are looked at.
    Identity() = default;
    explicit Identity(const EmailAddress &address, const QString &displayName = {})
        : m_displayName(displayName),
          m_address(address),
          m_domain(address.domain())
    {
    }
    explicit Identity(const HostName &domain, const QString &displayName = {})
        : m_displayName(displayName),
          m_domain(domain)
    {
    }

    /// The user's name as typed; may be empty.
    const QString &displayName() const { return m_displayName; }
    /// Empty where only a domain is known.
    const EmailAddress &address() const { return m_address; }
    /// The address's, or the one that was asked for; also a server's, where nothing else is known.
    const HostName &domain() const { return m_domain; }
    bool hasAddress() const { return !m_address.isEmpty(); }
    /// The address where there is one, else the domain.
    QString toString() const { return hasAddress() ? m_address.toString() : m_domain.text(); }

    friend bool operator==(const Identity &, const Identity &) = default;

private:
    QString m_displayName;
    EmailAddress m_address;
    HostName m_domain;
};

} // namespace postern
