// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shellword.h"

#include <QRegularExpression>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

const QString foldMark = u" \\\n    "_s;

} // namespace

QString shellWord(QString text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9._:/@%+-]+\\z"_s);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + text.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

QString foldedShellLine(const QString &line, qsizetype width)
{
    if (line.startsWith(u'#'))
        return line;
    QString folded;
    qsizetype lineStart = 0; // in what is folded
    qsizetype lastSpace = -1;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'\'')
            isQuoted = !isQuoted;
        if (c == u' ' && !isQuoted)
            lastSpace = folded.size();
        folded += c;
        if (!isQuoted && c == u'\\' && i + 1 < line.size())
            folded += line.at(++i);
        if (folded.size() - lineStart > width - 2 && lastSpace > lineStart) {
            folded.replace(lastSpace, 1, foldMark);
            lineStart = lastSpace + 3; // behind the line end
            lastSpace = -1;
        }
    }
    return folded;
}

} // namespace postern
