// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostport.h"
#include "base/result.h"
#include "diagnosis/detection.h"
#include "document/documenterror.h"

#include <QByteArray>

namespace postern {

/// Reads a `postern.detection/1` as if a stranger had written it: every value becomes what a search
/// would have made, or the whole is refused with the place of the first that cannot be. What is not
/// known is left out, and so are all sentences: words are made when somebody reads. Documents that
/// lack facts, as older programs wrote them, are read all the same.
[[nodiscard]] Result<Detection, DocumentError> readDetection(const QByteArray &json);

/// What somebody looked at, and what it showed.
struct Inspection
{
    HostPort server;
    Detection detection; ///< The attempts, the best first, and their times; nothing is recommended.

    friend bool operator==(const Inspection &, const Inspection &) = default;
};

/// The same for a `postern.inspection/1`.
[[nodiscard]] Result<Inspection, DocumentError> readInspection(const QByteArray &json);

} // namespace postern
