// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/redaction.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxNames = 50;
const auto hiddenAddress = "[address]"_L1;

/// The texts that name the person, the longest first, and what stands for them.
using Replacements = QList<std::pair<QString, QString>>;

void collectUserNames(const QJsonValue &value, QStringList &names)
{
    if (value.isObject()) {
        const QString name = value.toObject().value("username"_L1).toString();
        if (!name.isEmpty())
            names.append(name);
    }
    for (const auto &element : value.toArray())
        collectUserNames(element, names);
}

Replacements replacementsFor(const QJsonObject &document)
{
    const QString address = document.value("address"_L1).toString();
    const QString domain = document.value("domain"_L1).toString();
    QStringList names;
    for (const auto part : {"recommended"_L1, "alternatives"_L1}) {
        const QJsonObject directions = document.value(part).toObject();
        for (const auto direction : {"incoming"_L1, "outgoing"_L1})
            collectUserNames(directions.value(direction), names);
    }
    Replacements replacements;
    if (!address.isEmpty()) {
        replacements.append({address, u"user@"_s + domain});
        names.append(address.section(u'@', 0, -2));
    }
    names.removeDuplicates();
    names = names.first(qMin(names.size(), maxNames));
    for (const QString &name : names) {
        if (name != address)
            replacements.append({name, u"user"_s});
    }
    std::sort(replacements.begin(), replacements.end(),
        [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    return replacements;
}

/// What has the form of an IP address and is one, whatever stands around it.
QString withoutIpAddresses(const QString &text)
{
    static const QRegularExpression ipv4(uR"((?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d))"_s);
    static const QRegularExpression ipv6(
        uR"((?:(?<=IPv6:)|(?<![0-9A-Za-z:]))[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![0-9A-Fa-f:]))"_s);
    QString hidden = text;
    hidden.replace(ipv4, hiddenAddress);
    auto matches = ipv6.globalMatch(QString(hidden));
    while (matches.hasNext()) {
        const QString candidate = matches.next().captured();
        if (!QHostAddress(candidate).isNull())
            hidden.replace(candidate, hiddenAddress);
    }
    return hidden;
}

/// What people and servers wrote, in which a name may stand anywhere; not the documents' own words.
bool isFreeText(const QString &key)
{
    static const QStringList keys{u"address"_s, u"addresses"_s, u"capabilities"_s,
        u"capabilitiesBeforeTls"_s, u"cause"_s, u"detail"_s, u"evidence"_s, u"greeting"_s,
        u"name"_s, u"origin"_s, u"remedy"_s, u"text"_s, u"title"_s, u"username"_s};
    return keys.contains(key);
}

QString redactedText(QString text, const Replacements &replacements)
{
    constexpr qsizetype shortestName = 3; // a shorter one stands in many words
    for (const auto &[name, placeholder] : replacements) {
        if (text == name)
            return placeholder;
        if (name.size() < shortestName)
            continue;
        const QRegularExpression word(
            u"(?<![\\w.-])"_s + QRegularExpression::escape(name) + u"(?![\\w-])"_s,
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption);
        text.replace(word, placeholder);
    }
    return withoutIpAddresses(text);
}

QJsonValue redactedValue(
    const QString &key, const QJsonValue &value, const Replacements &replacements)
{
    if (key == "host"_L1)
        return withoutIpAddresses(value.toString());
    if (value.isString())
        return isFreeText(key) ? redactedText(value.toString(), replacements) : value;
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &element : value.toArray())
            array.append(redactedValue(key, element, replacements));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        object.insert(member.key(), redactedValue(member.key(), *member, replacements));
    }
    return object;
}

} // namespace

QJsonObject redacted(const QJsonObject &document)
{
    QJsonObject result = redactedValue({}, document, replacementsFor(document)).toObject();
    result.insert("displayName"_L1, QString());
    result.insert("redacted"_L1, true);
    return result;
}

} // namespace postern
