// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/emailaddress.h"
#include "base/result.h"
#include "document/documenterror.h"
#include "setup/detectionrequest.h"

namespace postern {

/// What a file of settings says, whoever wrote it.
struct OpenedSettings
{
    enum class Format {
        Detection, ///< A saved detection of ours.
        Autoconfig, ///< `config-v1.1.xml`
        MobileConfig, ///< An Apple configuration profile, signed or not.
    };

    Format format = Format::Detection;
    Identity identity; ///< Whom it is for; where it does not say, the first server's host.
    QList<Candidate> servers; ///< In the file's order.
    QStringList skipped; ///< What of it was left out, and why; inert.

    friend bool operator==(const OpenedSettings &, const OpenedSettings &) = default;
};

/// Why a file of settings is of no use.
struct OpenFailure
{
    enum class Kind {
        TooLarge,
        BrokenDetection, ///< JSON, and no saved detection: see document.
        NotSettings, ///< None of the formats, or broken: see detail.
        NoServer, ///< A whole file that names no server that can be tried: see detail.
    };

    Kind kind = Kind::NotSettings;
    DocumentError document = {};
    QString detail = {}; ///< In a reader's words; inert; may be empty.
};

/// Reads a file of settings; the format is told from the content. Nothing of it is believed but as
/// what is to be tried. @p typed fills in what a file for a domain leaves open; it may be empty.
/// Servers outside the file's domain wait for the user's word (decision 0012).
[[nodiscard]] Result<OpenedSettings, OpenFailure> openSettings(
    const QByteArray &content, const EmailAddress &typed = {});

/// A request that tries just the servers of the file.
[[nodiscard]] DetectionRequest checkOf(const OpenedSettings &settings);

} // namespace postern
