// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/reportcontent.h"
#include "export/report/wordpieces.h"
#include "export/targets.h"

#include <QXmlStreamWriter>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

const auto styleSheet = R"(
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, sans-serif; color: #1d2430; max-width: 62em; margin: 2em auto;
       padding: 0 1.5em; }
h1 { font-size: 1.7em; margin-bottom: .2em; }
h2 { font-size: 1.25em; margin-top: 2em; border-bottom: 1px solid #d5dae2; padding-bottom: .2em; }
h3 { font-size: 1.05em; margin-top: 1.6em; }
table { border-collapse: collapse; margin: .6em 0 1.2em; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3em .6em; border-bottom: 1px solid #e4e8ee;
         overflow-wrap: break-word; }
th { background: #f3f5f8; font-weight: 600; white-space: nowrap; }
div.wide { overflow-x: auto; }
table.facts th { width: 14em; background: none; font-weight: 500; color: #556070; }
pre { background: #f6f7f9; border: 1px solid #e4e8ee; border-radius: 4px; padding: .8em;
      white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; }
img { max-width: 100%; }
)"_L1;

void writeCell(QXmlStreamWriter &html, const QString &element, const QString &text)
{
    html.writeStartElement(element);
    const QStringList pieces = wordPieces(text);
    for (const QString &piece : pieces) {
        if (&piece != &pieces.constFirst())
            html.writeEmptyElement(u"wbr"_s);
        html.writeCharacters(piece);
    }
    html.writeEndElement();
}

void writeCells(QXmlStreamWriter &html, const QStringList &cells, const QString &element)
{
    html.writeStartElement(u"tr"_s);
    for (const QString &cell : cells)
        writeCell(html, element, cell);
    html.writeEndElement();
}

void writeFacts(QXmlStreamWriter &html, const QList<QStringList> &rows)
{
    html.writeStartElement(u"table"_s);
    html.writeAttribute(u"class"_s, u"facts"_s);
    for (const QStringList &row : rows) {
        html.writeStartElement(u"tr"_s);
        html.writeTextElement(u"th"_s, row.value(0));
        writeCell(html, u"td"_s, row.value(1));
        html.writeEndElement();
    }
    html.writeEndElement();
}

/// On a narrow screen it is moved, not the page.
void writeTable(QXmlStreamWriter &html, const ReportBlock &block)
{
    html.writeStartElement(u"div"_s);
    html.writeAttribute(u"class"_s, u"wide"_s);
    html.writeStartElement(u"table"_s);
    writeCells(html, block.header, u"th"_s);
    for (const QStringList &row : block.rows)
        writeCells(html, row, u"td"_s);
    html.writeEndElement();
    html.writeEndElement();
}

void writeList(QXmlStreamWriter &html, const QList<QStringList> &rows)
{
    html.writeStartElement(u"ul"_s);
    for (const QStringList &row : rows)
        html.writeTextElement(u"li"_s, row.value(0));
    html.writeEndElement();
}

void writePicture(QXmlStreamWriter &html, const ReportBlock &block)
{
    html.writeTextElement(u"h2"_s, block.header.value(0));
    html.writeStartElement(u"img"_s);
    html.writeAttribute(u"alt"_s, block.text);
    html.writeAttribute(
        u"src"_s, u"data:image/svg+xml;base64,"_s + QString::fromLatin1(block.svg.toBase64()));
    html.writeEndElement();
}

void writeHtmlBlock(QXmlStreamWriter &html, const ReportBlock &block)
{
    switch (block.kind) {
    case ReportBlock::Kind::Heading:
        return html.writeTextElement(u'h' + QString::number(block.level), block.text);
    case ReportBlock::Kind::Text:
        return html.writeTextElement(u"p"_s, block.text);
    case ReportBlock::Kind::List:
        return writeList(html, block.rows);
    case ReportBlock::Kind::Facts:
        return writeFacts(html, block.rows);
    case ReportBlock::Kind::Table:
        return writeTable(html, block);
    case ReportBlock::Kind::Verbatim:
        return html.writeTextElement(u"pre"_s, block.text);
    case ReportBlock::Kind::Picture:
        return writePicture(html, block);
    }
}

void writeHead(QXmlStreamWriter &html, const QString &title)
{
    html.writeStartElement(u"head"_s);
    html.writeStartElement(u"meta"_s);
    html.writeAttribute(u"charset"_s, u"utf-8"_s);
    html.writeEndElement();
    html.writeStartElement(u"meta"_s);
    html.writeAttribute(u"name"_s, u"viewport"_s);
    html.writeAttribute(u"content"_s, u"width=device-width"_s);
    html.writeEndElement();
    // Nothing is loaded and nothing runs, whatever a server said.
    html.writeStartElement(u"meta"_s);
    html.writeAttribute(u"http-equiv"_s, u"Content-Security-Policy"_s);
    html.writeAttribute(
        u"content"_s, u"default-src 'none'; img-src data:; style-src 'unsafe-inline'"_s);
    html.writeEndElement();
    html.writeTextElement(u"title"_s, title);
    html.writeTextElement(u"style"_s, styleSheet);
    html.writeEndElement();
}

ExportResult writeHtmlReport(const ExportInput &input)
{
    const ReportBlocks blocks = reportBlocks(input, ReportPictures::Drawn);
    QByteArray content;
    QXmlStreamWriter html(&content);
    html.writeDTD(u"<!DOCTYPE html>"_s);
    html.writeStartElement(u"html"_s);
    writeHead(html, blocks.constFirst().text);
    html.writeStartElement(u"body"_s);
    for (const ReportBlock &block : blocks)
        writeHtmlBlock(html, block);
    html.writeEndElement();
    html.writeEndElement();
    html.writeEndDocument();
    return reportFiles(input, {reportName(input) + u".html"_s, content + '\n'});
}

} // namespace

const ExportTarget htmlReportTarget{"report-html"_L1, ExportTarget::Group::Administrators,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report as a page (HTML)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Send it to whoever runs the servers. It says what works, what fails and why, how to "
        "see it again and what to change."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "The certificates’ PEM is left out, and the end of what is very long."),
    writeHtmlReport, true};

} // namespace postern
