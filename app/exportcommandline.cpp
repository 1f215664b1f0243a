// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcommandline.h"

namespace postern {

using namespace Qt::StringLiterals;

void addExportOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"to"_s, CommandLineText::tr("The target."), u"target"_s},
        {u"output"_s,
            CommandLineText::tr("Write to this file, or into this folder (default: standard "
                                "output)."),
            u"path"_s},
        {u"replace"_s,
            CommandLineText::tr("Write over a file that says something else; the difference "
                                "is shown.")},
        {u"keyring"_s,
            CommandLineText::tr("Let the program take the password from the keyring "
                                "(secret-tool) instead of asking for it.")},
        {u"redact"_s,
            CommandLineText::tr("Leave user names and IP addresses out of a report, or of json.")},
        {u"list"_s, CommandLineText::tr("List the targets.")},
    });
}

Parsed parseExport(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common)
{
    ExportCommand command;
    command.isList = parser.isSet(u"list"_s);
    command.target = parser.value(u"to"_s);
    command.output = parser.value(u"output"_s);
    command.mayReplace = parser.isSet(u"replace"_s);
    command.passwords
        = parser.isSet(u"keyring"_s) ? PasswordSource::Keyring : PasswordSource::Prompt;
    command.isRedacted = parser.isSet(u"redact"_s);
    if (parser.isSet(u"output"_s) && command.output.isEmpty())
        return usage(CommandLineText::tr("--output needs a path."));
    if (command.isList && (!arguments.isEmpty() || parser.value(u"format"_s) == "json"_L1))
        return usage(CommandLineText::tr("--list stands alone: it prints the targets as text."));
    if (command.isList)
        return ParsedCommand{common, command};
    if (arguments.size() != 1 || command.target.isEmpty())
        return usage(
            CommandLineText::tr("export needs a file and --to TARGET; --list shows the targets."));
    command.file = arguments.constFirst();
    return ParsedCommand{common, command};
}

} // namespace postern
