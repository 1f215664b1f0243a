// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reportcontent.h"
#include "export/targets.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Any ASCII punctuation may stand behind a backslash (CommonMark, 2.4); with it, nothing becomes
/// markup, a link or the end of a cell.
QString escaped(const QString &text)
{
    constexpr char16_t firstBeyondAscii = 0x80;
    QString safe;
    safe.reserve(text.size() + text.size() / 4);
    for (const QChar c : text) {
        if (c.unicode() < firstBeyondAscii && (c.isPunct() || c.isSymbol()))
            safe += u'\\';
        safe += c == u'\n' ? QChar(u' ') : c;
        if (c == u'@') // forges notify whoever is named behind one, escaped or not
            safe += QChar(0x200b);
    }
    return safe;
}

/// A fence that no line of the text can close.
QString fenced(const QString &text)
{
    QString fence(u"```"_s);
    while (text.contains(fence))
        fence += u'`';
    return fence + u"text\n"_s + text + u'\n' + fence + u"\n\n"_s;
}

QString rowOf(const QStringList &cells)
{
    QString line(u'|');
    for (const QString &cell : cells)
        line += u' ' + escaped(cell) + u" |"_s;
    return line + u'\n';
}

QString tableOf(const QStringList &header, const QList<QStringList> &rows)
{
    QString text = rowOf(header) + u'|' + QString(u" --- |"_s).repeated(header.size()) + u'\n';
    for (const QStringList &row : rows)
        text += rowOf(row);
    return text + u'\n';
}

QString markdownOf(const ReportBlock &block)
{
    switch (block.kind) {
    case ReportBlock::Kind::Heading:
        return QString(block.level, u'#') + u' ' + escaped(block.text) + u"\n\n"_s;
    case ReportBlock::Kind::Text:
        return escaped(block.text) + u"\n\n"_s;
    case ReportBlock::Kind::List: {
        QString text;
        for (const QStringList &row : block.rows)
            text += u"- "_s + escaped(row.value(0)) + u'\n';
        return text + u'\n';
    }
    case ReportBlock::Kind::Facts:
        return tableOf({QString(), QString()}, block.rows);
    case ReportBlock::Kind::Table:
        return tableOf(block.header, block.rows);
    case ReportBlock::Kind::Verbatim:
        return fenced(block.text);
    case ReportBlock::Kind::Picture:
        break; // a ticket has no room for it; the table of attempts has the times
    }
    return {};
}

ExportResult writeMarkdownReport(const ExportInput &input)
{
    QString text;
    for (const ReportBlock &block : reportBlocks(input, ReportPictures::None))
        text += markdownOf(block);
    return reportFiles(input, {reportName(input) + u".md"_s, text.toUtf8()});
}

} // namespace

const ExportTarget markdownReportTarget{"report-markdown"_L1, ExportTarget::Group::Administrators,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report for a ticket (Markdown)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Send it to whoever runs the servers. It says what works, what fails and why, how to "
        "see it again and what to change."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "No picture of the times."), writeMarkdownReport,
    true};

} // namespace postern
