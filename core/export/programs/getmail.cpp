// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificatefacts.h"
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

// getmail6 6.18. It has no STARTTLS: on such a port it would send the password in clear text. And
// without one of the two options about certificates it takes any.

namespace {

const ProgramAbility getmailAbility{{Protocol::Imap, Protocol::Pop3},
    ProgramAbility::Pinning::AnyCertificate, {Security::ImplicitTls},
    ProgramAbility::SignIn::PasswordWithoutScram};

/// Values are raw; the program takes blanks and one pair of quotes off the ends.
bool isGetmailValue(const QString &text, Protocol protocol)
{
    const bool isQuoted = text.size() > 1 && text.front() == text.back()
        && (text.front() == u'"' || text.front() == u'\'');
    // Its IMAP sign-in sends the name as an atom (RFC 9051, 9), without quotes.
    const bool isAtom = std::all_of(text.begin(), text.end(),
        [](QChar c) { return c > u' ' && c.unicode() < 0x7f && !u"\"\\(){%*]"_s.contains(c); });
    return !isQuoted && text == text.trimmed() && (isAtom || protocol == Protocol::Pop3);
}

QString getmailCertificate(const ExportInput &input, const ExportServer &server)
{
    if (server.isPinned(CertificatePin::Subject::Certificate))
        return u"ssl_fingerprints = (\""_s + QString::fromLatin1(server.pin->certificate.sha256())
            + u"\",)"_s;
    return u"ca_certs = "_s
        + (server.pin ? pinPath(input, server) : QString::fromLatin1(systemRootsFile));
}

QString getmailPassword(const ExportInput &input, const ExportServer &server)
{
    if (input.options.passwords == PasswordSource::Prompt)
        return u"# No password: it is asked for."_s;
    QStringList words = keyringWords(server);
    std::transform(words.begin(), words.end(), words.begin(), doubleQuoted); // as Python reads it
    return u"password_command = ("_s + words.join(u", "_s) + u')';
}

ExportResult writeGetmail(const ExportInput &input)
{
    const auto server = serverFor(input, getmailAbility);
    if (!server)
        return Failure{server.error()};
    const Endpoint &endpoint = server->endpoint();
    if (!isGetmailValue(server->setting.username, endpoint.protocol))
        return Failure{ExportRefusal::InvalidValue};
    const bool isImap = endpoint.protocol == Protocol::Imap;
    const QStringList lines = introduction(input, {*server}, u"#"_s)
        << QString() << u"[retriever]"_s
        << (isImap ? u"type = SimpleIMAPSSLRetriever"_s : u"type = SimplePOP3SSLRetriever"_s)
        << u"server = "_s + endpoint.host << u"port = "_s + QString::number(endpoint.port)
        << u"username = "_s + server->setting.username << getmailPassword(input, *server)
        << getmailCertificate(input, *server) << QString() << u"[destination]"_s
        << u"# The folder has to exist, with cur, new and tmp in it."_s << u"type = Maildir"_s
        << u"path = ~/Mail/"_s + accountLabel(input) + u'/' << QString() << u"[options]"_s
        << u"# What was fetched stays on the server, and is fetched once."_s << u"delete = false"_s
        << u"read_all = false"_s;
    return withPins(textFile(u"getmailrc"_s, lines), {*server});
}

} // namespace

const ExportTarget getmailTarget{"getmail"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "getmail6"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Save it as ~/.config/getmail/getmailrc and make the mail folder that it names. "
        "Then run: getmail."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Implicit TLS only: getmail6 has no STARTTLS, and would send the password in "
        "clear text. For IMAP the user name has to be ASCII."),
    writeGetmail};

} // namespace postern
