// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"

namespace postern {

/// Thunderbird's `config-v1.1.xml` (draft-ietf-mailmaint-autoconfig), which many other programs
/// read too. The format has no place for an accepted certificate: the program that reads the
/// file checks the certificate itself and asks its user.
class ThunderbirdExporter final : public Exporter
{
public:
    QString target() const override;
    Result<QList<ExportedFile>, ExportRefusal> write(const ExportInput &input) const override;
};

} // namespace postern
