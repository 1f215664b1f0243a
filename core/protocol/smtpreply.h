// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace postern {

/// One whole reply of RFC 5321, 4.2: a code, and the texts of its lines.
struct SmtpReply
{
    int code = 0;
    QList<QByteArray> texts;

    bool isPositive() const { return code >= 200 && code < 300; }
};

/// Puts replies together line by line.
class SmtpReplyReader
{
public:
    enum class State { Incomplete, Complete, Malformed };

    /// Takes one line, with or without its end.
    [[nodiscard]] State add(const QByteArray &line);
    /// The complete reply; the reader is empty afterwards.
    [[nodiscard]] SmtpReply take();

private:
    SmtpReply m_reply;
};

} // namespace postern
