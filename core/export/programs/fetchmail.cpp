// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificatefacts.h"
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <QCryptographicHash>

namespace postern {

using namespace Qt::StringLiterals;

// fetchmail 6.4.

namespace {

const ProgramAbility fetchmailAbility{{Protocol::Imap, Protocol::Pop3},
    ProgramAbility::Pinning::AnyCertificate, {Security::ImplicitTls, Security::StartTls},
    ProgramAbility::SignIn::PasswordWithoutScram};

/// A backslash before a quote is a syntax error, so both are written as their codes.
QString fetchmailQuoted(const QString &text)
{
    QString escaped = text;
    return u'"' + escaped.replace(u'\\', u"\\x5c"_s).replace(u'"', u"\\x22"_s) + u'"';
}

/// `sslcertfile` wants a root: an authority, or a certificate that signed itself. Everything else is
/// pinned by the one fingerprint that the program has.
bool isUsableAsRoot(const CertificatePin &pin)
{
    return pin.isPlain() && pin.certificate.facts().isSelfSigned;
}

QString certificateOptions(const ExportInput &input, const ExportServer &server)
{
    if (!server.pin)
        return u"sslcertck"_s;
    QString root = u"sslcertck sslcertfile "_s + fetchmailQuoted(pinPath(input, server));
    if (server.pin->subject == CertificatePin::Subject::Authority)
        return root;
    const QByteArray md5 = server.pin->certificate.toQt().digest(QCryptographicHash::Md5).toHex();
    return (isUsableAsRoot(*server.pin) ? root : u"no sslcertck"_s) + u" sslfingerprint \""_s
        + fingerprintForPeople(md5) + u'"';
}

QString signInWord(const ServerSetting &setting)
{
    const QStringList &offered = setting.authentication;
    const bool isPlain = offered.isEmpty() || offered.contains("PLAIN"_L1)
        || offered.contains("LOGIN"_L1) || offered.contains("USER"_L1);
    return !isPlain && offered.contains("CRAM-MD5"_L1) ? u"cram-md5"_s : u"password"_s;
}

ExportResult writeFetchmail(const ExportInput &input)
{
    const auto server = serverFor(input, fetchmailAbility);
    if (!server)
        return Failure{server.error()};
    const Endpoint &endpoint = server->endpoint();
    const QString tls = server->isImplicitTls() ? u"ssl"_s : u"sslproto \"TLS1.2+\""_s;
    const QStringList lines = introduction(input, {*server}, u"#"_s)
        << QString()
        << u"poll "_s + fetchmailQuoted(endpoint.host) + u" service "_s
            + QString::number(endpoint.port) + u" protocol "_s
            + toString(endpoint.protocol).toUpper() + u" auth "_s + signInWord(server->setting)
        << u"  user "_s + fetchmailQuoted(server->setting.username) + u" there"_s
        << u"  "_s + tls + u' ' + certificateOptions(input, *server)
        << u"  # Without this line what was fetched is deleted on the server."_s << u"  keep"_s;
    return withPins(textFile(u"fetchmailrc"_s, lines), {*server});
}

} // namespace

const ExportTarget fetchmailTarget{"fetchmail"_L1, ExportTarget::Group::Terminal,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "fetchmail"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Save it as ~/.fetchmailrc, readable for you alone. Then run: fetchmail -c, "
        "which only counts; mail stays on the server."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Incoming mail only. A certificate that did not sign itself is pinned by its "
        "MD5 fingerprint, the only one fetchmail has; there is no command for a "
        "password, so it asks."),
    writeFetchmail};

} // namespace postern
