// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/knownproviders.h"
#include "net/httpfetcher.h"
#include "probe/probecontext.h"

namespace postern {

/// The collaborators that a session works with; they outlive it.
struct SetupServices
{
    ProbeServices probe;
    HttpFetcher &fetcher;
    const KnownProviders &providers;
};

} // namespace postern
