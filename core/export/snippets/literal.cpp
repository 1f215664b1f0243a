// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/snippets/literal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace postern {

using namespace Qt::StringLiterals;

QString jsonLiteral(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1).chopped(1));
}

QString phpLiteral(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + escaped + u'\'';
}

QString visualBasicLiteral(const QString &text)
{
    QString literal(u'"');
    for (const QChar c : text) {
        if (c == u'"')
            literal += u"\"\""_s;
        else if (c.unicode() < 0x80)
            literal += c;
        else
            literal += u"\" & ChrW("_s + QString::number(c.unicode()) + u") & \""_s;
    }
    return literal + u'"';
}

} // namespace postern
