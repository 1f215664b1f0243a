// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "account/emailaddress.h"
#include "account/hostname.h"
#include "commandhelp.h"
#include "commandoptions.h"
#include "exportcommandline.h"
#include "servercommandline.h"
#include "typedvalues.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Options that do not go together are refused rather than left out of account.
std::optional<UsageError> contradictionIn(const QCommandLineParser &parser, bool hasArgument)
{
    const bool isBatch = parser.isSet(u"batch"_s);
    const bool isDemonstration = parser.isSet(u"demo"_s);
    if (isBatch && hasArgument)
        return UsageError{CommandLineText::tr("--batch takes its addresses from the file alone.")};
    if (isBatch && isDemonstration)
        return UsageError{CommandLineText::tr("--batch and --demo exclude each other.")};
    if (isBatch && parser.value(u"format"_s) == "text"_L1)
        return UsageError{CommandLineText::tr("--batch prints JSON only.")};
    if (!isBatch && (parser.isSet(u"jobs"_s) || parser.isSet(u"skip-done"_s)))
        return UsageError{CommandLineText::tr("--jobs and --skip-done belong to --batch.")};
    if (isDemonstration && parser.isSet(u"nameserver"_s))
        return UsageError{
            CommandLineText::tr("--demo has a name server of its own; leave --nameserver out.")};
    return std::nullopt;
}

/// What is searched for: an address, a domain, or a file of them.
std::optional<UsageError> readSubject(
    const QCommandLineParser &parser, const QStringList &arguments, DetectCommand &command)
{
    if (auto contradiction = contradictionIn(parser, !arguments.isEmpty()))
        return contradiction;
    command.isDemonstration = parser.isSet(u"demo"_s);
    command.batchFile = parser.value(u"batch"_s);
    command.skipDoneFile = parser.value(u"skip-done"_s);
    const bool hasSubject
        = !arguments.isEmpty() || command.isDemonstration || !command.batchFile.isEmpty();
    if (arguments.size() > 1 || !hasSubject)
        return UsageError{
            CommandLineText::tr("detect takes one address or domain; --batch takes many.")};
    if (!arguments.isEmpty() && !setSubject(command.request, arguments.constFirst()))
        return UsageError{CommandLineText::tr("“%1” is neither an e-mail address nor a domain.")
                              .arg(arguments.constFirst())};
    return std::nullopt;
}

/// What the user has decided before: hosts and certificates.
std::optional<UsageError> readDecisions(const QCommandLineParser &parser, DetectCommand &command)
{
    for (const QString &typed : parser.values(u"agree"_s)) {
        const auto host = HostName::parse(typed);
        if (!host)
            return UsageError{CommandLineText::tr("--agree: “%1” is not a host name.").arg(typed)};
        command.agreed.append(*host);
    }
    for (const QString &typed : parser.values(u"accept"_s)) {
        const auto sha256 = parseSha256(typed);
        if (!sha256)
            return UsageError{CommandLineText::tr(
                "--accept needs a SHA-256 fingerprint of 64 hexadecimal digits.")};
        command.accepted.append(*sha256);
    }
    return std::nullopt;
}

Parsed parseDetect(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common)
{
    DetectCommand command;
    if (const auto fault = readSubject(parser, arguments, command))
        return Failure{*fault};
    if (const auto fault = readDecisions(parser, command))
        return Failure{*fault};
    const auto jobs = jobsOption(parser);
    if (!jobs)
        return Failure{jobs.error()};
    const auto wishes = searchWishes(parser);
    if (!wishes)
        return Failure{wishes.error()};
    const auto sources = sourcesOption(parser);
    if (!sources)
        return Failure{sources.error()};
    const auto database = databaseOption(parser);
    if (!database)
        return Failure{database.error()};
    const auto tls = tlsPolicyOption(parser);
    if (!tls)
        return Failure{tls.error()};
    command.request.tls = *tls;
    command.jobs = *jobs;
    command.request.databaseUrl = *database;
    command.request.wishes = *wishes;
    command.request.sources = *sources;
    command.request.timeout = common.timeout;
    return ParsedCommand{common, command};
}

Parsed parseCheck(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common)
{
    DetectCommand command;
    if (arguments.size() != 1)
        return usage(CommandLineText::tr("check takes one file of settings."));
    command.settingsFile = arguments.constFirst();
    if (const QString typed = parser.value(u"account"_s); !typed.isEmpty()) {
        const auto address = EmailAddress::parse(typed);
        if (!address)
            return usage(CommandLineText::tr("--account needs an e-mail address."));
        command.request.identity = Identity(*address);
    }
    if (const auto fault = readDecisions(parser, command))
        return Failure{*fault};
    const auto tls = tlsPolicyOption(parser);
    if (!tls)
        return Failure{tls.error()};
    command.request.tls = *tls;
    command.request.timeout = common.timeout;
    return ParsedCommand{common, command};
}

Parsed parseExplain(QCommandLineParser &, const QStringList &arguments, const CommonOptions &common)
{
    const QString text = arguments.join(u' ').trimmed();
    if (text.isEmpty())
        return usage(CommandLineText::tr("explain needs an error text or a diagnosis code."));
    return ParsedCommand{common, ExplainCommand{text}};
}

