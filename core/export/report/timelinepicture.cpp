// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/timelinepicture.h"

#include "base/inerttext.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr double width = 900;
constexpr double nameWidth = 330;
constexpr double rowHeight = 20;
constexpr double barHeight = 12;
constexpr double axisHeight = 26;
constexpr qsizetype maxRows = 40;
constexpr int maxNameLength = 52;
constexpr qsizetype maxStages = 12;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

constexpr Stage allStages[] = {Stage::Resolve, Stage::Connect, Stage::Greeting, Stage::StartTls,
    Stage::Handshake, Stage::Capabilities};

QString colorOf(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return u"#8a7fb8"_s;
    case Stage::Connect:
        return u"#4b8fc9"_s;
    case Stage::Greeting:
        return u"#58a88b"_s;
    case Stage::StartTls:
        return u"#c9a13b"_s;
    case Stage::Handshake:
        return u"#c7743f"_s;
    case Stage::Capabilities:
        break;
    }
    return u"#7d9a4a"_s;
}

QList<ProbeReport> reportsWithStages(const QList<Attempt> &attempts)
{
    QList<ProbeReport> shown;
    for (const Attempt &attempt : attempts) {
        if (shown.size() < maxRows && attempt.report.outcome != ProbeReport::Outcome::Skipped
            && !attempt.report.stages.isEmpty())
            shown.append(attempt.report);
    }
    return shown;
}

double lastMoment(const QList<ProbeReport> &reports)
{
    double last = 1;
    for (const ProbeReport &report : reports) {
        for (const StageTiming &stage : report.stages)
            last = std::max(last, stage.endMs);
    }
    return last;
}

void writeText(QXmlStreamWriter &svg, double x, double y, const QString &text,
    const QString &anchor = u"start"_s)
{
    svg.writeStartElement(u"text"_s);
    svg.writeAttribute(u"x"_s, number(x));
    svg.writeAttribute(u"y"_s, number(y));
    svg.writeAttribute(u"text-anchor"_s, anchor);
    svg.writeCharacters(text);
    svg.writeEndElement();
}

void writeBar(QXmlStreamWriter &svg, double x, double y, double length, Stage stage)
{
    svg.writeStartElement(u"rect"_s);
    svg.writeAttribute(u"x"_s, number(x));
    svg.writeAttribute(u"y"_s, number(y));
    svg.writeAttribute(u"width"_s, number(std::max(length, 1.0)));
    svg.writeAttribute(u"height"_s, number(barHeight));
    svg.writeAttribute(u"fill"_s, colorOf(stage));
    svg.writeTextElement(u"title"_s, toString(stage));
    svg.writeEndElement();
}

void writeRow(QXmlStreamWriter &svg, const ProbeReport &report, double top, double msPerWidth)
{
    const Endpoint &endpoint = report.candidate.endpoint;
    const QString name = toString(endpoint.protocol).toUpper() + u' ' + endpoint.host + u':'
        + QString::number(endpoint.port) + u' ' + toString(endpoint.security);
    writeText(svg, 0, top + barHeight, inertText(name, maxNameLength));
    for (const StageTiming &stage : report.stages.first(qMin(report.stages.size(), maxStages)))
        writeBar(svg, nameWidth + stage.startMs / msPerWidth, top + 2,
            (stage.endMs - stage.startMs) / msPerWidth, stage.stage);
}

/// Colours and their stages, and where the scale ends.
void writeLegend(QXmlStreamWriter &svg, double top, double lastMs)
{
    double x = 0;
    for (const Stage stage : allStages) {
        writeBar(svg, x, top, 10, stage);
        writeText(svg, x + 14, top + barHeight - 1, toString(stage));
        x += 96;
    }
    writeText(svg, width, top + barHeight - 1, u"0 – "_s + number(lastMs) + u" ms"_s, u"end"_s);
}

} // namespace

QByteArray timelinePicture(const QList<Attempt> &attempts)
{
    const QList<ProbeReport> shown = reportsWithStages(attempts);
    if (shown.isEmpty())
        return {};
    const double last = lastMoment(shown);
    const double height = double(shown.size()) * rowHeight + axisHeight;
    QByteArray picture;
    QXmlStreamWriter svg(&picture);
    svg.writeStartDocument();
    svg.writeStartElement(u"svg"_s);
    svg.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    svg.writeAttribute(u"width"_s, number(width));
    svg.writeAttribute(u"height"_s, number(height));
    svg.writeAttribute(u"viewBox"_s, u"0 0 "_s + number(width) + u' ' + number(height));
    svg.writeAttribute(u"font-family"_s, u"sans-serif"_s);
    svg.writeAttribute(u"font-size"_s, u"11"_s);
    for (qsizetype row = 0; row < shown.size(); ++row)
        writeRow(svg, shown.at(row), double(row) * rowHeight, last / (width - nameWidth));
    writeLegend(svg, double(shown.size()) * rowHeight + 8, last);
    svg.writeEndElement();
    svg.writeEndDocument();
    return picture;
}

} // namespace postern
