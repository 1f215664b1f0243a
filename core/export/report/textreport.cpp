// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reportcontent.h"
#include "export/targets.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString underlined(const QString &text, int level)
{
    return text + u'\n' + QString(text.size(), level == 1 ? u'=' : u'-') + u"\n\n"_s;
}

QString factLines(const QList<QStringList> &rows)
{
    qsizetype width = 0;
    for (const QStringList &row : rows)
        width = std::max(width, row.value(0).size());
    QString text;
    for (const QStringList &row : rows)
        text += u"  "_s + (row.value(0) + u':').leftJustified(width + 2) + row.value(1) + u'\n';
    return text + u'\n';
}

/// Wide tables do not fit a letter, so each row is a small list of its own.
QString tableLines(const ReportBlock &block)
{
    QString text;
    for (const QStringList &row : block.rows) {
        QList<QStringList> facts;
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (!row.at(column).isEmpty())
                facts.append({block.header.value(column), row.at(column)});
        }
        text += factLines(facts);
    }
    return text;
}

QString textOf(const ReportBlock &block)
{
    switch (block.kind) {
    case ReportBlock::Kind::Heading:
        return underlined(block.text, block.level);
    case ReportBlock::Kind::Text:
        return block.text + u"\n\n"_s;
    case ReportBlock::Kind::List: {
        QString text;
        for (const QStringList &row : block.rows)
            text += u"  * "_s + row.value(0) + u'\n';
        return text + u'\n';
    }
    case ReportBlock::Kind::Facts:
        return factLines(block.rows);
    case ReportBlock::Kind::Table:
        return tableLines(block);
    case ReportBlock::Kind::Verbatim:
        return u"    "_s + QString(block.text).replace(u'\n', u"\n    "_s) + u"\n\n"_s;
    case ReportBlock::Kind::Picture:
        break; // the table of attempts has the times
    }
    return {};
}

ExportResult writeTextReport(const ExportInput &input)
{
    QString text;
    for (const ReportBlock &block : reportBlocks(input, ReportPictures::None))
        text += textOf(block);
    return reportFiles(input, {reportName(input) + u".txt"_s, text.toUtf8()});
}

} // namespace

const ExportTarget textReportTarget{"report-text"_L1, ExportTarget::Group::Administrators,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report as text"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Send it to whoever runs the servers. It says what works, what fails and why, how to "
        "see it again and what to change."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "No picture of the times."), writeTextReport, true};

} // namespace postern
