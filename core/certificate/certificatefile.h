// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include <QList>
#include <QString>

namespace postern {

/// The certificates in a file, PEM or one in DER; empty where it cannot be read, is larger than any
/// such file, or holds none.
[[nodiscard]] QList<Certificate> certificatesInFile(const QString &path);

} // namespace postern
