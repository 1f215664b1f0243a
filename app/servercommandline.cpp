// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servercommandline.h"

#include "account/hostport.h"
#include "setup/inspection.h"
#include "typedvalues.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// The protocol from the option, else from the port, else all.
Result<DetectionRequest, UsageError> inspectionRequest(
    const QCommandLineParser &parser, const HostPort &server)
{
    const auto security = securityOption(parser);
    if (!security)
        return Failure{security.error()};
    const QString service = parser.value(u"service"_s);
    const auto protocol = protocolFromString(service);
    if (!service.isEmpty() && !protocol)
        return usage(
            CommandLineText::tr("--service is imap, pop3 or smtp, not “%1”.").arg(service));
    return inspectionOf({server, protocol, *security});
}

/// Empty: nobody's in particular.
Result<Identity, UsageError> accountOption(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"account"_s))
        return Identity();
    const auto address = EmailAddress::parse(parser.value(u"account"_s));
    if (!address)
        return usage(
            CommandLineText::tr("“%1” is no e-mail address.").arg(parser.value(u"account"_s)));
    return Identity(*address);
}

} // namespace

Parsed parseInspect(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common)
{
    if (arguments.size() != 1)
        return usage(CommandLineText::tr("inspect needs one HOST or HOST:PORT."));
    const auto server = parseHostPort(arguments.constFirst());
    if (!server)
        return usage(
            CommandLineText::tr("“%1” is no HOST or HOST:PORT.").arg(arguments.constFirst()));
    const auto request = inspectionRequest(parser, *server);
    if (!request)
        return Failure{request.error()};
    const auto tls = tlsPolicyOption(parser);
    if (!tls)
        return Failure{tls.error()};
    const auto account = accountOption(parser);
    if (!account)
        return Failure{account.error()};
    InspectCommand command;
    command.request = *request;
    if (account->hasAddress())
        command.request.identity = *account;
    command.request.tls = *tls;
    command.request.asksVersions = parser.isSet(u"versions"_s);
    command.host = server->host;
    command.port = server->port;
    command.pemFile = parser.value(u"pem"_s);
    command.request.timeout = common.timeout;
    return ParsedCommand{common, command};
}

Parsed parseTrust(
    QCommandLineParser &parser, const QStringList &arguments, const CommonOptions &common)
{
    TrustCommand command;
    const QString action = arguments.value(0);
    if (action == "list"_L1 && arguments.size() == 1)
        return ParsedCommand{common, command};
    const auto server = parseHostPort(arguments.value(1));
    const bool isKnown = action == "add"_L1 || action == "remove"_L1;
    if (!isKnown || arguments.size() != 2 || !server || server->port == 0)
        return usage(
            CommandLineText::tr("trust needs “list”, “add HOST:PORT --sha256 FINGERPRINT” or "
                                "“remove HOST:PORT”."));
    command.action = action == "add"_L1 ? TrustCommand::Action::Add : TrustCommand::Action::Remove;
    command.host = server->host;
    command.port = server->port;
    if (parser.isSet(u"sha256"_s)) {
        const auto sha256 = parseSha256(parser.value(u"sha256"_s));
        if (!sha256)
            return usage(CommandLineText::tr("--sha256 needs 64 hexadecimal digits."));
        command.sha256 = *sha256;
    }
    const auto account = accountOption(parser);
    if (!account)
        return Failure{account.error()};
    command.request.identity = *account;
    if (command.action == TrustCommand::Action::Remove)
        return ParsedCommand{common, command};
    if (command.sha256.isEmpty())
        return usage(CommandLineText::tr(
            "trust add needs --sha256 with the fingerprint that you compared."));
    const auto request = inspectionRequest(parser, *server);
    if (!request)
        return Failure{request.error()};
    const auto tls = tlsPolicyOption(parser);
    if (!tls)
        return Failure{tls.error()};
    command.request.tls = *tls;
    command.request.fixedPlan = request->fixedPlan;
    command.request.timeout = common.timeout;
    return ParsedCommand{common, command};
}

} // namespace postern
