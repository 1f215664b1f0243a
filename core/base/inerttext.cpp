// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/inerttext.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Letters by their category, and yet nothing to be seen: the Hangul fillers.
bool isInvisibleLetter(char32_t c)
{
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
}

bool mustEscape(char32_t c)
{
    if (isInvisibleLetter(c))
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional overrides, zero width, soft hyphen
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Mark_Enclosing:
    case QChar::Mark_NonSpacing: // a heap of combining marks covers the lines around it
        return true;
    default:
        return false;
    }
}

QString escaped(char32_t c)
{
    if (c < 0x100)
        return u"\\x%1"_s.arg(static_cast<uint>(c), 2, 16, QLatin1Char('0'));
    return u"\\u%1"_s.arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
}

bool isVisibleAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return c.unicode() >= 0x20 && c.unicode() <= 0x7e; });
}

QString cutInTheMiddle(const QString &text, int maxCharacters)
{
    if (text.size() <= maxCharacters)
        return text;
    const auto kept = qMax(2, maxCharacters - 1);
    QString head = text.first(kept / 2);
    QString tail = text.last(kept - kept / 2);
    if (head.back().isHighSurrogate()) // no half of a character is shown
        head.chop(1);
    if (tail.front().isLowSurrogate())
        tail.remove(0, 1);
    return head + u'…' + tail;
}

} // namespace

QString inertText(const QString &text, int maxCharacters)
{
    if (text.size() <= maxCharacters && isVisibleAscii(text)) // most of what is ever said
        return text;
    // What cannot be seen anyway is not worth escaping: bound the work before doing it.
    const QString bounded
        = cutInTheMiddle(text, qMax(maxCharacters, 2) * 2).normalized(QString::NormalizationForm_C);
    QString shown;
    shown.reserve(bounded.size());
    for (const char32_t c : bounded.toUcs4()) {
        if (mustEscape(c))
            shown += escaped(c);
        else
            shown += QChar::fromUcs4(c);
    }
    return cutInTheMiddle(shown, maxCharacters);
}

QString inertText(const QByteArray &bytes, int maxCharacters)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    if (!decode.hasError())
        return inertText(text, maxCharacters);
    QString visible;
    const QByteArray beginning = bytes.first(qMin<qsizetype>(bytes.size(), maxCharacters));
    for (const char byte : beginning) {
        const auto c = static_cast<uchar>(byte);
        visible += c < 0x80 ? QString(QLatin1Char(byte)) : escaped(c);
    }
    return inertText(visible, maxCharacters);
}

bool isPlainText(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return text.isValidUtf16() && std::all_of(characters.begin(), characters.end(), [](char32_t c) {
        const bool isMark
            = QChar::category(c) == QChar::Mark_NonSpacing; // of letters, in many scripts
        return c == U' '
            || (!QChar::isSpace(c) && c != QChar::ReplacementCharacter
                && (isMark || !mustEscape(c)));
    });
}

} // namespace postern
