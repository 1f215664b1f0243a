// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>

namespace postern {

/// What a handshake offers. TLS 1.2 and 1.3 (RFC 8997), the library's default suites and its
/// security level. Qt is told to ask for the certificate and to leave the verdict to
/// CertificateVerifier, which is stricter and names its findings.
[[nodiscard]] QSslConfiguration tlsConfiguration();

} // namespace postern
