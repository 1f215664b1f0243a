// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace postern {

/// Installs the translations of Postern and of Qt's own texts for the user's language, where
/// there are any.
void installTranslators(QCoreApplication &application);

} // namespace postern
