// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/targets.h"

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

} // namespace

const ExportTarget pythonTarget{"python"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Python (standard library)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Run it with: python3 FILE. It signs in, reads how many messages there are, and sends "
        "one to yourself."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Passwords only; no OAuth."), writePython};

const ExportTarget nodemailerTarget{"nodemailer"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Node.js (nodemailer, imapflow)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Run it with: node FILE, after npm install nodemailer imapflow. It signs in, reads how "
        "many messages there are, and sends one to yourself."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "IMAP only. An accepted certificate has to be within its dates, and either signed by "
        "itself or only issued for another name."),
    writeNodemailer};

const ExportTarget phpTarget{"php"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "PHP (streams, PHPMailer)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Run it with: php FILE. It signs in to read, and sends a message to yourself with "
        "PHPMailer."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Passwords only; IMAP needs PLAIN."), writePhp};

const ExportTarget goTarget{"go"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Go (go-imap, net/smtp)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Run it with: go run FILE. It signs in, reads how many messages there are, and sends "
        "one to yourself."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "IMAP only; sending needs PLAIN."), writeGo};

const ExportTarget jakartaTarget{"jakarta"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Java (Jakarta Mail)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Compile it with Jakarta Mail 2 in the class path. It signs in to both servers."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Compiled, but not run against a server by us."),
    writeJakarta};

const ExportTarget mailDllCSharpTarget{"mail.dll-cs"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "C# with Mail.dll"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Add it to a project that refers to Mail.dll. It signs in to both servers with "
        "Connect, "
        "ConnectSSL and StartTLS as they were tested."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Untested: its syntax was checked, but Mail.dll itself is not at hand."),
    writeMailDllCSharp};

const ExportTarget mailDllVisualBasicTarget{"mail.dll-vb"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "VB.NET with Mail.dll"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Add it to a project that refers to Mail.dll. It signs in to both servers with "
        "Connect, "
        "ConnectSSL and StartTLS as they were tested."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Untested: neither a compiler for VB.NET nor Mail.dll is at hand."),
    writeMailDllVisualBasic};

const ExportTarget mailKitTarget{"mailkit"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "C# with MailKit"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Add it to a project that refers to MailKit. It signs in to both servers."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Untested: its syntax was checked, but MailKit itself is not at hand."),
    writeMailKit};

const ExportTarget systemNetMailTarget{"system-net-mail"_L1, ExportTarget::Group::Developers,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "C# with System.Net.Mail"),
    QT_TRANSLATE_NOOP(
        "postern::ExportAdvice", "Add it to a project. It sends a message to yourself."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Sending with STARTTLS only: System.Net.Mail has no implicit TLS. Untested: its syntax "
        "was checked, but it was not run."),
    writeSystemNetMail};

} // namespace postern
