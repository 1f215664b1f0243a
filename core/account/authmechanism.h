// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace postern {

/// Upper-case SASL names of RFC 4422's form (and `LOGIN` as IMAP's command or SMTP's
/// mechanism), each once, the strongest first; what is not a legal name is dropped.
[[nodiscard]] QStringList strongestFirst(const QStringList &mechanisms);

} // namespace postern
