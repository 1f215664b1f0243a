// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <QRegularExpression>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

// msmtp 1.8 and mpop 1.4, which read the same language.

namespace {

constexpr qsizetype longestMsmtpLine = 480; // bytes; from 500 on the file is refused

const ProgramAbility msmtpAbility{{Protocol::Smtp}};
const ProgramAbility mpopAbility{{Protocol::Pop3}};

/// The outer quotes are taken off once; inside them nothing is escaped, and the rest of the line is
/// the value.
QString msmtpValue(const QString &text)
{
    return u'"' + text + u'"';
}

QStringList msmtpTls(const ExportInput &input, const ExportServer &server)
{
    QStringList lines{
        u"tls on"_s, server.isImplicitTls() ? u"tls_starttls off"_s : u"tls_starttls on"_s};
    if (server.isPinned(CertificatePin::Subject::Certificate))
        lines.append(u"tls_fingerprint "_s + pinFingerprint(server));
    else if (server.pin)
        lines.append(u"tls_trust_file "_s + msmtpValue(pinPath(input, server)));
    return lines;
}

QStringList accountLines(const ExportInput &input, const ExportServer &server)
{
    QStringList lines = introduction(input, {server}, u"#"_s);
    lines += {QString(), u"account "_s + accountLabel(input), u"host "_s + server.endpoint().host,
        u"port "_s + QString::number(server.endpoint().port)};
    lines += msmtpTls(input, server);
    const bool needsSignIn
        = server.endpoint().protocol != Protocol::Smtp || !server.setting.authentication.isEmpty();
    if (!needsSignIn)
        return lines << u"auth off"_s;
    lines << u"auth on"_s << u"user "_s + msmtpValue(server.setting.username);
    if (input.options.passwords == PasswordSource::Keyring)
        lines.append(u"passwordeval "_s + keyringCommand(server));
    else
        lines.append(u"# No password line: it is asked for."_s);
    return lines;
}

ExportResult writeAccount(const ExportInput &input, const ProgramAbility &ability,
    const QString &fileName, const QStringList &more)
{
    const auto server = serverFor(input, ability);
    if (!server)
        return Failure{server.error()};
    const QStringList lines = accountLines(input, *server) + more
        + QStringList{QString(), u"account default : "_s + accountLabel(input)};
    if (std::any_of(lines.begin(), lines.end(),
            [](const QString &line) { return line.toUtf8().size() > longestMsmtpLine; }))
        return Failure{ExportRefusal::InvalidValue};
    return withPins(textFile(fileName, lines), {*server});
}

ExportResult writeMsmtp(const ExportInput &input)
{
    // From 1.8.20 on, a percent sign takes the user's or the host's name, and the address is a pattern.
    static const QRegularExpression meant(u"[%*?\\[]"_s);
    return writeAccount(input, msmtpAbility, u"msmtprc"_s,
        {input.identity().address().toString().contains(meant)
                ? u"# No from line, which would take the address for a pattern: use --from."_s
                : u"from "_s + msmtpValue(input.identity().address().toString())});
}

ExportResult writeMpop(const ExportInput &input)
{
    return writeAccount(input, mpopAbility, u"mpoprc"_s,
        {u"# The folder has to exist, with cur, new and tmp in it."_s,
            u"delivery maildir ~/Mail/"_s + accountLabel(input), u"keep on"_s});
}

} // namespace

const ExportTarget msmtpTarget{"msmtp"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "msmtp (sending)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Save it as ~/.msmtprc, or add it to the file that is there. Try it with: msmtp "
        "--serverinfo -C FILE."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Outgoing mail only."), writeMsmtp};

const ExportTarget mpopTarget{"mpop"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "mpop (POP3)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Save it as ~/.mpoprc, or add it to the file that is there, and make the mail "
        "folder that it names. Then run: mpop."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "POP3 only."), writeMpop};

} // namespace postern
