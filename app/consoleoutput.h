// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "consoletext.h"
#include "exitcode.h"
#include "setup/setupstate.h"

namespace postern {

/// What a command prints, in the form that was asked for, and with which code that ends.
class ConsoleOutput
{
    Q_DECLARE_TR_FUNCTIONS(postern::ConsoleOutput)
public:
    explicit ConsoleOutput(const ParsedCommand &parsed);

    ExitCode detection(const Detection &detection) const;
    ExitCode inspection(const Detection &detection, const InspectCommand &command) const;
    ExitCode exceptions(const Result<QList<TrustException>, TrustStoreProblem> &stored) const;
    /// Why nothing came of it, on standard error.
    void whyNot(const Detection &detection) const;
    /// A result that is not complete says so, on standard error.
    void whyItEnded(const SetupState &state) const;

    bool isJson() const { return m_common.format == OutputFormat::Json; }

private:
    ConsoleText text(const QString &account = {}) const;

    CommonOptions m_common;
    TlsPolicy m_tls;
    bool m_isDemonstration = false;
};

} // namespace postern
