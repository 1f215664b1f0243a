// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "setup/detectionrequest.h"

namespace postern {

/// What a program can do about a diagnosis when the user says so. Nothing here switches encryption
/// off or accepts a certificate.
struct Remedy
{
    enum class Kind {
        TryServer, ///< Another port, mode or name.
        AllowLegacyTls, ///< TLS 1.0 and 1.1, weak keys and signatures too, for this search.
    };

    Kind kind = Kind::TryServer;
    Endpoint endpoint; ///< To try; for both kinds the one that it is about.

    friend bool operator==(const Remedy &, const Remedy &) = default;
};

/// Pure. The most promising first; empty where only a person can help.
[[nodiscard]] QList<Remedy> remediesFor(const Diagnosis &diagnosis);

/// Pure. The names of a certificate that was made for others than the one asked for, as far as they
/// could be used instead. None where nobody vouches for it: then its names prove nothing.
[[nodiscard]] QList<HostName> otherNamesIn(const QList<Diagnosis> &diagnoses);

/// Pure. Which of @p names a server should be looked for under when the user chose @p chosen for
/// another or for it: the one that begins like its own, `smtp.…`, else the chosen one.
[[nodiscard]] HostName nameLike(
    const HostName &host, const HostName &chosen, const QList<HostName> &names);

/// Pure. The same search with the remedy.
[[nodiscard]] DetectionRequest withRemedy(DetectionRequest request, const Remedy &remedy);

} // namespace postern
