// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificateextensions.h"
#include "certificate/certificatefacts.h"
#include "certificate/x509handle.h"

namespace postern {

/// Reads a certificate; of null everything is empty.
[[nodiscard]] CertificateFacts factsOf(X509 *certificate);

/// Of null everything is absent; an extension that cannot be read counts as absent.
[[nodiscard]] CertificateExtensions extensionsOf(X509 *certificate);

} // namespace postern
