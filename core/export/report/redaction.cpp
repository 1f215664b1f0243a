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
    if (!address.isEmpty())
        replacements.append({address, u"user@"_s + domain});
    names.removeDuplicates();
    for (const QString &name : names) {
        if (name != address)
            replacements.append({name, u"user"_s});
    }
    std::sort(replacements.begin(), replacements.end(),
        [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    return replacements;
}

/// What has the form of an address and is one.
QString withoutIpAddresses(const QString &text)
{
    static const QRegularExpression candidates(
        uR"((?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?![\w:]))"_s);
    QString hidden;
    qsizetype end = 0;
    auto matches = candidates.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (QHostAddress(match.captured()).isNull())
            continue;
        hidden += text.mid(end, match.capturedStart() - end) + hiddenAddress;
        end = match.capturedEnd();
    }
    return hidden + text.mid(end);
}

QString redactedText(QString text, const Replacements &replacements)
{
    for (const auto &[name, placeholder] : replacements) {
        // A short name stands in many words that do not mean it.
        if (text == name || name.contains(u'@'))
            text.replace(name, placeholder);
    }
    return withoutIpAddresses(text);
}

QJsonValue redactedValue(const QJsonValue &value, const Replacements &replacements)
{
    if (value.isString())
        return redactedText(value.toString(), replacements);
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &element : value.toArray())
            array.append(redactedValue(element, replacements));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        // Certificates are public, and their text has neither.
        object.insert(member.key(),
            member.key() == "pem"_L1 ? *member : redactedValue(*member, replacements));
    }
    return object;
}

} // namespace

QJsonObject redacted(const QJsonObject &document)
{
    QJsonObject result = redactedValue(document, replacementsFor(document)).toObject();
    result.insert("displayName"_L1, QString());
    return result;
}

} // namespace postern
