// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

// offlineimap3 as in Debian 12. Under STARTTLS it verifies nothing, whatever the file says.

namespace {

const ProgramAbility offlineimapAbility{
    {Protocol::Imap}, ProgramAbility::Pinning::AnyCertificate, {Security::ImplicitTls}};

/// Python's ConfigParser interpolates percent signs.
QString interpolated(QString text)
{
    return text.replace(u'%', u"%%"_s);
}

/// Blanks at the ends are lost, but for a value that is a Python expression.
QString userLine(const QString &name)
{
    return name == name.trimmed() ? u"remoteuser = "_s + interpolated(name)
                                  : u"remoteusereval = "_s + interpolated(doubleQuoted(name));
}

QString offlineimapCertificate(const ExportInput &input, const ExportServer &server)
{
    if (server.isPinned(CertificatePin::Subject::Certificate))
        return u"cert_fingerprint = "_s + pinFingerprint(server);
    return u"sslcacertfile = "_s
        + (server.pin ? interpolated(pinPath(input, server)) : u"OS-DEFAULT"_s);
}

QString offlineimapPassword(const ExportInput &input, const ExportServer &server)
{
    if (input.options.passwords == PasswordSource::Prompt)
        return u"# No password: it is asked for."_s;
    QStringList words = keyringWords(server);
    std::transform(words.begin(), words.end(), words.begin(), doubleQuoted);
    return u"remotepasseval = __import__(\"subprocess\").check_output(["_s
        + interpolated(words.join(u", "_s)) + u"], text=True).rstrip(\"\\n\")"_s;
}

QStringList remoteLines(const ExportInput &input, const ExportServer &server)
{
    return {u"type = IMAP"_s, u"remotehost = "_s + server.endpoint().host,
        u"remoteport = "_s + QString::number(server.endpoint().port), u"ssl = yes"_s,
        u"starttls = no"_s, userLine(server.setting.username), offlineimapPassword(input, server),
        offlineimapCertificate(input, server)};
}

ExportResult writeOfflineimap(const ExportInput &input)
{
    const auto server = serverFor(input, offlineimapAbility);
    if (!server)
        return Failure{server.error()};
    const QString label = accountLabel(input);
    QStringList lines = introduction(input, {*server}, u"#"_s);
    lines << QString() << u"[general]"_s << u"accounts = "_s + label << QString()
          << u"[Account "_s + label + u']' << u"localrepository = "_s + label + u"-local"_s
          << u"remoterepository = "_s + label + u"-remote"_s << QString()
          << u"[Repository "_s + label + u"-local]"_s << u"type = Maildir"_s
          << u"localfolders = ~/Mail/"_s + label << QString()
          << u"[Repository "_s + label + u"-remote]"_s;
    return withPins(textFile(u"offlineimaprc"_s, lines + remoteLines(input, *server)), {*server});
}

} // namespace

const ExportTarget offlineimapTarget{"offlineimap"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "OfflineIMAP"),
    QT_TRANSLATE_NOOP(
        "postern::ExportAdvice", "Save it as ~/.offlineimaprc. Then run: offlineimap -o."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "IMAP with implicit TLS only: under STARTTLS OfflineIMAP checks no certificate "
        "at all."),
    writeOfflineimap};

} // namespace postern
