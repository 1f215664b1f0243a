// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace postern {

/// Bytes in, lines out. A line ends with LF (CR LF as a rule); it is handed out with its end.
/// Linear in the bytes, unlike QIODevice::canReadLine() over TLS.
class LineBuffer
{
public:
    /// @p lineLimit in bytes, with the line end.
    explicit LineBuffer(int lineLimit = 64 * 1024) : m_lineLimit(lineLimit) { }

    void setLineLimit(int bytes) { m_lineLimit = bytes; }
    void append(const QByteArray &bytes);
    /// The next complete line; nothing while there is none, or where it is too long.
    [[nodiscard]] std::optional<QByteArray> takeLine();
    /// Whether what waits is longer than any line may be.
    bool isOverLimit() const;
    bool isEmpty() const { return m_start == m_bytes.size(); }
    /// What has come and was not taken.
    [[nodiscard]] QByteArray rest() const { return m_bytes.sliced(m_start); }
    void clear();

private:
    void compact();

    QByteArray m_bytes;
    qsizetype m_start = 0; ///< Where the untaken bytes begin.
    qsizetype m_searched = 0; ///< No line end before this place.
    int m_lineLimit;
    bool m_hasOverlongLine = false;
};

} // namespace postern
