// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>

namespace postern {

/// What whoever runs the servers can change, so that no program has anything to complain about.
class ChangeAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::ChangeAdvice)
public:
    /// For the servers that a saved detection has something against, each once, with its places.
    [[nodiscard]] static QStringList changesFor(const QJsonObject &document);

private:
    static QString changeFor(const QString &code, const QString &host);
};

} // namespace postern
