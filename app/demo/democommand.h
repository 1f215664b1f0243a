// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace postern {

/// A line of a client, taken apart at its first space.
struct DemoCommand
{
    QByteArray verb; ///< In capitals, since none of the protocols cares about case.
    QByteArray argument; ///< The rest without spaces around it; often empty.

    static DemoCommand parse(QByteArrayView line);

    friend bool operator==(const DemoCommand &, const DemoCommand &) = default;
};

} // namespace postern
