// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/advicetext.h"
#include "diagnosis/diagnosis.h"

#include <QCoreApplication>

namespace postern {

/// Turns diagnoses into words for people, in the language of whoever reads, at the time of reading.
/// The words of each problem stand beside its row in the catalogue.
class Advice
{
    Q_DECLARE_TR_FUNCTIONS(postern::Advice)
public:
    [[nodiscard]] static AdviceText textFor(const Diagnosis &diagnosis);
};

} // namespace postern
