// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

namespace postern {

using namespace Qt::StringLiterals;

// aerc 0.14. It has no pin of any kind, and its `imap://` demands STARTTLS.

namespace {

const ProgramAbility aercAbility{{Protocol::Imap}, ProgramAbility::Pinning::SystemRoots};

/// Signs of comments and quotes mean something but inside a raw value; `%(key)s` is replaced there
/// too. Empty: cannot be written.
QString iniValue(const QString &text)
{
    if (text.contains(u"%("_s))
        return {};
    if (!text.contains(u'`'))
        return u'`' + text + u'`';
    return text.contains(u"\"\"\""_s) ? QString() : u"\"\"\""_s + text + u"\"\"\""_s;
}

QString sourceLine(const ExportServer &server)
{
    return u"source = "_s + (server.isImplicitTls() ? u"imaps://"_s : u"imap://"_s)
        + percentEncoded(server.setting.username) + u'@'
        + hostAndPort(server.endpoint().host, server.endpoint().port);
}

QString outgoingMechanism(const ServerSetting &setting)
{
    if (setting.authentication.isEmpty())
        return u"none"_s;
    return setting.authentication.contains("PLAIN"_L1) ? u"plain"_s : u"login"_s;
}

QStringList aercOutgoing(const ExportServer &server)
{
    const QString mechanism = outgoingMechanism(server.setting);
    const QString user
        = mechanism == "none"_L1 ? QString() : percentEncoded(server.setting.username) + u'@';
    QStringList lines{u"outgoing = "_s + (server.isImplicitTls() ? u"smtps+"_s : u"smtp+"_s)
        + mechanism + u"://"_s + user
        + hostAndPort(server.endpoint().host, server.endpoint().port)};
    if (!server.isImplicitTls())
        lines.append(u"smtp-starttls = true"_s);
    return lines;
}

QString fromOf(const ExportInput &input)
{
    return input.identity().displayName().isEmpty() ? input.identity().address().toString()
                                                    : doubleQuoted(input.identity().displayName())
            + u" <"_s + input.identity().address().toString() + u'>';
}

bool hasMechanism(const ServerSetting &setting)
{
    const QStringList &offered = setting.authentication;
    return offered.isEmpty() || offered.contains("PLAIN"_L1) || offered.contains("LOGIN"_L1);
}

ExportResult writeAerc(const ExportInput &input)
{
    const auto servers = serversFor(input, aercAbility);
    if (!servers)
        return Failure{servers.error()};
    const ExportServer &incoming = servers->incoming;
    const ExportServer &outgoing = servers->outgoing;
    if (!hasMechanism(incoming.setting) || !hasMechanism(outgoing.setting))
        return Failure{ExportRefusal::NoPassword};
    const QString from = iniValue(fromOf(input));
    const QString incomingCommand = iniValue(keyringCommand(incoming));
    const QString outgoingCommand = iniValue(keyringCommand(outgoing));
    const bool isKeyring = input.options.passwords == PasswordSource::Keyring;
    if (from.isEmpty() || (isKeyring && (incomingCommand.isEmpty() || outgoingCommand.isEmpty())))
        return Failure{ExportRefusal::InvalidValue};
    QStringList lines = introduction(input, servers->both(), u"#"_s);
    lines << QString() << u'[' + accountLabel(input) + u']' << sourceLine(incoming);
    if (isKeyring)
        lines << u"source-cred-cmd = "_s + incomingCommand;
    lines += aercOutgoing(outgoing);
    if (isKeyring && !outgoing.setting.authentication.isEmpty())
        lines << u"outgoing-cred-cmd = "_s + outgoingCommand;
    lines << u"from = "_s + from << u"default = INBOX"_s;
    return QList<ExportedFile>{textFile(u"accounts.conf"_s, lines)};
}

} // namespace

const ExportTarget aercTarget{"aerc"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "aerc"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Add it to ~/.config/aerc/accounts.conf, readable for you alone. aerc asks for "
        "the password."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "IMAP only. aerc knows the system’s roots alone: an accepted certificate cannot "
        "be pinned."),
    writeAerc};

} // namespace postern
