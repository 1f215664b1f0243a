// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputlines.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunkBytes = 16 * 1024;
constexpr qsizetype enoughBytes = 4 * chunkBytes; // a pipe is read no further ahead
constexpr qsizetype shownOfOverlongLine = 200;

} // namespace

InputLines::InputLines(const QString &path, QObject *parent) : QObject(parent), m_file(path)
{
    m_lines.setLineLimit(maxLineBytes);
}

InputLines::~InputLines() = default;

bool InputLines::open()
{
    const bool isOpen = m_file.fileName() == "-"_L1
        ? m_file.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered)
        : m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    struct stat status = {};
    if (!isOpen || fstat(m_file.handle(), &status) != 0 || S_ISDIR(status.st_mode))
        return false;
    if (!S_ISREG(status.st_mode)) { // a pipe or a terminal: read when there is something
        m_notifier = std::make_unique<QSocketNotifier>(m_file.handle(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
            fill();
            if (m_lines.rest().size() > enoughBytes)
                m_notifier->setEnabled(false);
            emit available();
        });
    }
    return true;
}

std::optional<QByteArray> InputLines::takeLine()
{
    auto line = m_lines.takeLine();
    while (!line && !m_isAtEnd && !m_notifier && !m_lines.isOverLimit()) {
        fill();
        line = m_lines.takeLine();
    }
    if (m_notifier && !m_isAtEnd && m_lines.rest().size() <= enoughBytes)
        m_notifier->setEnabled(true);
    if (line)
        return line->trimmed();
    if (m_lines.isOverLimit())
        return takeOverlongLine();
    if (m_isAtEnd && !m_lines.isEmpty()) {
        const QByteArray rest = m_lines.rest(); // no line end behind it
        m_lines.clear();
        return rest.trimmed();
    }
    return std::nullopt;
}

/// One bad line, up to its end, wherever that is.
QByteArray InputLines::takeOverlongLine()
{
    const QByteArray rest = m_lines.rest();
    const qsizetype end = rest.indexOf('\n');
    m_lines.clear();
    if (end >= 0)
        m_lines.append(rest.sliced(end + 1));
    else
        m_isSkipping = true;
    return rest.first(qMin<qsizetype>(rest.size(), shownOfOverlongLine));
}

void InputLines::fill()
{
    QByteArray bytes(chunkBytes, '\0');
    const auto size = read(m_file.handle(), bytes.data(), static_cast<size_t>(chunkBytes));
    if (size > 0) {
        append(bytes.first(size));
        return;
    }
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    m_isAtEnd = true;
    m_hasFailed = size < 0;
    if (m_notifier)
        m_notifier->setEnabled(false);
}

void InputLines::append(const QByteArray &bytes)
{
    const qsizetype end = m_isSkipping ? bytes.indexOf('\n') : -1;
    if (m_isSkipping && end < 0)
        return;
    m_isSkipping = false;
    m_lines.append(bytes.sliced(end + 1));
}

} // namespace postern
