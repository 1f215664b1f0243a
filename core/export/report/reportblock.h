// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace postern {

/// A part of a report. Texts are plain; whoever writes them escapes them.
struct ReportBlock
{
    enum class Kind {
        Heading, ///< text, level 1 to 3
        Text, ///< text: a paragraph
        List, ///< rows of one text each
        Facts, ///< rows of a label and a value
        Table, ///< header, and rows as long
        Verbatim, ///< text: lines as they are
        Picture, ///< svg under the heading header, and text for who does not see it
    };

    Kind kind = Kind::Text;
    QString text;
    int level = 0;
    QStringList header = {};
    QList<QStringList> rows = {};
    QByteArray svg = {};

    friend bool operator==(const ReportBlock &, const ReportBlock &) = default;
};

using ReportBlocks = QList<ReportBlock>;

} // namespace postern
