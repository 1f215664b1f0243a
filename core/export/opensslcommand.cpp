// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/opensslcommand.h"

#include "account/hostname.h"
#include "base/shellword.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// What Debian's OpenSSL does not do by itself.
QStringList optionsForOldTls(const ProbeReport &report)
{
    if (!report.tls || !report.tls->isLegacy())
        return {};
    return {report.tls->version == TlsVersion::Tls1_0 ? u"-tls1"_s : u"-tls1_1"_s, u"-cipher"_s,
        u"DEFAULT@SECLEVEL=0"_s};
}

} // namespace

QStringList opensslWords(const Endpoint &endpoint)
{
    QStringList words{
        u"openssl"_s, u"s_client"_s, u"-connect"_s, hostAndPort(endpoint.host, endpoint.port)};
    if (endpoint.security == Security::StartTls)
        words += {u"-starttls"_s, toString(endpoint.protocol)};
    if (isIpLiteral(endpoint.host))
        words.append(u"-noservername"_s);
    else
        words += {u"-servername"_s, endpoint.host};
    return words;
}

QStringList opensslNameWords(const QString &host)
{
    return {isIpLiteral(host) ? u"-verify_ip"_s : u"-verify_hostname"_s, host};
}

QString opensslCommand(const ProbeReport &report)
{
    const Endpoint &endpoint = report.candidate.endpoint;
    if (endpoint.security == Security::Plaintext)
        return {};
    QStringList words = opensslWords(endpoint) + opensslNameWords(endpoint.host);
    words += optionsForOldTls(report);
    words += {u"-showcerts"_s, u"-status"_s, u"-crlf"_s};
    std::transform(words.begin(), words.end(), words.begin(), shellWord);
    return words.join(u' ');
}

} // namespace postern
