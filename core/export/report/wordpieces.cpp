// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/wordpieces.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPiece = 24; // a column of a report has room for so many characters

bool endsPiece(QChar c)
{
    return u".:,/@_-="_s.contains(c);
}

} // namespace

QStringList wordPieces(const QString &text)
{
    QStringList pieces;
    qsizetype start = 0; // of the piece
    qsizetype wordStart = 0;
    qsizetype lastEnd = -1; // behind a sign of this piece
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isSpace()) {
            wordStart = i + 1;
            lastEnd = -1;
            continue;
        }
        const qsizetype beginning = qMax(start, wordStart);
        if (i - beginning >= longestPiece && !text.at(i).isLowSurrogate()) {
            const qsizetype end = lastEnd > beginning ? lastEnd : i;
            pieces.append(text.sliced(start, end - start));
            start = end;
            lastEnd = -1;
        }
        if (endsPiece(text.at(i)))
            lastEnd = i + 1;
    }
    pieces.append(text.sliced(start));
    return pieces;
}

} // namespace postern
