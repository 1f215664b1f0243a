// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exporter.h"

#include "export/jsonexporter.h"
#include "export/thunderbirdexporter.h"

namespace postern {

namespace {

constexpr qsizetype maxFileNameLength = 80;

std::vector<std::unique_ptr<const Exporter>> makeExporters()
{
    std::vector<std::unique_ptr<const Exporter>> exporters;
    exporters.push_back(std::make_unique<ThunderbirdExporter>());
    exporters.push_back(std::make_unique<JsonExporter>());
    return exporters;
}

} // namespace

const std::vector<std::unique_ptr<const Exporter>> &allExporters()
{
    static const auto exporters = makeExporters();
    return exporters;
}

const Exporter *exporterFor(const QString &target)
{
    for (const auto &exporter : allExporters()) {
        if (exporter->target() == target)
            return exporter.get();
    }
    return nullptr;
}

std::optional<ExportRefusal> refusalFor(const AccountSettings &settings)
{
    if (!settings.incoming)
        return ExportRefusal::NoIncomingServer;
    if (!settings.outgoing)
        return ExportRefusal::NoOutgoingServer;
    // Never believe a document that plaintext is harmless.
    if (settings.incoming->endpoint.security == Security::Plaintext
        || settings.outgoing->endpoint.security == Security::Plaintext)
        return ExportRefusal::NotEncrypted;
    if (!settings.incoming->needsConsent.isEmpty() || !settings.outgoing->needsConsent.isEmpty())
        return ExportRefusal::DecisionNeeded;
    return std::nullopt;
}

QString safeFileName(const QString &name)
{
    QString safe;
    const QString beginning = name.first(qMin(name.size(), maxFileNameLength));
    for (const QChar c : beginning) {
        const bool isSafe = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
            || (c >= u'0' && c <= u'9') || c == u'-' || (c == u'.' && !safe.isEmpty());
        safe += isSafe ? c : QChar(u'_');
    }
    return safe.isEmpty() ? QStringLiteral("settings") : safe;
}

} // namespace postern
