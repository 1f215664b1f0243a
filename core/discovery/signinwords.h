// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace postern {

/// Whether none of @p words, which config-v1.1.xml has for ways to sign in
/// (draft-ietf-mailmaint-autoconfig, 3.2), is among the SASL mechanisms that a server offers. Neither
/// has to say anything, and a word that is not known may fit.
[[nodiscard]] bool isOtherSignIn(const QStringList &words, const QStringList &offered);

} // namespace postern
