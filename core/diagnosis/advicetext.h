// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

/// The words for one diagnosis: what happened, why probably, one safe thing to do.
struct AdviceText
{
    QString title;
    QString cause;
    QString remedy;

    friend bool operator==(const AdviceText &, const AdviceText &) = default;
};

} // namespace postern
