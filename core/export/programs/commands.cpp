// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/hostname.h"
#include "base/shellword.h"
#include "certificate/certificatefacts.h"
#include "export/opensslcommand.h"
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

// For tickets: whoever runs them sees what the search saw. Passwords are asked for, never arguments.

namespace {

const ProgramAbility imapAbility{{Protocol::Imap}};
const ProgramAbility pop3Ability{{Protocol::Pop3}};
const ProgramAbility smtpAbility{{Protocol::Smtp}};

QString quotedWords(QStringList words)
{
    std::transform(words.begin(), words.end(), words.begin(), shellWord);
    return words.join(u' ');
}

/// With the accepted certificate as the only one that counts.
QString opensslLine(const ExportInput &input, const ExportServer &server)
{
    QStringList words = opensslWords(server.endpoint());
    words += {u"-verify_return_error"_s, u"-brief"_s};
    if (!server.pin || !server.pin->hasOtherName)
        words += opensslNameWords(server.endpoint().host);
    if (server.pin) {
        words += {u"-CAfile"_s, pinPath(input, server)};
        if (server.pin->subject == CertificatePin::Subject::Certificate)
            words.append(u"-partial_chain"_s);
        if (server.pin->isOutsideDates)
            words.append(u"-no_check_time"_s);
    }
    return quotedWords(words) + u" </dev/null"_s;
}

QString curlScheme(const ExportServer &server)
{
    return toString(server.endpoint().protocol) + (server.isImplicitTls() ? u"s://"_s : u"://"_s);
}

QStringList curlTrustWords(const ExportInput &input, const ExportServer &server)
{
    if (!server.pin)
        return {};
    if (server.pin->subject == CertificatePin::Subject::Authority)
        return {u"--cacert"_s, pinPath(input, server)};
    const QByteArray key = QByteArray::fromHex(server.pin->certificate.facts().spkiSha256);
    const QStringList exact{
        u"--pinnedpubkey"_s, u"sha256//"_s + QString::fromLatin1(key.toBase64())};
    // -k alone would take any certificate; beside it, the key has to be the accepted one.
    return (server.pin->isPlain() ? QStringList{u"--cacert"_s, pinPath(input, server)}
                                  : QStringList{u"-k"_s})
        + exact;
}

QString curlLine(const ExportInput &input, const ExportServer &server)
{
    QStringList words{u"curl"_s, u"-v"_s};
    if (!server.isImplicitTls())
        words.append(u"--ssl-reqd"_s); // without it, curl goes on in clear text
    words += curlTrustWords(input, server);
    if (server.endpoint().protocol == Protocol::Smtp)
        words += {u"--mail-from"_s, input.identity().address().toString(), u"--mail-rcpt"_s,
            input.identity().address().toString(), u"-T"_s, u"message.eml"_s};
    if (!server.setting.authentication.isEmpty() || server.endpoint().protocol != Protocol::Smtp)
        words += {u"--user"_s, server.setting.username};
    words.append(
        curlScheme(server) + hostAndPort(server.endpoint().host, server.endpoint().port) + u'/');
    return quotedWords(words);
}

/// swaks never compares the name. So it is given a password only where nobody but the holder of one
/// accepted key can answer; everywhere else it ends after the handshake.
QString swaksLine(const ExportInput &input, const ExportServer &server)
{
    QStringList words{
        u"swaks"_s, u"--server"_s, hostAndPort(server.endpoint().host, server.endpoint().port)};
    words.append(server.isImplicitTls() ? u"--tls-on-connect"_s : u"--tls"_s);
    words += {u"--tls-verify"_s, u"--tls-ca-path"_s,
        server.pin ? pinPath(input, server) : QString::fromLatin1(systemRootsFile)};
    const bool mayAuthenticate = server.isPinned(CertificatePin::Subject::Certificate)
        && !server.setting.authentication.isEmpty();
    if (mayAuthenticate)
        words += {u"--auth"_s, u"PLAIN,LOGIN,CRAM-MD5"_s, u"--auth-user"_s, server.setting.username,
            u"--protect-prompt"_s};
    words += {u"--from"_s, input.identity().address().toString(), u"--to"_s,
        input.identity().address().toString(), u"--quit-after"_s,
        mayAuthenticate ? u"AUTH"_s : u"EHLO"_s};
    const QString line = quotedWords(words);
    return mayAuthenticate
        ? line
        : u"# No sign-in with swaks, which does not compare the name.\n"_s + line;
}

/// Why there is no line for swaks; empty where there is one.
QString swaksRefusal(const ExportInput &input, const ExportServer &server)
{
    // It splits its arguments once more, so no way of writing them helps.
    if (input.identity().address().toString().startsWith(u'-')
        || server.setting.username.startsWith(u'-'))
        return u"# swaks is left out: it takes a name with a hyphen in front for an option."_s;
    if (!server.pin || server.pin->subject == CertificatePin::Subject::Authority)
        return {};
    if (server.pin->isOutsideDates || !server.pin->certificate.facts().isSelfSigned)
        return u"# swaks is left out: it cannot be told to take just this certificate."_s;
    return {};
}

QString heading(const ExportServer &server)
{
    const Endpoint &endpoint = server.endpoint();
    return u"# "_s + toString(endpoint.protocol).toUpper() + u", "_s
        + hostAndPort(endpoint.host, endpoint.port)
        + (server.isImplicitTls() ? u", implicit TLS"_s : u", STARTTLS"_s);
}

QStringList commandsFor(const ExportInput &input, const ExportServer &server)
{
    const bool isSmtp = server.endpoint().protocol == Protocol::Smtp;
    QStringList lines{QString(), heading(server), opensslLine(input, server)};
    if (server.setting.username.contains(u':')) {
        lines.append(u"# curl is left out: it takes what follows a colon for the password."_s);
    } else if (server.setting.username.startsWith(u';')) {
        lines.append(u"# curl is left out: it would sign in with an empty password."_s);
    } else {
        if (isSmtp)
            lines.append(u"# curl sends message.eml: header lines, an empty line, and the text."_s);
        lines.append(curlLine(input, server));
    }
    const QString refusal = swaksRefusal(input, server);
    if (isSmtp)
        lines.append(refusal.isEmpty() ? swaksLine(input, server) : refusal);
    return lines;
}

ExportResult writeCommands(const ExportInput &input)
{
    QList<ExportServer> servers;
    std::optional<ExportRefusal> refusal;
    for (const ProgramAbility &ability : {imapAbility, pop3Ability, smtpAbility}) {
        const auto server = serverFor(input, ability);
        if (server)
            servers.append(*server);
        else if (!refusal)
            refusal = server.error();
    }
    if (servers.isEmpty())
        return Failure{*refusal};
    QStringList lines = introduction(input, servers, u"#"_s);
    lines
        << u"# The programs ask for the password. What curl prints has it in it (the lines after AUTH"_s
        << u"# or LOGIN): take those out before you send the output to anybody."_s;
    for (const ExportServer &server : servers)
        lines += commandsFor(input, server);
    return withPins(textFile(u"mail-commands.sh"_s, lines), servers);
}

} // namespace

const ExportTarget commandsTarget{"commands"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Commands for openssl, curl and swaks"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Run them in a terminal to see what the search saw. Passwords are asked for; "
        "take them out of curl’s output before you send it to anybody."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "What a program cannot check safely is left out, with the reason."),
    writeCommands};

} // namespace postern
