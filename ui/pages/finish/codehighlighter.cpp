// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/finish/codehighlighter.h"

#include "theme.h"

#include <QRegularExpression>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QTextCharFormat colored(ColorRole role, bool isItalic = false)
{
    QTextCharFormat format;
    format.setForeground(Theme::color(role));
    format.setFontItalic(isItalic);
    return format;
}

/// Longer lines are not looked through.
constexpr qsizetype maxLineLength = 2000;

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) { }

void CodeHighlighter::setFileName(const QString &name)
{
    const QString ending = name.section(u'.', -1);
    static const QStringList slashes{u"cs"_s, u"go"_s, u"java"_s, u"mjs"_s, u"php"_s};
    static const QStringList markup{
        u"xml"_s, u"k9s"_s, u"mobileconfig"_s, u"html"_s, u"md"_s, u"txt"_s};
    m_isMarkup = markup.contains(ending);
    if (slashes.contains(ending))
        m_comment = u"//"_s;
    else if (ending == "zone"_L1)
        m_comment = u";"_s;
    else if (ending == "vb"_L1)
        m_comment = u"'"_s;
    else
        m_comment = m_isMarkup || ending == "json"_L1 ? QString() : u"#"_s;
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > maxLineLength)
        return;
    static const QRegularExpression number(u"\\b[0-9]+\\b"_s);
    static const QRegularExpression quoted(u"\"(?:[^\"\\\\]|\\\\.)*\""_s);
    static const QRegularExpression firstWord(u"^\\s*[A-Za-z_][\\w.-]*"_s);
    static const QRegularExpression tag(u"</?[A-Za-z][\\w:.-]*|/?>"_s);
    if (!m_comment.isEmpty() && text.trimmed().startsWith(m_comment)) {
        setFormat(0, int(text.size()), colored(ColorRole::Muted, true));
        return;
    }
    mark(text, m_isMarkup ? tag : firstWord, colored(ColorRole::Accent));
    mark(text, number, colored(ColorRole::Caution));
    mark(text, quoted, colored(ColorRole::Good));
}

void CodeHighlighter::mark(
    const QString &text, const QRegularExpression &pattern, const QTextCharFormat &format)
{
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), format);
    }
}

} // namespace postern
