// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QString>

#include <variant>

namespace postern {

/// What an SRV record says of a service (RFC 2782). The weight is always 0.
struct DemoService
{
    QString target; ///< A-label host name without the final dot.
    quint16 port = 0;
    quint16 priority = 0;

    friend bool operator==(const DemoService &, const DemoService &) = default;
};

/// One entry of the demonstration's name server: an A record (an IPv4 address) or an SRV record.
// NOLINTNEXTLINE(bugprone-exception-escape): assigning this variant throws nothing.
struct DemoRecord
{
    QString name; ///< A-labels of at most 63 characters, without the final dot.
    std::variant<QHostAddress, DemoService> data;

    friend bool operator==(const DemoRecord &, const DemoRecord &) = default;
};

} // namespace postern
