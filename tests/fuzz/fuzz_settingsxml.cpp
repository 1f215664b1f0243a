// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a web server or a file says, reading it ends, stays in bounds, and gives only values that exist.

#include "account/hostname.h"
#include "discovery/autoconfigxml.h"
#include "discovery/autodiscoverxml.h"
#include "discovery/mobileconfig.h"

#include <cstdlib>

using namespace postern;

namespace {

void check(const Endpoint &endpoint)
{
    const auto host = HostName::parse(endpoint.host);
    if (!host || *host != endpoint.host || endpoint.port == 0)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString domain = QStringLiteral("example.org");
    const auto file = readAutoconfig(bytes, domain);
    if (file) {
        for (const AutoconfigServer &server : file->servers)
            check(server.endpoint);
    } else if (file.error().isEmpty()) {
        std::abort(); // a refusal without a reason
    }
    const auto offers = readAutodiscover(bytes, domain);
    if (offers) {
        for (const Offer &offer : *offers)
            check(offer.endpoint);
    }
    const auto profile = readMobileConfig(bytes);
    if (profile) {
        for (const ProfileServer &server : profile->servers)
            check(server.endpoint);
    } else if (profile.error().isEmpty()) {
        std::abort();
    }
    return 0;
}
