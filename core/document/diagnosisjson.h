// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "document/jsonvalue.h"

#include <QJsonObject>

namespace postern {

/// The contract's "diagnosis": the facts, and the words in the language of whoever writes.
[[nodiscard]] QJsonObject diagnosisToJson(const Diagnosis &diagnosis);
/// The same with the endpoint that it is about, where nothing around it says so.
[[nodiscard]] QJsonObject diagnosisWithPlaceToJson(const Diagnosis &diagnosis);

/// The facts alone: whatever the words say, they are a stranger's. @p about is the endpoint where
/// the document names none.
[[nodiscard]] Diagnosis diagnosisFrom(const JsonValue &value, const Endpoint &about);

/// Whether the document names the endpoint of this diagnosis; older ones do not.
[[nodiscard]] bool namesPlace(const JsonValue &diagnosis);

[[nodiscard]] QJsonObject endpointToJson(const Endpoint &endpoint);
/// Of an object that has the endpoint among other things.
[[nodiscard]] Endpoint endpointFrom(const JsonValue &value);

} // namespace postern
