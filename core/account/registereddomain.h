// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostname.h"

namespace postern {

/// Whether everybody can register below @p domain (`com`, `co.uk`), by the public suffix list
/// (libpsl). A name of one label is one always. Names of
/// certificates are asked about too.
[[nodiscard]] bool isPublicSuffix(const QString &domain);

/// The part of @p host that somebody registered: `example.co.uk` of `mail.example.co.uk`.
/// Empty where there is none (an IP literal, a public suffix).
[[nodiscard]] QString registeredDomain(const QString &host);

/// Whether @p host belongs to whoever registered @p domain: both lie in the same registered
/// domain. An IP literal belongs to nobody.
[[nodiscard]] bool isOfSameOwner(const HostName &host, const HostName &domain);

} // namespace postern
