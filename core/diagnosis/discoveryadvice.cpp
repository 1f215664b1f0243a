// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/catalogue.h"
#include "diagnosis/places.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class DiscoveryWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::Advice)
};

AdviceText untrustedSource(const Diagnosis &diagnosis)
{
    return {DiscoveryWords::tr("Where the settings of %1 come from could have been tampered with.")
                .arg(diagnosis.endpoint.host),
        DiscoveryWords::tr(
            "They came over a connection without protection, or followed a record of the DNS that "
            "nobody signed."),
        DiscoveryWords::tr("Compare them with what your provider says before you use them.")};
}

AdviceText foreignHost(const Diagnosis &diagnosis)
{
    const HostName &host = diagnosis.endpoint.host;
    return {
        DiscoveryWords::tr("The settings lead to %1, outside the domain of the address.").arg(host),
        DiscoveryWords::tr(
            "Many domains let a provider run their mail, and then that is right. Somebody who "
            "tampered with the way could also lead you to a server of theirs."),
        DiscoveryWords::tr("Use it only if you know that %1 is your provider; otherwise ask.")
            .arg(host)};
}

constexpr ProblemRow discoveryRows[] = {
    {Problem::DiscoveryUntrustedSource, "discovery.untrusted-source"_L1, Topic::Discovery,
        Severity::Warning, Stage::Resolve, untrustedSource},
    {Problem::DiscoveryForeignHost, "discovery.foreign-host"_L1, Topic::Discovery,
        Severity::Warning, Stage::Resolve, foreignHost},
};

} // namespace

std::span<const ProblemRow> discoveryProblems()
{
    return discoveryRows;
}

} // namespace postern
