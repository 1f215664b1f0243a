// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translationfile.h"

#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

bool isGone(const TranslatedMessage &message)
{
    return message.type == "vanished"_L1 || message.type == "obsolete"_L1;
}

void readTranslation(QXmlStreamReader &xml, TranslatedMessage &message)
{
    message.type = xml.attributes().value("type"_L1).toString();
    QString text;
    while (!xml.atEnd()
        && !(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)) {
        if (xml.isStartElement() && xml.name() == "numerusform"_L1)
            message.translations << xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (message.translations.isEmpty())
        message.translations << text;
}

TranslatedMessage readMessage(QXmlStreamReader &xml, const QString &context)
{
    TranslatedMessage message;
    message.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1)
            message.source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            message.comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

/// The names of the messages that the sources still have.
QSet<QString> namesOf(const QList<TranslatedMessage> &messages)
{
    QSet<QString> names;
    for (const TranslatedMessage &message : messages) {
        if (!isGone(message))
            names << message.name();
    }
    return names;
}

QStringList difference(const QSet<QString> &all, const QSet<QString> &known, const QString &what)
{
    QStringList faults;
    for (const QString &name : all) {
        if (!known.contains(name))
            faults << what + name;
    }
    std::sort(faults.begin(), faults.end());
    return faults;
}

} // namespace

QString TranslatedMessage::name() const
{
    const QString text = u"%1: “%2”"_s.arg(context, source);
    return comment.isEmpty() ? text : u"%1 (%2)"_s.arg(text, comment);
}

QList<TranslatedMessage> readTranslations(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QList<TranslatedMessage> messages;
    QString context;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "name"_L1)
            context = reader.readElementText();
        else if (reader.name() == "message"_L1)
            messages << readMessage(reader, context);
    }
    return reader.hasError() ? QList<TranslatedMessage>() : messages;
}

QStringList unfinishedFaults(const QList<TranslatedMessage> &messages)
{
    QStringList faults;
    for (const TranslatedMessage &message : messages) {
        if (isGone(message))
            faults << u"no longer in the sources: "_s + message.name();
        else if (message.type == "unfinished"_L1)
            faults << u"unfinished: "_s + message.name();
        else if (message.translations.isEmpty() || message.translations.contains(QString()))
            faults << u"empty: "_s + message.name();
    }
    return faults;
}

QStringList staleFaults(
    const QList<TranslatedMessage> &before, const QList<TranslatedMessage> &after)
{
    const QSet<QString> known = namesOf(before);
    const QSet<QString> current = namesOf(after);
    return difference(current, known, u"new in the sources: "_s)
        + difference(known, current, u"gone from the sources: "_s);
}

} // namespace postern
