// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace postern {

/// Colours for what configurations and programs have in common: comments, texts in quotes, tags,
/// numbers, and the first word of a line. Colour only helps the eye; nothing depends on it.
class CodeHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit CodeHighlighter(QTextDocument *document);

    /// How a comment begins, from the file's name: `#`, `//`, `;`, `'` or none.
    void setFileName(const QString &name);

protected:
    void highlightBlock(const QString &text) override;

private:
    void mark(
        const QString &text, const QRegularExpression &pattern, const QTextCharFormat &format);

    QString m_comment;
    bool m_isMarkup = false;
};

} // namespace postern
