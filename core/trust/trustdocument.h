// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "trust/trustexception.h"

namespace postern {

enum class TrustDocumentError { Malformed, NewerVersion };

/// The JSON form of the exceptions, `postern.trust/1`.
[[nodiscard]] QByteArray writeTrustDocument(const QList<TrustException> &exceptions);

/// Reads it whole or not at all: one invalid entry makes the document Malformed, so that a
/// damaged file never trusts in part.
[[nodiscard]] Result<QList<TrustException>, TrustDocumentError> readTrustDocument(
    const QByteArray &json);

} // namespace postern
