// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace postern {

enum class ImapStatus { Ok, No, Bad, Bye, Preauth };

/// One response line of RFC 9051, 7, split but not interpreted.
struct ImapLine
{
    QByteArray tag; ///< `*`, `+`, or the tag of a command; empty where the line is no response.
    std::optional<ImapStatus> status; ///< Absent for data such as `* CAPABILITY …`.
    QByteArray keyword; ///< Upper case: the first word behind the tag.
    QByteArray text; ///< All behind the keyword.
    std::optional<qsizetype> literalSize; ///< The line ends with `{n}`: n bytes follow.

    /// Parses a line with or without its end.
    [[nodiscard]] static ImapLine parse(const QByteArray &line);

    /// The size of the literal that a part of a response announces at its end.
    [[nodiscard]] static std::optional<qsizetype> trailingLiteral(const QByteArray &line);

    bool isUntagged() const { return tag == "*"; }
};

} // namespace postern
