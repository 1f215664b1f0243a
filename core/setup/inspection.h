// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostport.h"
#include "setup/detectionrequest.h"

namespace postern {

/// What somebody wants to look at.
struct InspectionTarget
{
    HostPort server; ///< Port 0: the standard ports.
    std::optional<Protocol> protocol; ///< Absent: the port's, or all.
    std::optional<Security> security; ///< Absent: every mode.

    friend bool operator==(const InspectionTarget &, const InspectionTarget &) = default;
};

/// A request that tries just that, for nobody in particular. Pure.
[[nodiscard]] DetectionRequest inspectionOf(const InspectionTarget &target);

} // namespace postern
