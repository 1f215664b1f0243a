// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/attempt.h"
#include "document/certificatejson.h"

#include <QHash>
#include <QJsonObject>

namespace postern {

/// Certificates that were written already, by their SHA-256: the attempts of one search show the
/// same few again and again.
using WrittenCertificates = QHash<QByteArray, QJsonObject>;

/// How much of the attempts a document holds: the lines of a batch leave out what was said.
enum class DocumentDetail { WithTranscripts, WithoutTranscripts };

/// The contract's "attempt", with its handshake, certificates and diagnoses.
[[nodiscard]] QJsonObject attemptToJson(
    const Attempt &attempt, WrittenCertificates &certificates, DocumentDetail detail);

[[nodiscard]] Attempt attemptFrom(const JsonValue &value, ReadCertificates &certificates);

} // namespace postern
