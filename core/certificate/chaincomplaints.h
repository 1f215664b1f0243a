// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include "certificate/x509handle.h"

#include <QDateTime>

#include <vector>

namespace postern {

/// One complaint of libcrypto about a chain.
struct Complaint
{
    int error = 0; ///< `X509_V_ERR_…`
    int depth = 0; ///< In the path that libcrypto built; 0: the server's own certificate.
    X509Handle certificate; ///< Null where it is about none.
};

/// The certificates as libcrypto wants them; unreadable ones are left out, and what is sent beyond
/// any honest length is not looked at.
[[nodiscard]] X509StackHandle toStack(const QList<Certificate> &chain);

/// All that is wrong with the way from the first of @p chain to one of @p roots for a TLS server, at
/// security level 2; but not its names. @p now in UTC.
[[nodiscard]] std::vector<Complaint> complaintsAbout(
    X509_STORE *roots, STACK_OF(X509) * chain, const QDateTime &now);

/// Whose key signed the first of @p chain, among those behind it, else among @p roots; null: nobody's.
[[nodiscard]] X509Handle issuerOfFirst(X509_STORE *roots, STACK_OF(X509) * chain);

} // namespace postern
