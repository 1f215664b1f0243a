// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace postern {

/// What a server said of itself. Text is as received; show it through inertText().
struct ServerProfile
{
    QByteArray greeting;
    QStringList capabilitiesBeforeTls; ///< Not to be believed; kept for comparison.
    QStringList capabilities; ///< As said on the channel that the endpoint's mode ends in.
    QStringList mechanisms; ///< Strongest first, from capabilities.
    bool isLoginDisabled = false; ///< No sign-in on the final channel.
    bool isLoginDisabledBeforeTls = false; ///< LOGINDISABLED, or no AUTH, until TLS.
    bool offersStartTls = false; ///< Said in plaintext.

    friend bool operator==(const ServerProfile &, const ServerProfile &) = default;
};

} // namespace postern
