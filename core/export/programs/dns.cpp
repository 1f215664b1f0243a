// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/hostname.h"
#include "certificate/certificatefacts.h"
#include "export/programs/programtext.h"
#include "export/targets.h"

namespace postern {

using namespace Qt::StringLiterals;

// What the next user needs no wizard for. Only servers whose certificate the system's roots vouch for
// are published: for all others the certificate has to be mended first.

namespace {

struct ServiceName
{
    Protocol protocol;
    Security security;
    QLatin1StringView name; ///< RFC 6186, 3; RFC 8314, 5.1
    int priority; ///< Smaller is preferred; implicit TLS goes first (RFC 8314, 3).
};

constexpr ServiceName serviceNames[] = {
    {Protocol::Imap, Security::ImplicitTls, "_imaps"_L1, 0},
    {Protocol::Imap, Security::StartTls, "_imap"_L1, 10},
    {Protocol::Pop3, Security::ImplicitTls, "_pop3s"_L1, 20},
    {Protocol::Pop3, Security::StartTls, "_pop3"_L1, 30},
    {Protocol::Smtp, Security::ImplicitTls, "_submissions"_L1, 0},
    {Protocol::Smtp, Security::StartTls, "_submission"_L1, 10},
};

bool isPublishable(const ExportServer &server)
{
    return server.endpoint().security != Security::Plaintext && server.setting.isTrusted
        && !server.pin && server.setting.needsConsent.isEmpty()
        && !isIpLiteral(server.endpoint().host) && !isOldTls(server.setting);
}

/// The best server for one name of a service; the first is the best.
const ExportServer *publishedServer(const ExportInput &input, const ServiceName &service)
{
    for (const ExportServer &server : input.servers) {
        if (server.endpoint().protocol == service.protocol
            && server.endpoint().security == service.security && isPublishable(server))
            return &server;
    }
    return nullptr;
}

QString recordOf(const ExportInput &input, const ServiceName &service)
{
    const QString owner = QString(service.name) + u"._tcp IN SRV "_s;
    const ExportServer *server = publishedServer(input, service);
    if (server)
        return owner + QString::number(service.priority) + u" 1 "_s
            + QString::number(server->endpoint().port) + u' ' + server->endpoint().host + u'.';
    // RFC 2782: the target "." says that a service is decidedly not offered. That nothing was found
    // is no proof of it, so the line is only proposed.
    return u"; Not found. Where it is not offered: "_s + owner + u"0 0 0 ."_s;
}

/// RFC 6698: the server's own key, for zones that are signed with DNSSEC.
QStringList keyRecords(const ExportInput &input)
{
    QStringList records;
    for (const ServiceName &service : serviceNames) {
        const ExportServer *server = publishedServer(input, service);
        if (server && !server->spkiSha256.isEmpty())
            records.append(u'_' + QString::number(server->endpoint().port) + u"._tcp."_s
                + server->endpoint().host + u". IN TLSA 3 1 1 "_s
                + QString::fromLatin1(server->spkiSha256));
    }
    return records;
}

/// A record outside the domain belongs into another zone, so it stays a comment.
QStringList commentedWhereOutside(const QStringList &records, const QString &domain)
{
    QStringList lines;
    for (const QString &record : records) {
        const QString owner = record.section(u"._tcp."_s, 1).section(u". "_s, 0, 0);
        lines.append(isWithinDomain(owner, domain) ? record : u"; "_s + record);
    }
    return lines;
}

ExportResult writeDns(const ExportInput &input)
{
    QStringList services;
    bool isAnyOffered = false;
    for (const ServiceName &service : serviceNames) {
        isAnyOffered |= publishedServer(input, service) != nullptr;
        services.append(recordOf(input, service));
    }
    if (!isAnyOffered) {
        const auto any = serverFor(input,
            {{Protocol::Imap, Protocol::Pop3, Protocol::Smtp}, ProgramAbility::Pinning::SystemRoots,
                {Security::ImplicitTls, Security::StartTls}, ProgramAbility::SignIn::AnyMechanism,
                ProgramAbility::UserName::MayBeAbsent});
        return Failure{any ? ExportRefusal::NoIncomingServer : any.error()};
    }
    QStringList lines{
        u"; Lines for the zone of "_s + input.identity().domain() + u", proposed by Postern."_s,
        u"$ORIGIN "_s + input.identity().domain() + u'.', QString(),
        u"; Where mail programs find the servers (RFC 6186, RFC 8314)."_s};
    lines += services;
    lines
        << QString()
        << u"; The keys of the servers; of use in a zone that is signed with DNSSEC, and only while"_s
        << u"; a server keeps its key (RFC 6698, RFC 7672)."_s;
    lines += commentedWhereOutside(keyRecords(input), input.identity().domain());
    lines << QString()
          << u"; For Thunderbird and others: let this name lead to a web server that has the file"_s
          << u"; /mail/config-v1.1.xml."_s
          << u"; autoconfig IN CNAME www."_s + input.identity().domain() + u'.';
    return QList<ExportedFile>{
        textFile(safeFileName(input.identity().domain() + u".zone"_s), lines)};
}

} // namespace

const ExportTarget dnsTarget{"dns"_L1, ExportTarget::Group::Administrators,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "DNS records of the domain"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Add the lines to the domain’s zone, and raise its serial number. From then on "
        "programs find the servers by themselves."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Only servers whose certificate is trusted without a decision are published."),
    writeDns};

} // namespace postern
