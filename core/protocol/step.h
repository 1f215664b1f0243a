// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/fault.h"

#include <QByteArray>

#include <variant>

namespace postern {

/// Send this line (without its end), then wait for the next one.
struct Send
{
    QByteArray line;
    friend bool operator==(const Send &, const Send &) = default;
};

/// Nothing to do until the next line.
struct AwaitLine
{
    friend bool operator==(const AwaitLine &, const AwaitLine &) = default;
};

/// The server agreed to TLS: nothing may be sent, and nothing may have been received behind
/// the line that brought this step (RFC 3207, 4.2; the "STARTTLS injection").
struct StartHandshake
{
    friend bool operator==(const StartHandshake &, const StartHandshake &) = default;
};

/// The profile is complete.
struct Learnt
{
    friend bool operator==(const Learnt &, const Learnt &) = default;
};

/// The dialogue cannot go on.
struct GaveUp
{
    Fault fault = Fault::Malformed;
    QByteArray evidence; ///< The line behind it, as received.
    friend bool operator==(const GaveUp &, const GaveUp &) = default;
};

/// What a dialogue wants next.
using Step = std::variant<Send, AwaitLine, StartHandshake, Learnt, GaveUp>;

} // namespace postern
