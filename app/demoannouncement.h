// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoservers.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace postern {

/// What `postern-cli demo` says of the servers that it runs.
class DemoAnnouncement
{
    Q_DECLARE_TR_FUNCTIONS(postern::DemoAnnouncement)
public:
    [[nodiscard]] static QString text(const DemoServers &servers);
    [[nodiscard]] static QByteArray json(const DemoServers &servers);
};

} // namespace postern
