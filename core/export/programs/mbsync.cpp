// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

// isync 1.4; from 1.5 on SSLType is called TLSType, and the old name still works.

namespace {

/// It compares the name whatever is pinned.
constexpr qsizetype longestMbsyncLine = 1000; // bytes

const ProgramAbility mbsyncAbility{{Protocol::Imap}, ProgramAbility::Pinning::MatchingName};

QStringList mbsyncAccount(const ExportInput &input, const ExportServer &server)
{
    QStringList lines{u"IMAPAccount "_s + accountLabel(input),
        u"Host "_s + doubleQuoted(server.endpoint().host),
        u"Port "_s + QString::number(server.endpoint().port),
        u"User "_s + doubleQuoted(server.setting.username)};
    if (input.options.passwords == PasswordSource::Keyring)
        lines.append(u"PassCmd "_s + doubleQuoted(keyringCommand(server)));
    else
        lines.append(u"# No Pass line: it is asked for."_s);
    lines.append(server.isImplicitTls() ? u"SSLType IMAPS"_s : u"SSLType STARTTLS"_s);
    if (server.pin)
        lines += {u"SystemCertificates no"_s,
            u"CertificateFile "_s + doubleQuoted(pinPath(input, server))};
    return lines;
}

/// A section ends with an empty line.
QStringList mbsyncStores(const QString &label)
{
    return {QString(), u"IMAPStore "_s + label + u"-remote"_s, u"Account "_s + label, QString(),
        u"# The folder has to exist."_s, u"MaildirStore "_s + label + u"-local"_s,
        u"Path ~/Mail/"_s + label + u'/', u"Inbox ~/Mail/"_s + label + u"/INBOX"_s,
        u"SubFolders Verbatim"_s, QString(), u"Channel "_s + label,
        u"Far :"_s + label + u"-remote:"_s, u"Near :"_s + label + u"-local:"_s, u"Patterns *"_s,
        u"Create Near"_s, u"Expunge None"_s, u"SyncState *"_s};
}

ExportResult writeMbsync(const ExportInput &input)
{
    const auto server = serverFor(input, mbsyncAbility);
    if (!server)
        return Failure{server.error()};
    // Blanks at the ends are lost, and a long line is cut in two.
    const QStringList account = mbsyncAccount(input, *server);
    if (server->setting.username != server->setting.username.trimmed()
        || std::any_of(account.begin(), account.end(),
            [](const QString &line) { return line.toUtf8().size() > longestMbsyncLine; }))
        return Failure{ExportRefusal::InvalidValue};
    QStringList lines = introduction(input, {*server}, u"#"_s) << QString();
    lines += account + mbsyncStores(accountLabel(input));
    return withPins(textFile(u"mbsyncrc"_s, lines), {*server});
}

} // namespace

const ExportTarget mbsyncTarget{"mbsync"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "isync, mbsync (IMAP)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Save it as ~/.mbsyncrc, or add it to the file that is there, and make the mail "
        "folder that it names. Then run: mbsync -a."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "IMAP only. The name in the certificate is always compared, so a certificate "
        "for another name is refused."),
    writeMbsync};

} // namespace postern
