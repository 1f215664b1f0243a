// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/linebuffer.h"

namespace postern {

void LineBuffer::append(const QByteArray &bytes)
{
    compact();
    m_bytes.append(bytes);
}

std::optional<QByteArray> LineBuffer::takeLine()
{
    const qsizetype end = m_bytes.indexOf('\n', m_searched);
    if (end < 0) {
        m_searched = m_bytes.size();
        return std::nullopt;
    }
    const qsizetype size = end + 1 - m_start;
    if (size > m_lineLimit) {
        m_hasOverlongLine = true;
        return std::nullopt;
    }
    const QByteArray line = m_bytes.sliced(m_start, size);
    m_start = end + 1;
    m_searched = m_start;
    return line;
}

bool LineBuffer::isOverLimit() const
{
    return m_hasOverlongLine || m_searched - m_start > m_lineLimit;
}

void LineBuffer::clear()
{
    m_bytes.clear();
    m_start = 0;
    m_searched = 0;
    m_hasOverlongLine = false;
}

void LineBuffer::compact()
{
    if (m_start == 0)
        return;
    m_bytes.remove(0, m_start);
    m_searched -= m_start;
    m_start = 0;
}

} // namespace postern
