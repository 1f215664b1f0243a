// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace postern {

// The names by which documents say what they are; resources/schema has the schemas.
constexpr QLatin1StringView detectionSchema("postern.detection/1");
constexpr QLatin1StringView inspectionSchema("postern.inspection/1");

} // namespace postern
