// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/explanationdocument.h"

#include "base/inerttext.h"
#include "diagnosis/advice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace postern {

using namespace Qt::StringLiterals;

QByteArray writeExplanationDocument(const QString &text, const QList<ErrorMeaning> &meanings)
{
    QJsonArray explanations;
    for (const ErrorMeaning &meaning : meanings) {
        const AdviceText words = Advice::textFor(exampleOf(meaning.problem, text));
        explanations.append(QJsonObject{
            {"code"_L1, toString(meaning.problem)},
            {"recognised"_L1, meaning.words},
            {"program"_L1, meaning.program},
            {"title"_L1, words.title},
            {"cause"_L1, words.cause},
            {"remedy"_L1, words.remedy},
        });
    }
    const QJsonObject document{
        {"schema"_L1, u"postern.explanation/1"_s},
        {"text"_L1, inertText(text, 1000)},
        {"explanations"_L1, explanations},
    };
    return QJsonDocument(document).toJson();
}

} // namespace postern
