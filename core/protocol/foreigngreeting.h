// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/servicesniffer.h"
#include "protocol/step.h"

namespace postern {

/// The step for a greeting that is not of the protocol spoken here: another service, TLS where
/// plaintext was expected, or no mail protocol at all.
[[nodiscard]] inline Step giveUpOnForeignGreeting(const QByteArray &line, Service expected)
{
    const auto service = sniffService(line);
    if (service == Service::Tls)
        return GaveUp{Fault::TlsOnPlaintextPort, line};
    if (service && service != expected)
        return GaveUp{Fault::WrongService, line};
    return GaveUp{Fault::Malformed, line};
}

} // namespace postern
