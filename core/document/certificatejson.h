// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include "document/jsonvalue.h"

#include <QHash>
#include <QJsonObject>

namespace postern {

/// The contract's "certificate".
[[nodiscard]] QJsonObject certificateToJson(const Certificate &certificate);

/// Those that were read already, by their PEM: a document shows the same few again and again.
using ReadCertificates = QHash<QByteArray, Certificate>;

/// Null where the value is absent. Where the certificate itself is missing, or is not the one that
/// the fingerprint beside it names, only what is said of it is known.
[[nodiscard]] Certificate certificateFrom(const JsonValue &value, ReadCertificates &known);

} // namespace postern