Parsed parseDemo(QCommandLineParser &, const QStringList &arguments, const CommonOptions &common)
{
    if (!arguments.isEmpty())
        return usage(CommandLineText::tr("demo takes no argument; “%1” is one.")
                         .arg(arguments.constFirst()));
    return ParsedCommand{common, DemoCommandLine{}};
}

/// What begins with a dash and has blanks is a server's answer (`-ERR [AUTH] …`), not an option.
QStringList withTextsLast(const QStringList &arguments)
{
    QStringList options;
    QStringList texts;
    for (const QString &argument : arguments)
        (argument.startsWith(u'-') && argument.contains(u' ') ? texts : options).append(argument);
    return texts.isEmpty() ? arguments : options + QStringList{u"--"_s} + texts;
}

using CommandParser = Parsed (*)(QCommandLineParser &, const QStringList &, const CommonOptions &);

/// What the user has decided before.
void addDecisionOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"accept"_s,
            CommandLineText::tr(
                "Accept the certificate with this fingerprint for this run, wherever it appears."),
            u"sha256"_s},
        {u"agree"_s,
            CommandLineText::tr(
                "Use this host in this run, though it lies outside the domain or was "
                "found on a way that could have been tampered with."),
            u"host"_s},
    });
}

void addCheckOptions(QCommandLineParser &parser)
{
    addDecisionOptions(parser);
    addTlsOptions(parser);
    parser.addOption({u"account"_s,
        CommandLineText::tr("Whose account it is, where the file is for a whole domain."),
        u"address"_s});
}

void addSearchOptions(QCommandLineParser &parser)
{
    addDetectOptions(parser);
    addDecisionOptions(parser);
    addTlsOptions(parser);
}

void addInspectOptions(QCommandLineParser &parser)
{
    addServiceOptions(parser);
    parser.addOption(
        {u"pem"_s, CommandLineText::tr("Save the certificate chain to this file."), u"file"_s});
    parser.addOption({u"versions"_s,
        CommandLineText::tr("Ask for the versions of TLS that the server accepts, at most five "
                            "connections more.")});
    addTlsOptions(parser);
    parser.addOption({u"account"_s,
        CommandLineText::tr("With what was accepted for the account with this address."),
        u"address"_s});
}

void addTrustOptions(QCommandLineParser &parser)
{
    addServiceOptions(parser);
    addTlsOptions(parser);
    parser.addOption(
        {u"sha256"_s, CommandLineText::tr("The certificate's fingerprint."), u"fingerprint"_s});
    parser.addOption({u"account"_s,
        CommandLineText::tr("Only for the account with this address (default: add: for "
                            "whoever uses the server; remove: all)."),
        u"address"_s});
}

void addNoOptions(QCommandLineParser & /*parser*/) { }

struct CommandEntry
{
    QLatin1StringView name;
    void (*addOptions)(QCommandLineParser &) = addNoOptions;
    CommandParser parse = nullptr;
};

const CommandEntry commandEntries[] = {
    {"detect"_L1, addSearchOptions, parseDetect},
    {"inspect"_L1, addInspectOptions, parseInspect},
    {"check"_L1, addCheckOptions, parseCheck},
    {"export"_L1, addExportOptions, parseExport},
    {"trust"_L1, addTrustOptions, parseTrust},
    {"explain"_L1, addNoOptions, parseExplain},
    {"demo"_L1, addNoOptions, parseDemo},
};

/// Adds the command's own options and returns what reads them; null for an unknown command.
CommandParser prepare(const QString &name, QCommandLineParser &parser)
{
    const auto *entry = std::find_if(std::begin(commandEntries), std::end(commandEntries),
        [&name](const CommandEntry &candidate) { return candidate.name == name; });
    if (entry == std::end(commandEntries))
        return nullptr;
    entry->addOptions(parser);
    return entry->parse;
}

} // namespace

Result<ParsedCommand, UsageError> parseCommandLine(
    const QStringList &arguments, const TerminalFacts &terminal)
{
    const QString name = arguments.value(1);
    const QStringList typed = name == "explain"_L1 ? withTextsLast(arguments) : arguments;
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1)
        return ParsedCommand{{}, PrintText{CommandHelp::general()}};
    if (name == "--version"_L1)
        return ParsedCommand{
            {}, PrintText{u"postern-cli %1\n"_s.arg(QCoreApplication::applicationVersion())}};
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    addCommonOptions(parser);
    const CommandParser parseCommand = prepare(name, parser);
    if (!parseCommand)
        return usage(name.isEmpty() ? CommandLineText::tr("A command is missing.")
                                    : CommandLineText::tr("There is no command “%1”.").arg(name));
    if (!parser.parse(typed))
        return usage(parser.errorText());
    if (parser.isSet(u"help"_s))
        return ParsedCommand{{}, PrintText{CommandHelp::of(name, parser)}};
    const auto common = commonOptions(parser, terminal);
    if (!common)
        return Failure{common.error()};
    return parseCommand(parser, parser.positionalArguments().sliced(1), *common);
}

} // namespace postern
