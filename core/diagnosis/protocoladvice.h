// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/advicetext.h"
#include "diagnosis/diagnosis.h"

#include <QCoreApplication>

namespace postern {

/// The words about what a server says, or does not.
class ProtocolAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::ProtocolAdvice)
public:
    /// For the problems `protocol.*`.
    [[nodiscard]] static AdviceText textFor(const Diagnosis &diagnosis);

private:
    static AdviceText fault(const Diagnosis &diagnosis);
};

} // namespace postern
