// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

namespace postern {

/// `host:port`, or the host where it is about all of it.
[[nodiscard]] QString placeOf(const Diagnosis &diagnosis);

/// All hosts that the diagnosis is about, each once, as people list things: “a, b and c”.
[[nodiscard]] QString hostsOf(const Diagnosis &diagnosis);
/// The same with ports.
[[nodiscard]] QString placesOf(const Diagnosis &diagnosis);

/// The port on which the service of this endpoint speaks TLS from the first byte.
[[nodiscard]] quint16 tlsPortOf(const Diagnosis &diagnosis);

/// The endpoint and all others with the same.
[[nodiscard]] QList<Endpoint> endpointsOf(const Diagnosis &diagnosis);

} // namespace postern
