// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/accountsettings.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace postern {

/// Why a target writes nothing rather than something weaker than what was tested.
enum class ExportRefusal {
    NoIncomingServer,
    NoOutgoingServer,
    NotEncrypted, ///< A setting without TLS, whoever wrote it down.
    DecisionNeeded, ///< A setting waits for the user's consent.
    InvalidValue, ///< A value that the format cannot carry.
};

/// What is exported: the settings, and the whole document they come from.
struct ExportInput
{
    AccountSettings settings;
    QByteArray document; ///< `postern.detection/1`
};

/// One file of an export.
struct ExportedFile
{
    QString suggestedName; ///< A bare file name, safe to use.
    QByteArray content;

    friend bool operator==(const ExportedFile &, const ExportedFile &) = default;
};

/// Writes settings in the format of one other program; never a password, never anything weaker
/// than the settings say.
class Exporter
{
public:
    virtual ~Exporter() = default;

    /// The contract's name of the target.
    virtual QString target() const = 0;
    [[nodiscard]] virtual Result<QList<ExportedFile>, ExportRefusal> write(
        const ExportInput &input) const = 0;

protected:
    Exporter() = default;
    Exporter(const Exporter &) = delete;
    Exporter &operator=(const Exporter &) = delete;
};

/// Every target there is, in the order in which they are offered.
[[nodiscard]] const std::vector<std::unique_ptr<const Exporter>> &allExporters();
/// Null where there is no such target.
[[nodiscard]] const Exporter *exporterFor(const QString &target);

/// The first refusal that holds for every target that sets an account up.
[[nodiscard]] std::optional<ExportRefusal> refusalFor(const AccountSettings &settings);

/// @p name with everything replaced that is not safe in a file name.
[[nodiscard]] QString safeFileName(const QString &name);

} // namespace postern
