// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandhelp.h"

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct CommandInfo
{
    QLatin1StringView name;
    const char *purpose;
    QLatin1StringView syntax; ///< What follows the command, one form a line.
};

constexpr CommandInfo commands[] = {
    {"detect"_L1,
        QT_TRANSLATE_NOOP("postern::CommandHelp", "find working IMAP, POP3 and SMTP settings"),
        "[options] ADDRESS-or-DOMAIN\n[options] --batch FILE\n[options] --demo"_L1},
    {"inspect"_L1,
        QT_TRANSLATE_NOOP(
            "postern::CommandHelp", "look at one server: certificate, handshake, capabilities"),
        "[options] HOST[:PORT]"_L1},
    {"check"_L1,
        QT_TRANSLATE_NOOP("postern::CommandHelp",
            "read a file of settings (-: standard input) and try what it says"),
        "[options] FILE"_L1},
    {"export"_L1,
        QT_TRANSLATE_NOOP("postern::CommandHelp",
            "write a saved detection (-: standard input) for another program"),
        "[options] FILE --to TARGET\n--list"_L1},
    {"trust"_L1,
        QT_TRANSLATE_NOOP("postern::CommandHelp", "list, add, remove accepted certificates"),
        "[options] list\n[options] add HOST:PORT --sha256 FINGERPRINT\n[options] remove "
        "HOST:PORT [--sha256 FINGERPRINT]"_L1},
    {"explain"_L1,
        QT_TRANSLATE_NOOP(
            "postern::CommandHelp", "say what an error text of another program, or a code, means"),
        "[options] TEXT-or-CODE"_L1},
    {"demo"_L1,
        QT_TRANSLATE_NOOP(
            "postern::CommandHelp", "run the built-in loopback servers until interrupted"),
        "[options]"_L1},
};

} // namespace

QString CommandHelp::general()
{
    QString text = tr("Usage: postern-cli COMMAND [options]\n\nCommands:\n");
    for (const CommandInfo &command : commands)
        text += u"  %1 %2\n"_s.arg(QString(command.name).leftJustified(9), tr(command.purpose));
    text += tr("\n“postern-cli COMMAND --help” shows the options of a command.\n"
               "“postern-cli --version” shows the version.\n");
    return text;
}

QString CommandHelp::hintFor(const QString &command)
{
    const bool isKnown = std::any_of(std::begin(commands), std::end(commands),
        [&command](const CommandInfo &info) { return info.name == command; });
    return isKnown ? tr("“postern-cli %1 --help” shows how it is used.").arg(command)
                   : tr("“postern-cli --help” shows the commands.");
}

QString CommandHelp::of(const QString &command, const QCommandLineParser &parser)
{
    QString text = tr("Usage:\n");
    for (const CommandInfo &info : commands) {
        if (info.name != command)
            continue;
        for (const QString &form : QString(info.syntax).split(u'\n'))
            text += u"  postern-cli %1 %2\n"_s.arg(command, form);
    }
    // The parser's own line of usage would name the whole path of the program.
    const QString options = parser.helpText();
    return text + options.mid(options.indexOf(u'\n'));
}

} // namespace postern
