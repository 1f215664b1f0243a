// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"
#include "tls/handshake.h"

#include <QCoreApplication>

namespace postern {

/// What there is to say about a chain first: whether it can be relied on, and a line for each thing
/// that is wrong with it, tied to the certificate that it is about.
class CertificateVerdict
{
    Q_DECLARE_TR_FUNCTIONS(postern::CertificateVerdict)
public:
    struct Line
    {
        QString text;
        QString icon;
        ColorRole role = ColorRole::Neutral;
    };

    /// @p host: the name asked for. Empty where no certificate was shown.
    [[nodiscard]] static QList<Line> lines(const Handshake &handshake, const QString &host);
    /// A finding in a few words.
    [[nodiscard]] static QString words(Finding::Kind kind);

private:
    static Line verdict(const Handshake &handshake, const QString &host);
    static QString words(const ChainRemark &remark);
};

} // namespace postern
