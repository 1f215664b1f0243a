// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSslCertificate>

namespace postern {

/// A certificate of the contract's documents, with what its extensions say; every text is inert.
[[nodiscard]] QJsonObject certificateToJson(const QSslCertificate &certificate);

} // namespace postern
