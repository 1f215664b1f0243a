// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportinput.h"

namespace postern {

/// The words about a refusal, to be translated in the context of ExportAdvice.
struct RefusalWords
{
    ExportRefusal refusal;
    const char *text;
    const char *wayOut; ///< What to do instead; may be empty.
};

[[nodiscard]] const RefusalWords &wordsOfRefusal(ExportRefusal refusal);

} // namespace postern
