// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democommand.h"

namespace postern {

DemoCommand DemoCommand::parse(QByteArrayView line)
{
    const qsizetype space = line.indexOf(' ');
    if (space < 0)
        return {line.toByteArray().toUpper(), {}};
    return {
        line.first(space).toByteArray().toUpper(), line.sliced(space + 1).trimmed().toByteArray()};
}

} // namespace postern
