// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandoptions.h"

#include "account/hostname.h"

namespace postern {

using namespace Qt::StringLiterals;

Failure<UsageError> usage(const QString &message)
{
    return Failure{UsageError{message}};
}

namespace {

constexpr int usualJobs = 8;
constexpr int maxJobs = 256;

Result<std::optional<quint16>, UsageError> portOption(
    const QCommandLineParser &parser, const QString &name)
{
    if (!parser.isSet(name))
        return std::optional<quint16>();
    bool isNumber = false;
    const uint port = parser.value(name).toUInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return usage(CommandLineText::tr("--%1 needs a port between 1 and 65535.").arg(name));
    return std::optional<quint16>(static_cast<quint16>(port));
}

Result<HostName, UsageError> hostOption(const QCommandLineParser &parser, const QString &name)
{
    if (!parser.isSet(name))
        return HostName();
    const auto host = HostName::parse(parser.value(name));
    if (!host)
        return usage(
            CommandLineText::tr("--%1: “%2” is not a host name.").arg(name, parser.value(name)));
    return *host;
}

Result<ServerWish, UsageError> serverWish(
    const QCommandLineParser &parser, Protocol protocol, std::optional<Security> security)
{
    const auto host = hostOption(parser, toString(protocol) + "-host"_L1);
    if (!host)
        return Failure{host.error()};
    const auto port = portOption(parser, toString(protocol) + "-port"_L1);
    if (!port)
        return Failure{port.error()};
    return ServerWish{*host, *port, security};
}

QString sourceNames(const QList<Source> &sources)
{
    QStringList names;
    for (const Source source : sources)
        names.append(toString(source));
    return names.join(u',');
}

} // namespace

void addCommonOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"format"_s,
            CommandLineText::tr("Print text (default on a terminal) or one JSON document."),
            u"text|json"_s},
        {u"timeout"_s,
            CommandLineText::tr(
                "The bound on a search, and so on the command, in seconds (default: 30)."),
            u"seconds"_s},
        {u"ca"_s, CommandLineText::tr("Trust the certificates in this PEM file too."), u"file"_s},
        {u"trust-store"_s,
            CommandLineText::tr("The file of accepted certificates (default: the user’s)."),
            u"file"_s},
        {u"nameserver"_s, CommandLineText::tr("Ask this DNS server (default: the system’s)."),
            u"address[:port]"_s},
        {u"log"_s, CommandLineText::tr("Write the transcript of every connection to this file."),
            u"file"_s},
        {u"no-color"_s, CommandLineText::tr("Print without colours.")},
        {u"help"_s, CommandLineText::tr("Show this help.")},
    });
}

Result<CommonOptions, UsageError> commonOptions(
    const QCommandLineParser &parser, const TerminalFacts &terminal)
{
    CommonOptions common;
    const QString format = parser.value(u"format"_s);
    if (format.isEmpty())
        common.format = terminal.isOutputTerminal ? OutputFormat::Text : OutputFormat::Json;
    else if (format == "json"_L1)
        common.format = OutputFormat::Json;
    else if (format != "text"_L1)
        return usage(CommandLineText::tr("--format is text or json, not “%1”.").arg(format));
    if (parser.isSet(u"timeout"_s)) {
        bool isNumber = false;
        const double seconds = parser.value(u"timeout"_s).toDouble(&isNumber);
        if (!isNumber || !(seconds > 0) || seconds > 3600)
            return usage(
                CommandLineText::tr("--timeout needs a number of seconds above 0 and up to 3600."));
        common.timeout = std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
    }
    common.caFile = parser.value(u"ca"_s);
    common.trustStorePath = parser.value(u"trust-store"_s);
    common.nameServer = parser.value(u"nameserver"_s);
    if (parser.isSet(u"nameserver"_s) && common.nameServer.isEmpty())
        return usage(CommandLineText::tr("--nameserver needs an address."));
    common.logFile = parser.value(u"log"_s);
    common.isColored = terminal.isOutputTerminal && !parser.isSet(u"no-color"_s)
        && qEnvironmentVariableIsEmpty("NO_COLOR");
    return common;
}

namespace {

void addBatchOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"batch"_s,
            CommandLineText::tr("Search for each address or domain in this file (-: standard "
                                "input), and print one JSON object a line."),
            u"file"_s},
        {u"jobs"_s,
            CommandLineText::tr("How many searches of a batch run side by side (default: %1).")
                .arg(usualJobs),
            u"number"_s},
        {u"skip-done"_s,
            CommandLineText::tr("Leave out what this output of an earlier batch has already."),
            u"file"_s},
    });
}

} // namespace

void addDetectOptions(QCommandLineParser &parser)
{
    for (const Protocol protocol : {Protocol::Imap, Protocol::Pop3, Protocol::Smtp}) {
        const QString name = toString(protocol);
        parser.addOption({name + "-host"_L1,
            CommandLineText::tr("The %1 server: look for no other.").arg(name.toUpper()),
            u"host"_s});
        parser.addOption({name + "-port"_L1,
            CommandLineText::tr("The %1 port; others only show what is wrong with it.")
                .arg(name.toUpper()),
            u"port"_s});
    }
    parser.addOptions({
        {u"security"_s, CommandLineText::tr("Try only this security mode."),
            u"tls|starttls|none"_s},
        {u"protocol"_s, CommandLineText::tr("How mail is read (default: all)."),
            u"imap|pop3|all"_s},
        {u"sources"_s,
            CommandLineText::tr("Where to look: some of %1 (default: all).")
                .arg(sourceNames(searchableSources())),
            u"list"_s},
        {u"database"_s,
            CommandLineText::tr(
                "The public database to ask about a domain, or “none” (default: %1).")
                .arg(DetectionRequest().databaseUrl.toString()),
            u"url"_s},
        {u"demo"_s, CommandLineText::tr("Try the built-in demonstration servers.")},
    });
    addBatchOptions(parser);
}

void addServiceOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"service"_s, CommandLineText::tr("The protocol (default: from the port)."),
            u"imap|pop3|smtp"_s},
        {u"security"_s, CommandLineText::tr("The security mode (default: auto)."),
            u"tls|starttls|none|auto"_s},
    });
}

void addTlsOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"allow-legacy-tls"_s,
            CommandLineText::tr("Use TLS 1.0 and 1.1 too, which can be broken, and ask less of a "
                                "handshake; only where a server speaks nothing newer.")},
        {u"newest-tls"_s, CommandLineText::tr("The newest version of TLS to use (default: 1.3)."),
            u"1.2|1.3"_s},
    });
}

Result<TlsPolicy, UsageError> tlsPolicyOption(const QCommandLineParser &parser)
{
    TlsPolicy policy;
    if (parser.isSet(u"allow-legacy-tls"_s))
        policy.oldest = TlsVersion::Tls1_0;
    const QString newest = parser.value(u"newest-tls"_s);
    if (policy.oldest < TlsVersion::Tls1_2 && !newest.isEmpty())
        return usage(
            CommandLineText::tr("--allow-legacy-tls and --newest-tls exclude each other."));
    if (newest == "1.2"_L1)
        policy.newest = TlsVersion::Tls1_2;
    else if (!newest.isEmpty() && newest != "1.3"_L1)
        return usage(CommandLineText::tr("--newest-tls is 1.2 or 1.3, not “%1”.").arg(newest));
    return policy;
}

Result<SearchWishes, UsageError> searchWishes(const QCommandLineParser &parser)
{
    SearchWishes wishes;
    const auto security = securityOption(parser);
    if (!security)
        return Failure{security.error()};
    const QString protocol = parser.value(u"protocol"_s);
    if (protocol == "imap"_L1 || protocol == "pop3"_L1)
        wishes.incoming = protocolFromString(protocol);
    else if (!protocol.isEmpty() && protocol != "all"_L1)
        return usage(
            CommandLineText::tr("--protocol is imap, pop3 or all, not “%1”.").arg(protocol));
    const auto imap = serverWish(parser, Protocol::Imap, *security);
    const auto pop3 = serverWish(parser, Protocol::Pop3, *security);
    const auto smtp = serverWish(parser, Protocol::Smtp, *security);
    for (const auto *wish : {&imap, &pop3, &smtp}) {
        if (!*wish)
            return Failure{wish->error()};
    }
    wishes.imap = *imap;
    wishes.pop3 = *pop3;
    wishes.smtp = *smtp;
    return wishes;
}

Result<std::optional<Security>, UsageError> securityOption(const QCommandLineParser &parser)
{
    const QString name = parser.value(u"security"_s);
    if (name.isEmpty() || name == "auto"_L1)
        return std::optional<Security>();
    const auto security = securityFromString(name);
    if (!security)
        return usage(CommandLineText::tr(
            "--security is tls, starttls or none, not “%1”; inspect also knows auto.")
                         .arg(name));
    return security;
}

Result<int, UsageError> jobsOption(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"jobs"_s))
        return usualJobs;
    bool isNumber = false;
    const int jobs = parser.value(u"jobs"_s).toInt(&isNumber);
    if (!isNumber || jobs < 1 || jobs > maxJobs)
        return usage(CommandLineText::tr("--jobs needs a number between 1 and %1.").arg(maxJobs));
    return jobs;
}

Result<QUrl, UsageError> databaseOption(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"database"_s))
        return DetectionRequest().databaseUrl;
    const QString typed = parser.value(u"database"_s);
    QUrl url = typed == "none"_L1 ? QUrl() : QUrl(typed, QUrl::StrictMode);
    if (typed != "none"_L1
        && (!url.isValid() || url.host().isEmpty()
            || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)))
        return usage(CommandLineText::tr("--database needs an http or https address, or “none”."));
    if (!url.isEmpty() && !url.path().endsWith(u'/'))
        url.setPath(url.path() + u'/');
    return url;
}

Result<QList<Source>, UsageError> sourcesOption(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"sources"_s))
        return searchableSources();
    QList<Source> sources;
    for (const QString &part : parser.value(u"sources"_s).split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        const auto source = sourceFromString(name);
        if (!source || !searchableSources().contains(*source))
            return usage(CommandLineText::tr("--sources: “%1” is not known; there are %2.")
                             .arg(name, sourceNames(searchableSources())));
        sources.append(*source);
    }
    if (sources.isEmpty())
        return usage(CommandLineText::tr("--sources names no source; there are %1.")
                         .arg(sourceNames(searchableSources())));
    return sources;
}

} // namespace postern
