// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/advicetext.h"
#include "diagnosis/diagnosis.h"

#include <QCoreApplication>

namespace postern {

/// Turns diagnoses into words for people. Besides the other files of that name, nothing in
/// core has translated texts.
class Advice
{
    Q_DECLARE_TR_FUNCTIONS(postern::Advice)
public:
    [[nodiscard]] static AdviceText textFor(const Diagnosis &diagnosis);

private:
    static AdviceText wordsFor(const Diagnosis &diagnosis);
    static AdviceText dns(const Diagnosis &diagnosis);
    static AdviceText connection(const Diagnosis &diagnosis);
    static AdviceText startTls(const Diagnosis &diagnosis);
    static AdviceText signIn(const Diagnosis &diagnosis);
    static AdviceText discovery(const Diagnosis &diagnosis);
};

} // namespace postern
