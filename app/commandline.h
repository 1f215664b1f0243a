// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "export/exportinput.h"
#include "setup/detectionrequest.h"
#include "trust/trustexception.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace postern {

enum class OutputFormat { Text, Json };

/// Options that every command has.
struct CommonOptions
{
    OutputFormat format = OutputFormat::Text;
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
    QString caFile;
    QString trustStorePath;
    QString nameServer;
    QString logFile;
    bool isColored = false;
};

struct DetectCommand
{
    DetectionRequest request;
    QString settingsFile; ///< Not empty: what it says is checked, and nothing else looked for.
    QString batchFile; ///< Empty: one search; `-`: standard input.
    QString skipDoneFile; ///< The output of an earlier run; may be empty.
    int jobs = 1; ///< Searches side by side.
    QStringList agreed; ///< Hosts, canonical.
    QList<QByteArray> accepted; ///< SHA-256, lower-case hex.
    bool isDemonstration = false;
};

struct InspectCommand
{
    QString host;
    quint16 port = 0; ///< 0: the standard ports.
    DetectionRequest request;
    QString pemFile;
};

struct ExportCommand
{
    QString file;
    QString target;
    QString output; ///< A file, or a folder that is there; empty: standard output.
    bool isList = false;
    bool mayReplace = false; ///< Files that are there and say something else.
    PasswordSource passwords = PasswordSource::Prompt;
    bool isRedacted = false;
};

struct TrustCommand
{
    enum class Action { List, Add, Remove };

    Action action = Action::List;
    HostName host;
    quint16 port = 0;
    QByteArray sha256; ///< Empty for Remove: any.
    DetectionRequest request; ///< Its address: the account; empty for Remove: any.

    /// For Remove.
    bool means(const TrustException &known) const
    {
        return known.host == host && known.port == port
            && (sha256.isEmpty() || known.sha256 == sha256)
            && (!request.identity.hasAddress() || known.account == accountOf(request));
    }
};

struct ExplainCommand
{
    QString text;
};

struct DemoCommandLine
{
};

/// Nothing to do but to print this.
struct PrintText
{
    QString text;
};

/// What somebody typed, understood.
struct ParsedCommand
{
    CommonOptions common;
    std::variant<DetectCommand, InspectCommand, ExportCommand, TrustCommand, ExplainCommand,
        DemoCommandLine, PrintText>
        command;
};

/// What is wrong with what was typed, in words.
struct UsageError
{
    QString message;
};

/// The defaults that depend on where the output goes.
struct TerminalFacts
{
    bool isOutputTerminal = false;
};

/// Arguments (with the program's name first) to values. Pure but for QCoreApplication's name.
[[nodiscard]] Result<ParsedCommand, UsageError> parseCommandLine(
    const QStringList &arguments, const TerminalFacts &terminal);

} // namespace postern
