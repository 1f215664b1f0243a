// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reportcontent.h"
#include "export/report/wordpieces.h"
#include "export/targets.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextOption>
#include <QTextTable>
#include <QUrl>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int resolution = 150; // dots per inch
constexpr double screenDots = 96; // per inch, in which sizes of pictures are given
constexpr double marginMm = 16;
constexpr double basePoints = 9;
const QColor lineColor(0xd5, 0xda, 0xe2);
const QColor headColor(0xf3, 0xf5, 0xf8);

QTextCharFormat textFormat(double points, QFont::Weight weight = QFont::Normal)
{
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(weight);
    return format;
}

/// Writes the blocks one after the other; texts are inserted as texts, never as markup.
class PdfBody
{
public:
    /// Nothing is laid out before all is there, else each cell would lay out its table again.
    explicit PdfBody(QTextDocument &document) : m_document(document), m_cursor(&document)
    {
        m_cursor.beginEditBlock();
    }
    ~PdfBody() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(PdfBody)

    void write(const ReportBlock &block)
    {
        switch (block.kind) {
        case ReportBlock::Kind::Heading:
            return heading(block);
        case ReportBlock::Kind::Text:
            return paragraph(block.text, textFormat(basePoints), 4);
        case ReportBlock::Kind::List:
            for (const QStringList &row : block.rows)
                paragraph(u"• "_s + row.value(0), textFormat(basePoints), 2);
            return;
        case ReportBlock::Kind::Facts:
            return table({}, block.rows);
        case ReportBlock::Kind::Table:
            return table(block.header, block.rows);
        case ReportBlock::Kind::Verbatim:
            return verbatim(block.text);
        case ReportBlock::Kind::Picture:
            m_needsNewPage = true; // heading and picture stay together
            heading({ReportBlock::Kind::Heading, block.header.value(0), 2});
            return picture(block.svg);
        }
    }

private:
    void paragraph(const QString &text, const QTextCharFormat &format, double gap)
    {
        QTextBlockFormat block;
        block.setTopMargin(gap * resolution / 72);
        begin(block);
        m_cursor.insertText(text, format);
    }

    void heading(const ReportBlock &block)
    {
        const double points = block.level == 1 ? 18 : block.level == 2 ? 13 : 10.5;
        paragraph(block.text, textFormat(points, QFont::DemiBold), block.level == 1 ? 0 : 14);
    }

    void verbatim(const QString &text)
    {
        QTextBlockFormat block;
        block.setBackground(headColor);
        block.setTopMargin(4.0 * resolution / 72);
        begin(block);
        QTextCharFormat format = textFormat(basePoints - 2);
        format.setFontFamilies(
            {QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), u"monospace"_s});
        // A line separator stays within the block.
        m_cursor.insertText(QString(text).replace(u'\n', QChar::LineSeparator), format);
    }

    void table(const QStringList &header, const QList<QStringList> &rows)
    {
        if (rows.isEmpty())
            return;
        QTextTableFormat format;
        format.setBorderBrush(lineColor);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorder(0.5);
        format.setBorderCollapse(true);
        format.setCellPadding(1.8 * resolution / 72);
        format.setTopMargin(3.0 * resolution / 72);
        format.setBottomMargin(8.0 * resolution / 72);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setHeaderRowCount(header.isEmpty() ? 0 : 1);
        if (header.isEmpty())
            format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 26),
                QTextLength(QTextLength::PercentageLength, 74)});
        const int columns = header.isEmpty() ? 2 : int(header.size());
        const QList<QStringList> all = header.isEmpty() ? rows : QList<QStringList>{header} + rows;
        begin({});
        QTextTable *cells = m_cursor.insertTable(int(all.size()), columns, format);
        for (int row = 0; row < all.size(); ++row) {
            for (int column = 0; column < columns; ++column)
                fill(cells->cellAt(row, column), all.at(row).value(column),
                    row == 0 && !header.isEmpty());
        }
        m_cursor.movePosition(QTextCursor::End);
        m_isFirst = true; // a table leaves an empty block behind itself
    }

    static void fill(QTextTableCell cell, const QString &text, bool isHead)
    {
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        if (isHead)
            format.setBackground(headColor);
        cell.setFormat(format);
        cell.firstCursorPosition().insertText(
            wordPieces(text).join(QChar(0x200b)), // may end a line
            textFormat(basePoints - 1, isHead ? QFont::DemiBold : QFont::Normal));
    }

    void picture(const QByteArray &svg)
    {
        QSvgRenderer renderer(svg);
        const double width = m_document.pageSize().width();
        const QSize size = renderer.defaultSize().scaled(
            int(width), int(m_document.pageSize().height() * 0.8), Qt::KeepAspectRatio);
        if (!renderer.isValid() || size.isEmpty())
            return;
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        const QString name = u"timeline"_s;
        m_document.addResource(QTextDocument::ImageResource, QUrl(name), image);
        QTextImageFormat format;
        format.setName(name);
        format.setWidth(size.width() * screenDots / resolution); // scaled up again by the layout
        format.setHeight(size.height() * screenDots / resolution);
        begin({});
        m_cursor.insertImage(format);
    }

    void begin(QTextBlockFormat format)
    {
        if (m_needsNewPage)
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        m_needsNewPage = false;
        if (m_isFirst)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_isFirst = false;
    }

    QTextDocument &m_document;
    QTextCursor m_cursor;
    bool m_isFirst = true;
    bool m_needsNewPage = false;
};

/// Page by page, each with its number.
void paintPages(QTextDocument &document, QPdfWriter &writer)
{
    QPainter painter(&writer);
    const QSizeF page = document.pageSize();
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0)
            writer.newPage();
        const QRectF area(0, number * page.height(), page.width(), page.height());
        painter.save();
        painter.setTransform(QTransform::fromTranslate(0, -area.top()));
        document.drawContents(&painter, area);
        painter.restore();
        painter.setPen(QColor(0x55, 0x60, 0x70));
        painter.drawText(QRectF(0, page.height() + 6, page.width(), 40), Qt::AlignRight,
            u"%1 / %2"_s.arg(number + 1).arg(document.pageCount()));
    }
}

ExportResult writePdfReport(const ExportInput &input)
{
    const ReportBlocks blocks = reportBlocks(input, ReportPictures::Drawn);
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(
        QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
    writer.setTitle(blocks.constFirst().text);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    const int footer = resolution / 4;
    document.setPageSize(QSizeF(writer.width(), writer.height() - footer));
    QFont font(u"DejaVu Sans"_s);
    font.setPointSizeF(basePoints);
    document.setDefaultFont(font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WordWrap); // a column is never narrower than its words
    document.setDefaultTextOption(wrapping);
    {
        PdfBody body(document);
        for (const ReportBlock &block : blocks)
            body.write(block);
    }
    paintPages(document, writer);
    buffer.close();
    return reportFiles(input, {reportName(input) + u".pdf"_s, content});
}

} // namespace

const ExportTarget pdfReportTarget{"report-pdf"_L1, ExportTarget::Group::Administrators,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report as PDF"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Send it to whoever runs the servers. It says what works, what fails and why, how to "
        "see it again and what to change."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "The certificates’ PEM is left out, and the end of what is very long."),
    writePdfReport, true};

} // namespace postern
