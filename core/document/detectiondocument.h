// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "diagnosis/detection.h"
#include "document/attemptjson.h"

#include <QByteArray>
#include <QJsonObject>

namespace postern {

/// The document `postern.detection/1` of the command line's contract, indented.
[[nodiscard]] QByteArray writeDetectionDocument(const Detection &detection);
/// The same as an object, for whoever writes it in another form.
[[nodiscard]] QJsonObject detectionToJson(const Detection &detection, DocumentDetail detail);

/// `postern.inspection/1`: the attempts at one server, the best first. @p port 0: the standard
/// ports were tried, and the best attempt's is named.
[[nodiscard]] QByteArray writeInspectionDocument(
    const Detection &detection, const QString &host, quint16 port);

enum class DocumentError {
    TooLarge,
    NotJson,
    WrongSchema,
    InvalidAccount, ///< The domain, the address or the name.
    InvalidIncoming, ///< The recommended server for incoming mail.
    InvalidOutgoing,
};

/// What is taken from a saved detection.
struct SavedDetection
{
    AccountSettings settings;
    QList<ServerSetting> alternatives; ///< Of both directions, the best of each first.
    QJsonObject document; ///< All of it, as it stands there: hostile.
};

/// Reads a saved detection. Every setting is checked as if a stranger had written it.
[[nodiscard]] Result<SavedDetection, DocumentError> readDetectionDocument(const QByteArray &json);

/// More than any detection of ours has.
constexpr qsizetype maxDocumentBytes = 16 * 1024 * 1024;

} // namespace postern
