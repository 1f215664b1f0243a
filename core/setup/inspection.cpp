// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/inspection.h"

#include "probe/candidateplanner.h"

namespace postern {

DetectionRequest inspectionOf(const InspectionTarget &target)
{
    const auto [host, port] = target.server;
    const auto protocol = target.protocol || port == 0 ? target.protocol : usualProtocol(port);
    ServerWish wish{host, {}, target.security};
    if (port != 0)
        wish.port = port;
    DetectionRequest request;
    request.identity = Identity(host);
    for (const Protocol each : {Protocol::Imap, Protocol::Pop3, Protocol::Smtp}) {
        if (!protocol || *protocol == each)
            request.fixedPlan += planInspection(each, wish);
    }
    for (qsizetype i = 0; i < request.fixedPlan.size(); ++i)
        request.fixedPlan[i].order = static_cast<int>(i);
    return request;
}

} // namespace postern
