// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/hostname.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxNameLength = 253; // RFC 1035, 2.3.4, without the final dot
constexpr int maxLabelLength = 63;

bool isLdh(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9') || u == '-';
}

bool isLabel(const QString &label)
{
    return !label.isEmpty() && label.size() <= maxLabelLength && label.front() != u'-'
        && label.back() != u'-' && std::all_of(label.begin(), label.end(), isLdh);
}

bool isDecimalByte(const QString &part)
{
    // A leading zero would make it octal for QHostAddress and for many resolvers.
    const bool isDecimal = !part.isEmpty() && part.size() <= 3
        && (part.size() == 1 || part.front() != u'0')
        && std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isDecimal && part.toUInt() <= 255;
}

/// Only the four-part form: QHostAddress would also take `127.1` and `0x7f.1`.
bool isDottedQuad(const QString &text)
{
    const QStringList parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), isDecimalByte);
}

/// Decimal or hexadecimal: what resolvers read as a part of an address.
bool isNumberLabel(const QString &label)
{
    const bool isHex = label.startsWith("0x"_L1);
    const QString digits = isHex ? label.sliced(2) : label;
    return std::all_of(digits.begin(), digits.end(),
        [isHex](QChar c) { return (c >= u'0' && c <= u'9') || (isHex && c >= u'a' && c <= u'f'); });
}

QString ipLiteral(const QString &typed)
{
    QString text = typed;
    if (text.startsWith(u'[') && text.endsWith(u']'))
        text = text.sliced(1, text.size() - 2);
    if (isDottedQuad(text))
        return QHostAddress(text).toString();
    const QHostAddress address(text.section(u'%', 0, 0));
    return address.protocol() == QAbstractSocket::IPv6Protocol ? address.toString() : QString();
}

} // namespace

Result<HostName, HostNameError> HostName::parse(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return Failure{HostNameError::Empty};
    if (text.size() > maxNameLength * 2)
        return Failure{HostNameError::TooLong};
    if (const QString literal = ipLiteral(text); !literal.isEmpty())
        return HostName(literal);
    if (text.endsWith(u'.'))
        text.chop(1);

    const QString name = QString::fromLatin1(QUrl::toAce(text.toLower())).toLower();
    if (name.isEmpty())
        return Failure{HostNameError::InvalidCharacter};
    if (name.size() > maxNameLength)
        return Failure{HostNameError::TooLong};
    const QStringList labels = name.split(u'.');
    if (!std::all_of(labels.begin(), labels.end(), isLabel))
        return Failure{HostNameError::InvalidLabel};
    // `1.2.3` and `2130706433` are slips of an address, and resolvers read them as one.
    if (isNumberLabel(labels.constLast()))
        return Failure{HostNameError::InvalidLabel};
    return HostName(name);
}

bool HostName::isIpLiteral() const
{
    return postern::isIpLiteral(m_text);
}

HostName HostName::withLabel(QLatin1StringView label) const
{
    const auto name = parse(label + u'.' + m_text);
    return name && !isIpLiteral() ? *name : HostName();
}

bool isIpLiteral(const QString &name)
{
    return !ipLiteral(name).isEmpty();
}

bool isWithinDomain(const QString &name, const QString &domain)
{
    return name == domain || name.endsWith(u'.' + domain);
}

} // namespace postern
