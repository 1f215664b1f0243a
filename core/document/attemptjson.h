// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "probe/probereport.h"

#include <QHash>
#include <QJsonObject>

namespace postern {

/// Certificates that were written already, by their SHA-256: the attempts of one search show the
/// same few again and again, and to take one apart costs more than a whole attempt.
using WrittenCertificates = QHash<QByteArray, QJsonObject>;

/// How much of the attempts a document holds: the lines of a batch leave out what was said.
enum class DocumentDetail { WithTranscripts, WithoutTranscripts };

/// The contract's "attempt", with its handshake, certificates and diagnoses.
[[nodiscard]] QJsonObject attemptToJson(
    const ProbeReport &report, WrittenCertificates &certificates, DocumentDetail detail);

/// The contract's "diagnosis", in words.
[[nodiscard]] QJsonObject diagnosisToJson(const Diagnosis &diagnosis);

} // namespace postern
