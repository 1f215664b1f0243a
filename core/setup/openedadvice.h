// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/openedsettings.h"

#include <QCoreApplication>

namespace postern {

/// The words about a file of settings.
class OpenedAdvice
{
    Q_DECLARE_TR_FUNCTIONS(postern::OpenedAdvice)
public:
    /// Why the file at @p path is of no use.
    [[nodiscard]] static QString refusalText(const OpenFailure &failure, const QString &path);
    /// What the file says, line by line; inert.
    [[nodiscard]] static QString textFor(const OpenedSettings &settings);
    /// That the file is not for @p typed, if an address was typed; empty where it is.
    [[nodiscard]] static QString otherPersonText(
        const OpenedSettings &settings, const EmailAddress &typed);

    /// Where the file's way to sign in is not among what the server offers; empty where it is.
    [[nodiscard]] static QString otherSignInText(
        const QList<Candidate> &said, const Detection &found);

private:
    static QString lineFor(const Candidate &server, const QString &domain);
    static QString formatName(OpenedSettings::Format format);
};

} // namespace postern
