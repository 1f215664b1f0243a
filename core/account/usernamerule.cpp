// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/usernamerule.h"

#include "account/emailaddress.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

const auto addressHolder = "%EMAILADDRESS%"_L1;
const auto localPartHolder = "%EMAILLOCALPART%"_L1;
const auto domainHolder = "%EMAILDOMAIN%"_L1;

} // namespace

UsernameRule::UsernameRule() : m_pattern(addressHolder) { }

QString UsernameRule::nameFor(const EmailAddress &address) const
{
    if (address.isEmpty())
        return needsLocalPart(m_pattern) ? QString() : m_pattern;
    return fillPlaceholders(m_pattern, address.localPart(), address.domain());
}

QString fillPlaceholders(const QString &pattern, const QString &localPart, const QString &domain)
{
    QString filled;
    qsizetype from = 0;
    while (from < pattern.size()) {
        const QStringView rest = QStringView(pattern).sliced(from);
        if (rest.startsWith(domainHolder)) {
            filled += domain;
            from += domainHolder.size();
        } else if (rest.startsWith(addressHolder) && !localPart.isEmpty()) {
            filled += localPart + u'@' + domain;
            from += addressHolder.size();
        } else if (rest.startsWith(localPartHolder) && !localPart.isEmpty()) {
            filled += localPart;
            from += localPartHolder.size();
        } else {
            filled += pattern.at(from++);
        }
    }
    return filled;
}

bool needsLocalPart(const QString &pattern)
{
    return pattern.contains(addressHolder) || pattern.contains(localPartHolder);
}

} // namespace postern
