// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trust/truststore.h"

#include <QCoreApplication>

namespace postern {

/// The words about the file of accepted certificates.
class TrustAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::TlsAdvice)
public:
    /// What happened to it, and what that means.
    [[nodiscard]] static QString textFor(const TrustStoreProblem &problem);
};

} // namespace postern
