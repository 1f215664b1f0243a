// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/stage.h"

#include <QCoreApplication>

namespace postern {

/// The stages of a connection in a word each.
class StageWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::StageWords)
public:
    [[nodiscard]] static QString name(Stage stage);
};

} // namespace postern
