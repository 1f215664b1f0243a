// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace postern {

/// The translation context of everything that the command line says of itself.
class CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(postern::CommandLine)
};

/// The failure of a command that was not understood.
[[nodiscard]] Failure<UsageError> usage(const QString &message);

void addCommonOptions(QCommandLineParser &parser);
[[nodiscard]] Result<CommonOptions, UsageError> commonOptions(
    const QCommandLineParser &parser, const TerminalFacts &terminal);

void addDetectOptions(QCommandLineParser &parser);
/// `--service` and `--security`.
void addServiceOptions(QCommandLineParser &parser);

/// `--allow-legacy-tls` and `--newest-tls`.
void addTlsOptions(QCommandLineParser &parser);
[[nodiscard]] Result<TlsPolicy, UsageError> tlsPolicyOption(const QCommandLineParser &parser);

/// What the options say about the servers that are looked for.
[[nodiscard]] Result<SearchWishes, UsageError> searchWishes(const QCommandLineParser &parser);
/// `--security`; nothing for `auto`.
[[nodiscard]] Result<std::optional<Security>, UsageError> securityOption(
    const QCommandLineParser &parser);
/// `--jobs`.
[[nodiscard]] Result<int, UsageError> jobsOption(const QCommandLineParser &parser);
/// `--database`; empty for `none`.
[[nodiscard]] Result<QUrl, UsageError> databaseOption(const QCommandLineParser &parser);
[[nodiscard]] Result<QList<Source>, UsageError> sourcesOption(const QCommandLineParser &parser);

} // namespace postern
