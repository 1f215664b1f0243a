// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/documenterror.h"

#include <QCoreApplication>

namespace postern {

/// The words about documents of ours.
class DocumentWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::DocumentWords)
public:
    /// Why the document at @p path is of no use.
    [[nodiscard]] static QString textFor(const DocumentError &error, const QString &path);
};

} // namespace postern
