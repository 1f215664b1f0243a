// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"

namespace postern {

/// The whole detection document, `postern.detection/1`: nothing is left out, so nothing needs
/// to be refused.
class JsonExporter final : public Exporter
{
public:
    QString target() const override;
    Result<QList<ExportedFile>, ExportRefusal> write(const ExportInput &input) const override;
};

} // namespace postern
