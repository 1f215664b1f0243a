// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/jsonvalue.h"

#include "base/inerttext.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace postern {

using namespace Qt::StringLiterals;

JsonValue JsonValue::at(QLatin1StringView key) const
{
    if (!isAbsent() && !m_value.isObject())
        refuse();
    return {m_value.toObject().value(key), m_place + u'/' + key, m_fault};
}

QList<JsonValue> JsonValue::elements(qsizetype most) const
{
    if (!isAbsent() && !m_value.isArray())
        refuse();
    QList<JsonValue> values;
    const QJsonArray array = m_value.toArray();
    for (qsizetype i = 0; i < std::min(array.size(), most); ++i)
        values.append({array.at(i), m_place + u'/' + QString::number(i), m_fault});
    return values;
}

QString JsonValue::text(int most) const
{
    return inertText(string(), most);
}

QString JsonValue::lines(int most) const
{
    constexpr int longestLine = 1000; // characters, as of any text
    const QString all = string();
    QStringList inert;
    for (qsizetype start = 0; start <= all.size() && inert.size() < most;) {
        const qsizetype found = all.indexOf(u'\n', start);
        const qsizetype end = found < 0 ? all.size() : found;
        inert.append(
            inertText(QStringView(all).sliced(start, end - start).toString(), longestLine));
        start = end + 1;
    }
    return inert.join(u'\n');
}

QStringList JsonValue::texts(qsizetype most) const
{
    QStringList all;
    for (const JsonValue &element : elements(most))
        all.append(element.text());
    return all;
}

QString JsonValue::plainText(qsizetype most) const
{
    QString plain = string();
    if (plain.size() <= most && isPlainText(plain))
        return plain;
    refuse();
    return {};
}

QString JsonValue::inert(int most) const
{
    const QString text = string();
    const bool isInert = text.size() <= most
        && inertText(text, most) == text.normalized(QString::NormalizationForm_C);
    if (!isInert)
        refuse();
    return isInert ? text : QString();
}

QByteArray JsonValue::latin1(qsizetype most) const
{
    const QString all = string();
    if (all.size() > most)
        refuse();
    return all.first(std::min(all.size(), most)).toLatin1();
}

std::optional<bool> JsonValue::flag() const
{
    if (m_value.isBool())
        return m_value.toBool();
    if (!isAbsent())
        refuse();
    return std::nullopt;
}

double JsonValue::number() const
{
    const double value = m_value.toDouble();
    if (!isAbsent() && !(m_value.isDouble() && std::isfinite(value)))
        refuse();
    return std::isfinite(value) ? value : 0;
}

double JsonValue::milliseconds() const
{
    constexpr double most = 1e9;
    const double value = number();
    if (value >= 0 && value <= most)
        return value;
    refuse();
    return 0;
}

int JsonValue::integer(int least, int most) const
{
    const double value = number();
    if (value >= least && value <= most && value == std::floor(value))
        return static_cast<int>(value);
    refuse();
    return least;
}

HostName JsonValue::host() const
{
    const QString written = string();
    const auto host = HostName::parse(written);
    if (host && *host == written)
        return *host;
    refuse();
    return {};
}

QDateTime JsonValue::time() const
{
    const QString written = string();
    const QDateTime time = QDateTime::fromString(written, Qt::ISODate);
    if (!written.isEmpty() && !time.isValid())
        refuse();
    return time.isValid() ? time.toUTC() : QDateTime();
}

void JsonValue::refuse() const
{
    if (!*m_fault)
        *m_fault = inertText(m_place.isEmpty() ? u"/"_s : m_place);
}

QString JsonValue::string() const
{
    if (!isAbsent() && !m_value.isString())
        refuse();
    return m_value.toString();
}

} // namespace postern
