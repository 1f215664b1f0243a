// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace postern {

/// A saved detection for a public ticket: `user` stands for the local part and for user names, the
/// person's name is left out, and so is every IP address, in the servers' words too. It says of itself that it is
/// redacted.
[[nodiscard]] QJsonObject redacted(const QJsonObject &document);

} // namespace postern
