// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace postern {

/// Lets the Tab key visit @p later, in the order of its layouts, right after @p earlier. What is made
/// while the program runs would else come last of all.
void visitAfter(QWidget &earlier, QWidget &later);

} // namespace postern
