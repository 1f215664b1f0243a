// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace postern
