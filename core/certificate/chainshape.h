// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include <QList>

#include <algorithm>

namespace postern {

/// How the certificates of a chain, as it was sent, hang together. Places count from 0, the server's
/// own certificate.
struct ChainShape
{
    QList<int> path; ///< From the server's own upwards, each the issuer of the one before.
    QList<int> superfluous; ///< On no way upwards.

    /// RFC 5246, 7.4.2: each behind the one that it certifies.
    bool isInOrder() const { return std::is_sorted(path.begin(), path.end()); }
};

/// Empty for an empty chain. Where a certificate cannot be read, or there are more than anybody needs,
/// just the server's own is on the path and none is called superfluous.
[[nodiscard]] ChainShape shapeOf(const QList<Certificate> &chain);

} // namespace postern
