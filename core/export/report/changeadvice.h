// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"

#include <QCoreApplication>

namespace postern {

/// What whoever runs the servers can change, so that no program has anything to complain about.
class ChangeAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::ChangeAdvice)
public:
    /// For the servers that a detection has something against, each once, with its places; the words
    /// stand in the catalogue of problems.
    [[nodiscard]] static QStringList changesFor(const Detection &detection);
};

} // namespace postern
