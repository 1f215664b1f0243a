// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include <QJsonObject>

namespace postern {

/// A certificate of the contract's documents, with what its extensions say; every text is inert.
[[nodiscard]] QJsonObject certificateToJson(const Certificate &certificate);

} // namespace postern
