// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QString>

namespace postern {

/// What `--help` prints. Pure.
class CommandHelp
{
    Q_DECLARE_TR_FUNCTIONS(postern::CommandHelp)
public:
    /// All commands, a line each.
    [[nodiscard]] static QString general();
    /// Where to read on after a wrong usage; @p command need not be one.
    [[nodiscard]] static QString hintFor(const QString &command);
    /// One command: how it is called, and the options of @p parser.
    [[nodiscard]] static QString of(const QString &command, const QCommandLineParser &parser);
};

} // namespace postern
