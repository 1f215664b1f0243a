// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/jsonexporter.h"

namespace postern {

using namespace Qt::StringLiterals;

QString JsonExporter::target() const
{
    return u"json"_s;
}

Result<QList<ExportedFile>, ExportRefusal> JsonExporter::write(const ExportInput &input) const
{
    return QList<ExportedFile>{
        {safeFileName(u"postern-%1.json"_s.arg(input.settings.domain)), input.document}};
}

} // namespace postern
