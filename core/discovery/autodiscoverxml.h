// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"
#include "base/result.h"

namespace postern {

/// Exchange's Autodiscover in its old form (POX, [MS-OXDSCLI]), asked without credentials.
/// The address in the question is made up, so that the user's stays here: answers differ by
/// domain, and a login name made from the question's address shows what the rule is.
[[nodiscard]] QByteArray autodiscoverRequest(const QString &domain);

/// The IMAP, POP3 and SMTP servers of an answer, in its order. Bounded and checked like any
/// hostile text; a failure says what is wrong with the whole; inert. Pure.
[[nodiscard]] Result<QList<Offer>, QString> readAutodiscover(
    const QByteArray &bytes, const QString &domain);

} // namespace postern
