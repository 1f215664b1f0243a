// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/knownproviders.h"

#include <QCoreApplication>

namespace postern {

/// What signing in at a known provider takes besides a user name and a password. Pure.
class SignInAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::SignInAdvice)
public:
    /// Whole sentences; empty where the usual password does.
    [[nodiscard]] static QString textFor(const KnownProvider &provider);

private:
    static QString wayText(const KnownProvider &provider);
};

} // namespace postern
