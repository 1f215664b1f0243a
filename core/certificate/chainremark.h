// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include <QDateTime>
#include <QList>
#include <QString>

namespace postern {

/// Something worth knowing about a chain that makes it no less valid.
struct ChainRemark
{
    enum class Kind {
        ExpiresSoon, ///< within two weeks, or a quarter of its lifetime where that is shorter
        WrongOrder, ///< RFC 5246, 7.4.2 wants each certificate behind the one that it certifies
        Superfluous, ///< sent, and not needed on any way from the server's own certificate
        Intercepted, ///< its authority is one of a product that reads along, such as an antivirus
    };

    Kind kind = Kind::ExpiresSoon;
    QString evidence; ///< The certificates that it is about; inert.
    QString product = {}; ///< Which one reads along.
    QDateTime date = {}; ///< UTC; when it expires.

    friend bool operator==(const ChainRemark &, const ChainRemark &) = default;
};

/// @p chain as sent, the server's certificate first; @p now in UTC.
/// Whether it is one of the names that ChainRemark::product can have.
[[nodiscard]] bool isInterceptionProduct(const QString &name);

[[nodiscard]] QList<ChainRemark> remarksOn(const QList<Certificate> &chain, const QDateTime &now);

} // namespace postern
