// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/stagelimits.h"

namespace postern {

using namespace std::chrono_literals;

std::chrono::milliseconds deadlineOf(Stage stage)
{
    switch (stage) {
    case Stage::Resolve: // two tries of a slow resolver
    case Stage::Connect: // three SYNs (RFC 6298: after 1 s and 3 s); then it is filtered
        return 5s;
    case Stage::Greeting: // postscreen and other spam traps hold it back for up to 6 s
    case Stage::StartTls:
    case Stage::Handshake:
    case Stage::Capabilities:
        break;
    }
    return 10s; // what takes longer on an honest server is of no use to its users
}

Fault faultOfSilence(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return Fault::DnsTimeout;
    case Stage::Connect:
        return Fault::ConnectTimeout;
    case Stage::Greeting:
        return Fault::NoGreeting;
    case Stage::Handshake:
        return Fault::HandshakeTimeout;
    case Stage::StartTls:
    case Stage::Capabilities:
        break;
    }
    return Fault::ReplyTimeout;
}

} // namespace postern
