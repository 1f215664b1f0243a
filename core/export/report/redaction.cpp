// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/redaction.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxNames = 50;
const auto hiddenAddress = "[address]"_L1;

/// What names somebody, and what stands for it.
struct Replacement
{
    QString name;
    QString placeholder;
    QRegularExpression word; ///< The name as a word of its own.
};

/// The longest first.
using Replacements = QList<Replacement>;

Replacement replacementFor(const QString &name, const QString &placeholder)
{
    return {name, placeholder,
        QRegularExpression(u"(?<![\\w.-])"_s + QRegularExpression::escape(name) + u"(?![\\w-])"_s,
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption)};
}

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
        replacements.append(replacementFor(address, u"user@"_s + domain));
        names.append(address.section(u'@', 0, -2));
    }
    names.append(document.value("displayName"_L1).toString());
    names.removeAll(QString());
    names.removeDuplicates();
    names = names.first(qMin(names.size(), maxNames));
    for (const QString &name : names) {
        if (name != address)
            replacements.append(replacementFor(name, u"user"_s));
    }
    std::sort(replacements.begin(), replacements.end(),
        [](const auto &a, const auto &b) { return a.name.size() > b.name.size(); });
    return replacements;
}

/// What has the form of an IP address and is one, whatever stands around it.
QString withoutIpAddresses(const QString &text)
{
    static const QRegularExpression address(
        uR"((?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)|)"
        uR"((?:(?<=IPv6:)|(?<![0-9A-Za-z:]))[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![0-9A-Fa-f:]))"_s);
    QString hidden;
    qsizetype done = 0;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isDotted = !match.captured().contains(u':');
        if (!isDotted && QHostAddress(match.captured()).isNull())
            continue;
        hidden += text.sliced(done, match.capturedStart() - done) + hiddenAddress;
        done = match.capturedEnd();
    }
    return hidden + text.sliced(done);
}

/// A server's answer to EHLO may greet the client with the name of its address.
QString withoutGreetedName(QString text)
{
    static const QRegularExpression answer(uR"(^(250[- ][\w-]+(?:\.[\w-]+)+)\s.*$)"_s);
    return text.replace(answer, u"\\1"_s);
}

/// The documents' own words, which are never a name of somebody.
bool isOwnWord(const QString &key)
{
    static const QSet<QString> keys{u"schema"_s, u"writtenBy"_s, u"startedAt"_s, u"verdict"_s,
        u"service"_s, u"security"_s, u"outcome"_s, u"code"_s, u"stage"_s, u"severity"_s,
        u"source"_s, u"state"_s, u"direction"_s, u"authentication"_s, u"needsConsent"_s,
        u"tlsVersion"_s, u"version"_s, u"cipher"_s, u"keyExchange"_s, u"peerSignature"_s,
        u"algorithm"_s, u"signatureAlgorithm"_s, u"notBefore"_s, u"notAfter"_s, u"sha256"_s,
        u"spkiSha256"_s, u"serialNumber"_s, u"status"_s};
    return keys.contains(key);
}

QString redactedText(QString text, const Replacements &replacements)
{
    constexpr qsizetype shortestName = 3; // a shorter one stands in many words
    static const QRegularExpression mailbox(uR"([\w.+=-]{1,64}@([\w-]+(?:\.[\w-]+)+))"_s);
    for (const Replacement &replacement : replacements) {
        if (text == replacement.name)
            return replacement.placeholder;
        if (replacement.name.size() >= shortestName
            && text.contains(replacement.name, Qt::CaseInsensitive))
            text.replace(replacement.word, replacement.placeholder);
    }
    if (text.contains(u'@'))
        text.replace(mailbox, u"user@\\1"_s);
    return withoutIpAddresses(withoutGreetedName(text));
}

QJsonValue redactedValue(
    const QString &key, const QJsonValue &value, const Replacements &replacements)
{
    if (key == "host"_L1 || key == "domain"_L1)
        return withoutIpAddresses(value.toString());
    if (key == "pem"_L1)
        return QString(); // it has all names of the certificate in it
    if (value.isString())
        return isOwnWord(key) ? value : redactedText(value.toString(), replacements);
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
