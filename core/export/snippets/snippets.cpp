// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/snippets/snippets.h"

#include "certificate/certificatefacts.h"
#include "export/snippets/snippet.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

using Pinning = ProgramAbility::Pinning;

const ProgramAbility anyMail{{Protocol::Imap, Protocol::Pop3}};
const ProgramAbility imapMail{{Protocol::Imap}};

ExportResult writeBoth(
    const SnippetTemplate &snippet, const ExportInput &input, const ProgramAbility &ability)
{
    const auto servers = serversFor(input, ability);
    if (!servers)
        return Failure{servers.error()};
    return fillIn(snippet, input, {servers->incoming, servers->outgoing});
}

/// A server that has PLAIN, or needs no sign-in: what these libraries have.
bool hasPlain(const ExportServer &server)
{
    return server.setting.authentication.isEmpty()
        || server.setting.authentication.contains("PLAIN"_L1);
}

/// Node compares dates whatever it is told, and takes a certificate as its own authority only where
/// it signed itself.
std::optional<ExportRefusal> nodeRefusal(const ExportServer &server)
{
    if (!server.isPinned(CertificatePin::Subject::Certificate))
        return std::nullopt;
    if (server.pin->isOutsideDates)
        return ExportRefusal::OutsideDates;
    if (server.pin->hasUnknownIssuer && !server.pin->certificate.facts().isSelfSigned)
        return ExportRefusal::CannotPin;
    return std::nullopt;
}

} // namespace

ExportResult writeGo(const ExportInput &input)
{
    const auto servers = serversFor(input, imapMail);
    if (!servers)
        return Failure{servers.error()};
    if (!hasPlain(servers->outgoing))
        return Failure{ExportRefusal::NoPassword};
    return fillIn({"go.go"_L1, "mail.go"_L1}, input, {servers->incoming, servers->outgoing});
}

ExportResult writeJakarta(const ExportInput &input)
{
    return writeBoth({"jakarta.java"_L1, "MailSettings.java"_L1}, input, anyMail);
}

ExportResult writeMailDllCSharp(const ExportInput &input)
{
    return writeBoth({"mail.dll.cs"_L1, "MailDllSettings.cs"_L1}, input, anyMail);
}

ExportResult writeMailDllVisualBasic(const ExportInput &input)
{
    return writeBoth(
        {"mail.dll.vb"_L1, "MailDllSettings.vb"_L1, visualBasicLiteral}, input, anyMail);
}

ExportResult writeMailKit(const ExportInput &input)
{
    return writeBoth({"mailkit.cs"_L1, "MailKitSettings.cs"_L1}, input, anyMail);
}

ExportResult writeNodemailer(const ExportInput &input)
{
    const auto servers = serversFor(input, imapMail);
    if (!servers)
        return Failure{servers.error()};
    for (const ExportServer &server : servers->both()) {
        if (const auto refusal = nodeRefusal(server))
            return Failure{*refusal};
    }
    return fillIn(
        {"nodemailer.mjs"_L1, "mail.mjs"_L1}, input, {servers->incoming, servers->outgoing});
}

ExportResult writePhp(const ExportInput &input)
{
    const auto servers = serversFor(input, anyMail);
    if (!servers)
        return Failure{servers.error()};
    if (servers->incoming.endpoint().protocol == Protocol::Imap && !hasPlain(servers->incoming))
        return Failure{ExportRefusal::NoPassword};
    return fillIn(
        {"php.php"_L1, "mail.php"_L1, phpLiteral}, input, {servers->incoming, servers->outgoing});
}

ExportResult writePython(const ExportInput &input)
{
    return writeBoth({"python.py"_L1, "mail_settings.py"_L1}, input, anyMail);
}

ExportResult writeSystemNetMail(const ExportInput &input)
{
    const auto server
        = serverFor(input, {{Protocol::Smtp}, Pinning::AnyCertificate, {Security::StartTls}});
    if (!server)
        return Failure{server.error() == ExportRefusal::StartTlsUnsafe
                ? ExportRefusal::NoImplicitTls
                : server.error()};
    if (server->isPinned(CertificatePin::Subject::Authority))
        return Failure{ExportRefusal::CannotPin};
    return fillIn(
        {"system-net-mail.cs"_L1, "SystemNetMailSettings.cs"_L1}, input, {std::nullopt, *server});
}

} // namespace postern
