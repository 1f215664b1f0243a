// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/timelinepicture.h"

#include "base/inerttext.h"

#include <QHash>
#include <QJsonObject>
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
constexpr int maxStages = 12;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString colorOf(const QString &stage)
{
    static const QHash<QString, QString> colors{{u"resolve"_s, u"#8a7fb8"_s},
        {u"connect"_s, u"#4b8fc9"_s}, {u"greeting"_s, u"#58a88b"_s}, {u"starttls"_s, u"#c9a13b"_s},
        {u"handshake"_s, u"#c7743f"_s}, {u"capabilities"_s, u"#7d9a4a"_s}};
    return colors.value(stage, u"#888888"_s);
}

QJsonArray attemptsWithStages(const QJsonArray &attempts)
{
    QJsonArray shown;
    for (const auto &attempt : attempts) {
        const QJsonObject object = attempt.toObject();
        if (shown.size() < maxRows && object.value("outcome"_L1).toString() != "skipped"_L1
            && !object.value("stages"_L1).toArray().isEmpty())
            shown.append(attempt);
    }
    return shown;
}

double lastMoment(const QJsonArray &attempts)
{
    double last = 1;
    for (const auto &attempt : attempts) {
        for (const auto &stage : attempt.toObject().value("stages"_L1).toArray())
            last = std::max(last, stage.toObject().value("endMs"_L1).toDouble());
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

void writeBar(QXmlStreamWriter &svg, double x, double y, double length, const QString &stage)
{
    svg.writeStartElement(u"rect"_s);
    svg.writeAttribute(u"x"_s, number(x));
    svg.writeAttribute(u"y"_s, number(y));
    svg.writeAttribute(u"width"_s, number(std::max(length, 1.0)));
    svg.writeAttribute(u"height"_s, number(barHeight));
    svg.writeAttribute(u"fill"_s, colorOf(stage));
    svg.writeTextElement(u"title"_s, inertText(stage, maxNameLength));
    svg.writeEndElement();
}

void writeRow(QXmlStreamWriter &svg, const QJsonObject &attempt, double top, double msPerWidth)
{
    const QString name = attempt.value("service"_L1).toString().toUpper() + u' '
        + attempt.value("host"_L1).toString() + u':'
        + QString::number(attempt.value("port"_L1).toInt()) + u' '
        + attempt.value("security"_L1).toString();
    writeText(svg, 0, top + barHeight, inertText(name, maxNameLength));
    const QJsonArray stages = attempt.value("stages"_L1).toArray();
    for (int i = 0; i < std::min(int(stages.size()), maxStages); ++i) {
        const QJsonObject stage = stages.at(i).toObject();
        const double start = stage.value("startMs"_L1).toDouble();
        const double end = stage.value("endMs"_L1).toDouble();
        writeBar(svg, nameWidth + start / msPerWidth, top + 2, (end - start) / msPerWidth,
            stage.value("name"_L1).toString());
    }
}

/// Colours and their stages, and where the scale ends.
void writeLegend(QXmlStreamWriter &svg, double top, double lastMs)
{
    double x = 0;
    for (const QString &stage : {u"resolve"_s, u"connect"_s, u"greeting"_s, u"starttls"_s,
             u"handshake"_s, u"capabilities"_s}) {
        writeBar(svg, x, top, 10, stage);
        writeText(svg, x + 14, top + barHeight - 1, stage);
        x += 96;
    }
    writeText(svg, width, top + barHeight - 1, u"0 – "_s + number(lastMs) + u" ms"_s, u"end"_s);
}

} // namespace

QByteArray timelinePicture(const QJsonArray &attempts)
{
    const QJsonArray shown = attemptsWithStages(attempts);
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
        writeRow(
            svg, shown.at(row).toObject(), double(row) * rowHeight, last / (width - nameWidth));
    writeLegend(svg, double(shown.size()) * rowHeight + 8, last);
    svg.writeEndElement();
    svg.writeEndDocument();
    return picture;
}

} // namespace postern
