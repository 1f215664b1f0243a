// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonstrings.h"
#include "document/detectiondocument.h"
#include "export/redaction.h"
#include "export/targets.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

ExportResult writeJson(const ExportInput &input)
{
    const Detection &shown = input.options.isRedacted ? redacted(input.detection) : input.detection;
    return QList<ExportedFile>{
        {safeFileName(u"postern-"_s + shown.settings.identity.domain() + u".json"_s),
            asciiJson(
                QJsonDocument(detectionToJson(shown, DocumentDetail::WithTranscripts)).toJson())}};
}

} // namespace

const ExportTarget jsonTarget{"json"_L1, ExportTarget::Group::Administrators,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Everything that was found (JSON)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Hand it to an administrator, or keep it for “postern-cli export”. It has "
        "everything that was seen, and no password."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Nothing is left out."), writeJson, true};

} // namespace postern
