// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"

#include <QFile>

namespace postern {

/// The file of `--log`: what was said on every connection, secrets left out, one search after
/// the other. Only its owner may read it.
class TranscriptLog
{
public:
    /// @p path may be empty: then nothing is written.
    explicit TranscriptLog(const QString &path) : m_file(path) { }

    /// Empties the file. What is wrong in words, or empty.
    [[nodiscard]] QString open();
    /// Appends what @p detection heard and said.
    void append(const Detection &detection);
    /// Whether all of it has reached the file.
    [[nodiscard]] bool isComplete() const { return !m_isLost; }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    QFile m_file;
    bool m_isLost = false;
};

} // namespace postern
