// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"

#include <QStringList>

namespace postern {

/// The words, not yet quoted for a shell, that connect to an endpoint with TLS and send its name.
[[nodiscard]] QStringList opensslWords(const Endpoint &endpoint);
/// Those that compare the certificate with the host.
[[nodiscard]] QStringList opensslNameWords(const QString &host);

/// The `openssl s_client` command line that makes the same connection: mode, name sent, version as
/// far as it is an old one. For a POSIX shell. Empty where nothing is encrypted.
[[nodiscard]] QString opensslCommand(const ProbeReport &report);

} // namespace postern
