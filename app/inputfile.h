// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace postern {

/// A saved document, from a file or from standard input (`-`); not more than one byte over the
/// limit of documents. The failure is a sentence.
[[nodiscard]] Result<QByteArray, QString> readInput(const QString &path);

/// What sentences call it.
[[nodiscard]] QString inputName(const QString &path);

} // namespace postern
