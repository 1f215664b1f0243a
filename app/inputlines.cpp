// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputlines.h"

#include <sys/stat.h>
#include <unistd.h>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunkBytes = 16 * 1024;

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
            emit available();
        });
    }
    return true;
}

std::optional<QByteArray> InputLines::takeLine()
{
    auto line = m_lines.takeLine();
    while (!line && !m_isAtEnd && !m_notifier) {
        fill();
        line = m_lines.takeLine();
    }
    if (line)
        return line->trimmed();
    if (m_lines.isOverLimit() || (m_isAtEnd && !m_lines.isEmpty())) {
        const QByteArray rest = m_lines.rest(); // no line end behind it
        m_lines.clear();
        return rest.trimmed();
    }
    return std::nullopt;
}

void InputLines::fill()
{
    QByteArray bytes(chunkBytes, '\0');
    const auto size = read(m_file.handle(), bytes.data(), static_cast<size_t>(chunkBytes));
    if (size > 0) {
        m_lines.append(bytes.first(size));
        return;
    }
    m_isAtEnd = true;
    if (m_notifier)
        m_notifier->setEnabled(false);
}

} // namespace postern
