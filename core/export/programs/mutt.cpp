// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

namespace postern {

using namespace Qt::StringLiterals;

// neomutt 20220429 and mutt 2.2, built with GnuTLS as Debian does. A build with OpenSSL has another
// variable for the system's roots. All about trust is one command there, which ends at the variable that
// such a build does not know: what follows it, and would weaken, has no effect then.

namespace {

constexpr qsizetype longestName = 127; // bytes; what is longer is cut, and is another name

const ProgramAbility muttAbility{{Protocol::Imap, Protocol::Pop3}};

/// A backquote runs a command and a dollar sign takes a variable, even inside the quotes.
QString muttQuoted(const QString &text)
{
    QString escaped = doubleQuoted(text);
    return escaped.replace(u'`', u"\\`"_s).replace(u'$', u"\\$"_s);
}

QString setLine(const QString &variable, const QString &value)
{
    return u"set "_s + variable + u" = "_s + muttQuoted(value);
}

QString urlOf(const ExportServer &server, const QString &userInfo = {})
{
    const QString scheme = server.endpoint().protocol == Protocol::Pop3
        ? u"pop"_s
        : toString(server.endpoint().protocol);
    return scheme + (server.isImplicitTls() ? u"s://"_s : u"://"_s) + userInfo
        + hostAndPort(server.endpoint().host, server.endpoint().port);
}

QString certificatesName(const ExportInput &input)
{
    return accountLabel(input) + u"-certificates.pem"_s;
}

enum class Dialect { Mutt, Neomutt };

/// The password comes from what the command prints: backquotes run it, inside the quotes too. mutt
/// hands on what stands between them as it is; neomutt reads it as it reads any text.
QString muttPasswordLine(const QString &variable, const ExportServer &server, Dialect dialect)
{
    const QString command = keyringCommand(server);
    const QString written
        = dialect == Dialect::Mutt ? command : muttQuoted(command).sliced(1).chopped(1);
    return u"set "_s + variable + u" = \"`"_s + written + u"`\""_s;
}

QStringList muttIncoming(const ExportServer &server)
{
    const QString url = urlOf(server);
    const QString user = server.setting.username;
    if (server.endpoint().protocol == Protocol::Pop3)
        return {setLine(u"pop_host"_s, url), setLine(u"pop_user"_s, user), u"set pop_delete = no"_s,
            setLine(u"spoolfile"_s, url)};
    return {setLine(u"folder"_s, url + u'/'), setLine(u"spoolfile"_s, u"+INBOX"_s),
        setLine(u"imap_user"_s, user)};
}

QStringList muttOutgoing(const ExportInput &input, const ExportServer &server)
{
    const bool needsSignIn = !server.setting.authentication.isEmpty();
    const QString user = needsSignIn ? percentEncoded(server.setting.username) + u'@' : QString();
    QStringList lines{setLine(u"smtp_url"_s, urlOf(server, user) + u'/'),
        setLine(u"from"_s, input.identity().address().toString())};
    if (!input.identity().displayName().isEmpty())
        lines.append(setLine(u"realname"_s, input.identity().displayName()));
    return lines << u"set use_from = yes"_s << u"set envelope_from = yes"_s;
}

bool isLoose(const ExportServer &server)
{
    return server.pin && !server.pin->isPlain();
}

/// What is written counts for both servers at once: the two checks, and whatever an authority or a
/// certificate vouches for. A certificate that counts for its own name alone may stand beside others.
bool isMixed(const ExportServers &servers)
{
    const auto &incoming = servers.incoming.pin;
    const auto &outgoing = servers.outgoing.pin;
    const bool areSame = incoming && outgoing && incoming->certificate == outgoing->certificate;
    const auto countsForOthers = [](const ExportServer &server) {
        return isLoose(server) || server.isPinned(CertificatePin::Subject::Authority);
    };
    return !areSame && (countsForOthers(servers.incoming) || countsForOthers(servers.outgoing));
}

QStringList trustLines(const ExportInput &input, const ExportServers &servers)
{
    const bool areBothPinned = servers.incoming.pin && servers.outgoing.pin;
    QString trust = setLine(u"ssl_ca_certificates_file"_s,
        areBothPinned ? QString() : QString::fromLatin1(systemRootsFile));
    if (servers.incoming.pin || servers.outgoing.pin)
        trust += u" certificate_file = "_s
            + muttQuoted(input.options.folder + u'/' + certificatesName(input));
    const auto anyPin = [&servers](bool CertificatePin::*is) {
        return (servers.incoming.pin && *servers.incoming.pin.*is)
            || (servers.outgoing.pin && *servers.outgoing.pin.*is);
    };
    if (anyPin(&CertificatePin::hasOtherName))
        trust += u" ssl_verify_host = no"_s;
    if (anyPin(&CertificatePin::isOutsideDates))
        trust += u" ssl_verify_dates = no"_s;
    return {u"# Never without TLS, and never before it."_s, u"set ssl_force_tls = yes"_s,
        u"set ssl_starttls = yes"_s, u"# One command, and it stays one: see its first variable."_s,
        trust};
}

QStringList passwordLines(const ExportInput &input, const ExportServers &servers, Dialect dialect)
{
    if (input.options.passwords == PasswordSource::Prompt)
        return {u"# No password: it is asked for."_s};
    const bool isPop3 = servers.incoming.endpoint().protocol == Protocol::Pop3;
    return {muttPasswordLine(isPop3 ? u"pop_pass"_s : u"imap_pass"_s, servers.incoming, dialect),
        muttPasswordLine(u"smtp_pass"_s, servers.outgoing, dialect)};
}

/// mutt has no way to write a backquote into such a command.
bool canAskKeyring(const ExportServers &servers, Dialect dialect)
{
    return dialect == Dialect::Neomutt
        || !(servers.incoming.setting.username + servers.outgoing.setting.username).contains(u'`');
}

ExportResult writeMuttFile(const ExportInput &input, const QString &name, Dialect dialect)
{
    const auto servers = serversFor(input, muttAbility);
    if (!servers)
        return Failure{servers.error()};
    for (const ExportServer &server : servers->both()) {
        if (server.setting.username.toUtf8().size() > longestName)
            return Failure{ExportRefusal::InvalidValue};
    }
    if (isMixed(*servers))
        return Failure{ExportRefusal::MixedTrust};
    if (input.options.passwords == PasswordSource::Keyring && !canAskKeyring(*servers, dialect))
        return Failure{ExportRefusal::InvalidValue};
    const QStringList lines = introduction(input, servers->both(), u"#"_s) + QStringList{QString()}
        + muttIncoming(servers->incoming) + muttOutgoing(input, servers->outgoing)
        + trustLines(input, *servers) + passwordLines(input, *servers, dialect);
    QList<ExportedFile> files{textFile(name, lines)};
    QByteArray certificates;
    for (const ExportedFile &pem : pinFiles(servers->both()))
        certificates += certificates.contains(pem.content) ? QByteArray() : pem.content;
    if (!certificates.isEmpty())
        files.append({certificatesName(input), certificates});
    return files;
}

ExportResult writeNeomutt(const ExportInput &input)
{
    return writeMuttFile(input, u"neomuttrc"_s, Dialect::Neomutt);
}

ExportResult writeMutt(const ExportInput &input)
{
    return writeMuttFile(input, u"muttrc"_s, Dialect::Mutt);
}

} // namespace

const ExportTarget neomuttTarget{"neomutt"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "neomutt"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Save it beside your configuration and add a line to it: source FILE. The "
        "password is asked for."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "The checks of name and dates are switched for both servers at once; a mixture "
        "is refused."),
    writeNeomutt};

const ExportTarget muttTarget{"mutt"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "mutt"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Save it beside your configuration and add a line to it: source FILE. The "
        "password is asked for."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "The checks of name and dates are switched for both servers at once; a mixture "
        "is refused."),
    writeMutt};

} // namespace postern
