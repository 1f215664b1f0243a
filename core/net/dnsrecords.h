// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/dnsresolver.h"

namespace postern {

/// Most records of one answer that anybody looks at.
constexpr qsizetype maxRecords = 8;

/// The records of a DNS answer, the most preferred first wherever the server put them, and no more
/// than maxRecords. The answer may be anything. Return c-ares' status.
[[nodiscard]] int readSrvRecords(
    const unsigned char *bytes, int size, DnsResolver::SrvRecords &records);
[[nodiscard]] int readMxRecords(
    const unsigned char *bytes, int size, DnsResolver::MxRecords &records);

} // namespace postern
