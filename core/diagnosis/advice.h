// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QCoreApplication>
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

/// Turns diagnoses into words for people; the only translated texts of core.
class Advice
{
    Q_DECLARE_TR_FUNCTIONS(postern::Advice)
public:
    [[nodiscard]] static AdviceText textFor(const Diagnosis &diagnosis);

private:
    static AdviceText dns(const Diagnosis &diagnosis);
    static AdviceText connection(const Diagnosis &diagnosis);
    static AdviceText protocol(const Diagnosis &diagnosis);
    static AdviceText protocolFault(const Diagnosis &diagnosis);
    static AdviceText startTls(const Diagnosis &diagnosis);
    static AdviceText tls(const Diagnosis &diagnosis);
    static AdviceText weakTls(const Diagnosis &diagnosis);
    static AdviceText certificate(const Diagnosis &diagnosis);
    static AdviceText certificateDates(const Diagnosis &diagnosis);
    static AdviceText unacceptableCertificate(const Diagnosis &diagnosis);
    static AdviceText security(const Diagnosis &diagnosis);
};

} // namespace postern
