// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostname.h"

#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <optional>

namespace postern {

/// A value of a document with its place in it. What is absent or null reads as empty; what is of
/// another kind than asked for reads as empty too, and the first such place is remembered for the
/// whole document. So a reader asks for all it wants, and looks once at the end.
class JsonValue
{
public:
    /// The whole document; @p fault takes the first wrong place and outlives all values.
    JsonValue(const QJsonValue &root, std::optional<QString> &fault)
        : m_value(root),
          m_fault(&fault)
    {
    }

    [[nodiscard]] JsonValue at(QLatin1StringView key) const;
    /// The elements of a list, at most @p most of them.
    [[nodiscard]] QList<JsonValue> elements(qsizetype most) const;
    bool isAbsent() const { return m_value.isUndefined() || m_value.isNull(); }

    /// Inert, whatever it was; the limit is in characters.
    [[nodiscard]] QString text(int most = 1000) const;
    /// The same where lines are kept.
    [[nodiscard]] QString lines(int most) const;
    [[nodiscard]] QStringList texts(qsizetype most) const;
    /// As it stands there. Wrong where it is longer than @p most, or anything but visible signs.
    [[nodiscard]] QString plainText(qsizetype most = 1000) const;
    /// As it stands there. Wrong where it is longer than @p most, or not inert.
    [[nodiscard]] QString inert(int most = 1000) const;
    /// Wrong where it is longer; what is not Latin-1 is a question mark.
    [[nodiscard]] QByteArray latin1(qsizetype most) const;
    [[nodiscard]] bool isTrue() const { return flag().value_or(false); }
    [[nodiscard]] std::optional<bool> flag() const;
    /// Wrong where it is no finite number.
    [[nodiscard]] double number() const;
    /// At most some days; 0 where absent. Wrong where it is negative or more.
    [[nodiscard]] double milliseconds() const;
    /// Whole; 0 where absent. Wrong where it is negative or more than @p most.
    [[nodiscard]] int count(int most) const { return isAbsent() ? 0 : integer(0, most); }
    /// Wrong where it is not whole or outside of these.
    [[nodiscard]] int integer(int least, int most) const;
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(integer(1, 65535)); }
    /// Wrong where it is not in the one form of a host.
    [[nodiscard]] HostName host() const;
    [[nodiscard]] QDateTime time() const; ///< UTC; invalid where absent.

    /// One of a closed list of names; wrong where it is none of them.
    template <typename T>
    [[nodiscard]] std::optional<T> named(std::optional<T> (*fromString)(const QString &)) const
    {
        const QString name = plainText();
        const std::optional<T> value = isAbsent() ? std::nullopt : fromString(name);
        if (!value && !isAbsent())
            refuse();
        return value;
    }
    /// The same where it may not be absent.
    template <typename T>
    [[nodiscard]] T needed(std::optional<T> (*fromString)(const QString &)) const
    {
        const std::optional<T> value = named(fromString);
        if (!value)
            refuse();
        return value.value_or(T());
    }

    /// This place is wrong.
    void refuse() const;

private:
    JsonValue(const QJsonValue &value, const QString &place, std::optional<QString> *fault)
        : m_value(value),
          m_place(place),
          m_fault(fault)
    {
    }
    [[nodiscard]] QString string() const;

    QJsonValue m_value;
    QString m_place;
    std::optional<QString> *m_fault;
};

} // namespace postern
