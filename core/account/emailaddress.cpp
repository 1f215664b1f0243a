// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/emailaddress.h"

#include <QStringList>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxLocalPartBytes = 64; // RFC 5321, 4.5.3.1.1

bool isAtomCharacter(QChar c)
{
    if (c.unicode() >= 0x80) // RFC 6531, 3.3
        return c.isSurrogate() || c.isLetterOrNumber() || c.isMark() || c.isSymbol();
    return c.isLetterOrNumber() || u"!#$%&'*+-/=?^_`{|}~"_s.contains(c);
}

bool isDotString(const QString &local)
{
    const QStringList atoms = local.split(u'.');
    return std::all_of(atoms.begin(), atoms.end(), [](const QString &atom) {
        return !atom.isEmpty() && std::all_of(atom.begin(), atom.end(), isAtomCharacter);
    });
}

bool isQuotedString(const QString &local)
{
    if (local.size() < 3 || !local.startsWith(u'"') || !local.endsWith(u'"'))
        return false;
    const QString content = local.sliced(1, local.size() - 2);
    for (qsizetype i = 0; i < content.size(); ++i) {
        QChar c = content.at(i);
        if (c == u'"')
            return false;
        if (c == u'\\') {
            if (++i == content.size())
                return false;
            c = content.at(i);
            if (c.unicode() > 0x7e) // quoted-pairSMTP is ASCII
                return false;
        }
        if (c != u' ' && !c.isPrint() && !c.isSurrogate())
            return false;
    }
    return true;
}

} // namespace

Result<EmailAddress, AddressError> EmailAddress::parse(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Failure{AddressError::Empty};
    if (!text.isValidUtf16())
        return Failure{AddressError::InvalidLocalPart};
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0)
        return Failure{AddressError::NoAtSign};
    if (at == 0)
        return Failure{AddressError::NoLocalPart};
    if (at == text.size() - 1)
        return Failure{AddressError::NoDomain};

    EmailAddress address;
    address.m_localPart = text.first(at);
    if (address.m_localPart.toUtf8().size() > maxLocalPartBytes
        || !(isDotString(address.m_localPart) || isQuotedString(address.m_localPart)))
        return Failure{AddressError::InvalidLocalPart};
    const auto domain = HostName::parse(text.sliced(at + 1));
    if (!domain || domain->isIpLiteral())
        return Failure{AddressError::InvalidDomain};
    address.m_domain = *domain;
    return address;
}

QString EmailAddress::toString() const
{
    return isEmpty() ? QString() : m_localPart + u'@' + m_domain;
}

} // namespace postern
