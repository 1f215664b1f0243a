// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/advicetext.h"
#include "diagnosis/diagnosis.h"
#include "trust/truststore.h"

#include <QCoreApplication>

namespace postern {

/// The words about handshakes and certificates.
class TlsAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::TlsAdvice)
public:
    /// For the problems `tls.*` and `certificate.*`.
    [[nodiscard]] static AdviceText textFor(const Diagnosis &diagnosis);

    /// What happened to the file of accepted certificates, and what that means.
    [[nodiscard]] static QString textFor(const TrustStoreProblem &problem);

private:
    static AdviceText tls(const Diagnosis &diagnosis);
    static AdviceText weakTls(const Diagnosis &diagnosis);
    static AdviceText certificate(const Diagnosis &diagnosis);
    static AdviceText otherName(const Diagnosis &diagnosis);
    static AdviceText certificateDates(const Diagnosis &diagnosis);
    static AdviceText chainRemark(const Diagnosis &diagnosis);
    static AdviceText unacceptableCertificate(const Diagnosis &diagnosis);
};

} // namespace postern
