// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demorecord.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace postern {

/// The answer of an authoritative server that knows nothing but `records` to a DNS query in wire
/// format (RFC 1035), at most 512 bytes. No answer is due to what is no query: a response, or
/// something too short for a header. Pure, and safe with any bytes.
///
/// A known name without records of the wanted type has an empty answer; an unknown name does
/// not exist. EDNS is ignored, as servers older than RFC 6891 do.
std::optional<QByteArray> answerDnsQuery(QByteArrayView query, const QList<DemoRecord> &records);

} // namespace postern
