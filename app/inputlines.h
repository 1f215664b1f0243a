// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/linebuffer.h"

#include <QFile>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace postern {

/// The lines of a file or of standard input (`-`), as they come; a slow writer stalls nothing.
class InputLines final : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxLineBytes = 4096; ///< An address has 320 at most.

    explicit InputLines(const QString &path, QObject *parent = nullptr);
    ~InputLines() override;

    bool open();
    /// The next line without its end; nothing where none is there yet, or at the end.
    std::optional<QByteArray> takeLine();
    bool isAtEnd() const { return m_isAtEnd && m_lines.isEmpty(); }
    /// The end is not the file's: reading it failed on the way.
    bool hasFailed() const { return m_hasFailed; }

signals:
    void available(); ///< More lines, or the end.

private:
    void fill();
    void append(const QByteArray &bytes);
    QByteArray takeOverlongLine();

    QFile m_file;
    LineBuffer m_lines;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_hasFailed = false;
    bool m_isAtEnd = false;
    bool m_isSkipping = false; ///< The rest of an overlong line.
};

} // namespace postern
