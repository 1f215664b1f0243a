// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace postern {

/// The protocol that a demonstration server speaks.
enum class DemoProtocol { Imap, Pop3, Smtp };

/// When its connections become encrypted. Nobody can sign in before that moment.
enum class DemoSecurity { ImplicitTls, StartTls };

/// One place where the demonstration listens. The name `host` is known to its own name server
/// only, which says 127.0.0.1.
struct DemoListener
{
    DemoProtocol protocol = DemoProtocol::Imap;
    DemoSecurity security = DemoSecurity::ImplicitTls;
    QString host;
    quint16 port = 0;

    friend bool operator==(const DemoListener &, const DemoListener &) = default;
};

} // namespace postern
