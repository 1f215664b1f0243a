// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/serverkind.h"

#include "account/addressscope.h"
#include "account/hostname.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Names that only a network of one's own resolves (RFC 6762, RFC 8375, and what routers use).
bool isHomeName(const QString &host)
{
    constexpr QLatin1StringView domains[] = {"local"_L1, "home.arpa"_L1, "internal"_L1, "lan"_L1,
        "home"_L1, "localdomain"_L1, "fritz.box"_L1};
    return std::any_of(std::begin(domains), std::end(domains),
        [&host](QLatin1StringView domain) { return isWithinDomain(host, domain); });
}

} // namespace

ServerKind likelyKindOf(const ProbeReport &report)
{
    const Handshake handshake = report.tls.value_or(Handshake());
    const QList<Finding::Kind> kinds = kindsOf(handshake.findings);
    const bool isNoLongerNew
        = kinds.contains(Finding::Kind::Expired) || kinds.contains(Finding::Kind::NotYetValid);
    const bool isVouchedFor = !kinds.contains(Finding::Kind::SelfSigned)
        && !kinds.contains(Finding::Kind::UnknownIssuer)
        && !kinds.contains(Finding::Kind::IncompleteChain);
    if (std::any_of(
            handshake.remarks.begin(), handshake.remarks.end(), [](const ChainRemark &remark) {
                return remark.kind == ChainRemark::Kind::Intercepted;
            }))
        return ServerKind::Intercepted;
    if (report.address.isLoopback())
        return ServerKind::Bridge;
    if (isVouchedFor && isNoLongerNew)
        return ServerKind::Forgotten;
    if (isVouchedFor)
        return kinds.contains(Finding::Kind::NameMismatch) ? ServerKind::SharedHosting
                                                           : ServerKind::Outdated;
    // A name of the internet that leads into a network of one's own is no sign of a home.
    const QString &host = report.candidate.endpoint.host;
    if (isHomeName(host) || (isIpLiteral(host) && isLocalAddress(report.address)))
        return ServerKind::Home;
    if (kinds.contains(Finding::Kind::SelfSigned))
        return ServerKind::Own;
    return kinds.contains(Finding::Kind::UnknownIssuer) ? ServerKind::Organization
                                                        : ServerKind::IncompleteChain;
}

} // namespace postern
