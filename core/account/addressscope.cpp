// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/addressscope.h"

#include <algorithm>

namespace postern {

namespace {

struct Network
{
    const char *address;
    int prefixBits;
};

constexpr Network localNetworks[] = {
    {"0.0.0.0", 8},
    {"10.0.0.0", 8},
    {"100.64.0.0", 10},
    {"127.0.0.0", 8},
    {"169.254.0.0", 16},
    {"172.16.0.0", 12},
    {"192.168.0.0", 16},
    {"198.18.0.0", 15},
    {"::", 127}, // unspecified and loopback
    {"fc00::", 7},
    {"fe80::", 10},
    {"fec0::", 10},
};

} // namespace

bool isLocalAddress(const QHostAddress &address)
{
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    const QHostAddress meant = isMapped ? QHostAddress(v4) : address;
    return std::any_of(
        std::begin(localNetworks), std::end(localNetworks), [&meant](const Network &network) {
            return meant.isInSubnet(
                QHostAddress(QString::fromLatin1(network.address)), network.prefixBits);
        });
}

} // namespace postern
