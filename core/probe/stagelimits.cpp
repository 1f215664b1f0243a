// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/stagelimits.h"

namespace postern {

using namespace std::chrono_literals;

std::chrono::milliseconds deadlineOf(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return 5s;
    case Stage::Connect:
        return 8s; // three SYNs; what is silent longer is filtered
    case Stage::Greeting:
        return 10s; // postscreen and other spam traps hold the greeting back for up to 6 s
    case Stage::StartTls:
    case Stage::Capabilities:
        return 10s;
    case Stage::Handshake:
        break;
    }
    return 10s;
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
